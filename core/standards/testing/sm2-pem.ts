import type { Sm2KeyPair } from '../sm2.ts';

/** Object identifiers, DER: id-ecPublicKey and the SM2 curve 1.2.156.10197.1.301. */
const ecPublicKey = '06072a8648ce3d0201';
const sm2Curve = '06082a811ccf5501822d';

function tagged(tag: string, content: string): string {
  const length = content.length / 2;
  const size =
    length < 128 ? length.toString(16).padStart(2, '0') : `81${length.toString(16).padStart(2, '0')}`;
  return tag + size + content;
}

function pem(label: string, der: string): string {
  const lines =
    Buffer.from(der, 'hex')
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

/** SubjectPublicKeyInfo (RFC 5480), for handing a key to another program. */
export function sm2PublicKeyPem(pair: Sm2KeyPair): string {
  const algorithm = tagged('30', ecPublicKey + sm2Curve);
  return pem('PUBLIC KEY', tagged('30', algorithm + tagged('03', `00${pair.publicKey}`)));
}

/** ECPrivateKey (RFC 5915). */
export function sm2PrivateKeyPem(pair: Sm2KeyPair): string {
  const curve = tagged('a0', sm2Curve);
  const publicKey = tagged('a1', tagged('03', `00${pair.publicKey}`));
  return pem('EC PRIVATE KEY', tagged('30', `020101${tagged('04', pair.privateKey)}${curve}${publicKey}`));
}
