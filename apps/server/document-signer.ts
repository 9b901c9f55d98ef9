import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type DocumentSigner, demonstrationSigner, keySigner } from '@hengchan/documents';
import { type Config, ConfigError } from '@hengchan/platform';

/**
 * Who signs the documents that bear a seal: the key the settings name; in a demonstration one made for it. Undefined in production without a
 * key: documents then carry the picture of a seal alone, which the security inventory says. Throws ConfigError when the key cannot be used.
 */
export async function documentSignerOf(
  { signing, mode, dataFolder }: Config,
  owner: string,
): Promise<DocumentSigner | undefined> {
  if (signing === undefined) return mode === 'demo' ? demonstrationSigner(dataFolder, owner) : undefined;
  try {
    const certificates = readFileSync(signing.certificateFile, 'utf8');
    if (signing.authorityFile) requireChain(certificates, readFileSync(signing.authorityFile, 'utf8'));
    const key = createPrivateKey(readFileSync(signing.keyFile, 'utf8'));
    return await keySigner({ certificates, key }, 'Real Estate Registration Office');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ConfigError([`HENGCHAN_SIGNING_CERTIFICATE、HENGCHAN_SIGNING_KEY：不能用来签名（${why}）`]);
  }
}

/** Throws unless each certificate was issued by the next, and the last by a root of the authority. Row SEC-CRY-03. */
function requireChain(certificates: string, roots: string): void {
  const issued = (child: X509Certificate, issuer: X509Certificate) =>
    issuer.ca && child.checkIssued(issuer) && child.verify(issuer.publicKey);
  const chain = read(certificates);
  const last = chain.at(-1);
  const joined = chain.every((each, index) => {
    const next = chain[index + 1];
    return next === undefined || issued(each, next);
  });
  const anchored =
    last !== undefined &&
    read(roots).some((root) => root.fingerprint256 === last.fingerprint256 || issued(last, root));
  if (!joined || !anchored) throw new Error('签名证书不能由 HENGCHAN_SIGNING_AUTHORITY 中的根证书逐级验证');
}

function read(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return blocks.map((block) => new X509Certificate(block));
}
