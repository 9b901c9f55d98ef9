import { createHash, type KeyObject, webcrypto, X509Certificate } from 'node:crypto';
import { GeneralizedTime, ObjectIdentifier, OctetString, UTCTime } from 'asn1js';
import {
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import { errors } from '../errors.ts';
import type { DocumentSigner } from './signer.ts';

export interface SigningKey {
  /** PEM certificate of the signer, and after it those up to the authority, which are sent along. */
  certificates: string;
  /** RSA private key that belongs to the first certificate. */
  key: KeyObject;
}

const DATA = '1.2.840.113549.1.7.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_TIME = '1.2.840.113549.1.9.5';
const ALGORITHM = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;

/**
 * Signs with a key this process holds: RSA with SHA-256, a detached CMS signature whose signing time is the moment given, so that signing
 * again gives the same bytes. Throws SIGNING_KEY_UNUSABLE when the certificate cannot be read, has ended, or belongs to another key.
 */
export async function keySigner({ certificates, key }: SigningKey, label: string): Promise<DocumentSigner> {
  const [certificate, ...chain] = read(certificates);
  if (!certificate?.checkPrivateKey(key))
    throw errors.SIGNING_KEY_UNUSABLE({ detail: '签名证书与私钥不匹配。' });
  if (key.asymmetricKeyType !== 'rsa') throw errors.SIGNING_KEY_UNUSABLE({ detail: '签名私钥须为 RSA。' });
  const pkcs8 = key.export({ type: 'pkcs8', format: 'der' });
  const secret = await webcrypto.subtle.importKey('pkcs8', Uint8Array.from(pkcs8), ALGORITHM, false, [
    'sign',
  ]);
  const sent = [certificate, ...chain].map(({ raw }) => Certificate.fromBER(Uint8Array.from(raw)));
  return { label, sign: (content, time) => sign(content, time, secret, sent) };
}

function read(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  try {
    return blocks.map((block) => new X509Certificate(block));
  } catch {
    throw errors.SIGNING_KEY_UNUSABLE({ detail: '签名证书不是 PEM 格式的证书。' });
  }
}

async function sign(
  content: Uint8Array,
  time: Date,
  key: webcrypto.CryptoKey,
  certificates: Certificate[],
): Promise<Uint8Array> {
  const [own] = certificates;
  if (own === undefined) throw errors.SIGNATURE_FAILED();
  const digest = createHash('sha256').update(content).digest();
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: DATA }),
    certificates,
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            new Attribute({ type: CONTENT_TYPE, values: [new ObjectIdentifier({ value: DATA })] }),
            new Attribute({ type: SIGNING_TIME, values: [timeValue(time)] }),
            new Attribute({
              type: MESSAGE_DIGEST,
              values: [new OctetString({ valueHex: Uint8Array.from(digest) })],
            }),
          ],
        }),
      }),
    ],
  });
  await signed.sign(key as CryptoKey, 0, 'SHA-256', Uint8Array.from(content));
  const wrapped = new ContentInfo({ contentType: SIGNED_DATA, content: signed.toSchema(true) });
  return new Uint8Array(wrapped.toSchema().toBER());
}

/** RFC 5652, 11.3: two digits of the year from 1950 to 2049, four outside. */
function timeValue(time: Date): UTCTime | GeneralizedTime {
  const year = time.getUTCFullYear();
  const valueDate = new Date(Math.floor(time.getTime() / 1000) * 1000);
  return year < 1950 || year > 2049 ? new GeneralizedTime({ valueDate }) : new UTCTime({ valueDate });
}
