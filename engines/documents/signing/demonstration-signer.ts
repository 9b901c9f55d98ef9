import { access, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openssl } from './openssl.ts';
import { opensslSigner } from './openssl-signer.ts';
import type { DocumentSigner } from './signer.ts';

const VALID_DAYS = 3650;

/**
 * A signer for demonstration and tests: makes a key and a self-signed certificate in the folder on first use
 * and keeps using them. The certificate's common name says 演示, so that nobody takes it for the office's.
 */
export async function demonstrationSigner(folder: string, organisation: string): Promise<DocumentSigner> {
  const home = join(folder, 'demonstration-signing');
  if (!(await exists(join(home, 'certificate.pem')))) await makeKey(folder, home, organisation);
  return opensslSigner(
    { certificate: join(home, 'certificate.pem'), key: join(home, 'key.pem') },
    'Demonstration Registration Office',
  );
}

/** Made aside and moved into place in one step, so that two servers starting together agree on one key. */
async function makeKey(folder: string, home: string, organisation: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const aside = await mkdtemp(join(folder, 'signing-'));
  const name = organisation.replace(/[/\\+,=]/g, '');
  await openssl([
    ...['req', '-x509', '-newkey', 'rsa:3072', '-sha256', '-nodes', '-utf8', '-days', String(VALID_DAYS)],
    ...[
      '-subj',
      `/C=CN/O=${name}/CN=${name}（演示）`,
      '-addext',
      'keyUsage=digitalSignature,nonRepudiation,keyCertSign',
    ],
    ...['-keyout', join(aside, 'key.pem'), '-out', join(aside, 'certificate.pem')],
  ]);
  try {
    await rename(aside, home);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    if (!(await exists(join(home, 'certificate.pem')))) throw error;
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
