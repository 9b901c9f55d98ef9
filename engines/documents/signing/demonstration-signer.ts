import { createPrivateKey, generateKeyPair, type KeyObject, webcrypto } from 'node:crypto';
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BitString, Integer, PrintableString, Utf8String } from 'asn1js';
import { AttributeTypeAndValue, BasicConstraints, Certificate, Extension, Time } from 'pkijs';
import { keySigner } from './key-signer.ts';
import type { DocumentSigner } from './signer.ts';

/** Wide, because the clock of a demonstration may be moved; within what a certificate writes with two digits of the year. */
const FROM = new Date('2000-01-01T00:00:00Z');
const UNTIL = new Date('2049-12-31T00:00:00Z');
const label = 'Demonstration Registration Office';
const COUNTRY = '2.5.4.6';
const ORGANISATION = '2.5.4.10';
const COMMON_NAME = '2.5.4.3';
const BASIC_CONSTRAINTS = '2.5.29.19';
const KEY_USAGE = '2.5.29.15';
/** digitalSignature, nonRepudiation, keyCertSign: bits 0, 1 and 5. */
const SIGNS = Uint8Array.of(0b1100_0100);

/**
 * A signer for demonstration and tests: makes a key and a self-signed certificate in the folder when it first signs
 * and keeps using them. The certificate's common name says 演示, so that nobody takes it for the office's.
 */
export function demonstrationSigner(folder: string, organisation: string): DocumentSigner {
  let made: Promise<DocumentSigner> | undefined;
  return {
    label,
    sign: async (content, time) => {
      made ??= openSigner(folder, organisation);
      return (await made).sign(content, time);
    },
  };
}

async function openSigner(folder: string, organisation: string): Promise<DocumentSigner> {
  const home = join(folder, 'demonstration-signing');
  if (!(await exists(join(home, 'certificate.pem')))) await makeKey(folder, home, organisation);
  const certificates = await readFile(join(home, 'certificate.pem'), 'utf8');
  const key = createPrivateKey(await readFile(join(home, 'key.pem'), 'utf8'));
  return keySigner({ certificates, key }, label);
}

/** Made aside and moved into place in one step, so that two servers starting together agree on one key. */
async function makeKey(folder: string, home: string, organisation: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const aside = await mkdtemp(join(folder, 'signing-'));
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' });
  await writeFile(join(aside, 'key.pem'), key, { mode: 0o600 });
  await writeFile(join(aside, 'certificate.pem'), await selfSigned(privateKey, publicKey, organisation));
  try {
    await rename(aside, home);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    if (!(await exists(join(home, 'certificate.pem')))) throw error;
  }
}

async function selfSigned(
  privateKey: KeyObject,
  publicKey: KeyObject,
  organisation: string,
): Promise<string> {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const { subtle } = webcrypto;
  const spki = Uint8Array.from(publicKey.export({ type: 'spki', format: 'der' }));
  const pkcs8 = Uint8Array.from(privateKey.export({ type: 'pkcs8', format: 'der' }));
  const certificate = new Certificate({ version: 2, serialNumber: new Integer({ value: 1 }) });
  const names = [
    new AttributeTypeAndValue({ type: COUNTRY, value: new PrintableString({ value: 'CN' }) }),
    new AttributeTypeAndValue({ type: ORGANISATION, value: new Utf8String({ value: organisation }) }),
    new AttributeTypeAndValue({
      type: COMMON_NAME,
      value: new Utf8String({ value: `${organisation}（演示）` }),
    }),
  ];
  certificate.subject.typesAndValues.push(...names);
  certificate.issuer.typesAndValues.push(...names);
  certificate.notBefore = new Time({ type: 0, value: FROM });
  certificate.notAfter = new Time({ type: 0, value: UNTIL });
  certificate.extensions = [
    new Extension({
      extnID: BASIC_CONSTRAINTS,
      critical: true,
      extnValue: new BasicConstraints({ cA: true }).toSchema().toBER(),
    }),
    new Extension({
      extnID: KEY_USAGE,
      critical: true,
      extnValue: new BitString({ valueHex: SIGNS, unusedBits: 2 }).toBER(),
    }),
  ];
  const known = await subtle.importKey('spki', spki, algorithm, true, ['verify']);
  await certificate.subjectPublicKeyInfo.importKey(known as CryptoKey);
  await certificate.sign(
    (await subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign'])) as CryptoKey,
    'SHA-256',
  );
  const base64 = Buffer.from(certificate.toSchema(true).toBER()).toString('base64');
  const lines = base64.match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
