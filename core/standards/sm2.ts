import {
  createECDH,
  createHash,
  createPrivateKey,
  createPublicKey,
  createSign,
  createVerify,
  type KeyObject,
} from 'node:crypto';

/**
 * SM2 signatures (GB/T 32918.2) over SM3(Z || message) with the standard user id, by the OpenSSL of Node. `crypto.sign` would put
 * the Z of an empty id before the message, which no conforming verifier accepts; `createSign` signs the digest of what it was
 * given and adds nothing, so the Z of the standard id is given to it first.
 */
export interface Sm2KeyPair {
  /** 64 hex digits */
  privateKey: string;
  /** `04` and both coordinates, 130 hex digits */
  publicKey: string;
}

/** The user id of GB/T 35276 when signer and verifier agreed on none. */
export const sm2UserId = '1234567812345678';

/** Order of the base point of the recommended curve. */
const order = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;

/** A key pair from at least 32 random bytes, or from OpenSSL's own secure source. */
export function sm2KeyPair(random?: Uint8Array): Sm2KeyPair {
  if (random === undefined) {
    const made = createECDH('SM2');
    const publicKey = made.generateKeys('hex');
    return { privateKey: made.getPrivateKey('hex').padStart(64, '0'), publicKey };
  }
  if (random.length < 32) throw new RangeError('at least 32 random bytes are needed');
  const value = BigInt(`0x${Buffer.from(random).toString('hex')}`);
  const privateKey = ((value % (order - 2n)) + 1n).toString(16).padStart(64, '0');
  return { privateKey, publicKey: sm2PublicKey(privateKey) };
}

/** The public key of a private key. */
export function sm2PublicKey(privateKey: string): string {
  const pair = createECDH('SM2');
  pair.setPrivateKey(privateKey, 'hex');
  return pair.getPublicKey('hex');
}

/** DER signature in hex. Giving the public key saves computing it when a private key is used for the first time. */
export function sm2Sign(data: string | Uint8Array, privateKey: string, publicKey?: string): string {
  const { key, z } = signer(privateKey, publicKey);
  return createSign('sm3').update(z).update(data).sign(key, 'hex');
}

/**
 * Whether the DER signature in hex is by the key; false for malformed signatures and keys. OpenSSL takes the shortest encoding
 * only, with nothing after it.
 */
export function sm2Verify(data: string | Uint8Array, signature: string, publicKey: string): boolean {
  if (!/^(?:[0-9a-f]{2})+$/i.test(signature)) return false;
  try {
    const { key, z } = verifier(publicKey);
    return createVerify('sm3').update(z).update(data).verify(key, signature, 'hex');
  } catch {
    return false;
  }
}

/** A key as OpenSSL takes it, and the digest its messages begin with. */
interface ReadyKey {
  key: KeyObject;
  z: Uint8Array;
}

/** The keys a process signs with, and those of whoever writes to it, are few and used often: each is read once. */
const mostReadyKeys = 64;
const signers = new Map<string, ReadyKey>();
const verifiers = new Map<string, ReadyKey>();

function kept(keys: Map<string, ReadyKey>, name: string, read: () => ReadyKey): ReadyKey {
  const known = keys.get(name);
  if (known) return known;
  const ready = read();
  if (keys.size >= mostReadyKeys) keys.clear();
  keys.set(name, ready);
  return ready;
}

function signer(privateKey: string, publicKey?: string): ReadyKey {
  return kept(signers, `${privateKey}${publicKey ?? ''}`, () => {
    if (!/^[0-9a-f]{64}$/i.test(privateKey)) throw new RangeError('a private key is 64 hex digits');
    const point = publicKey ?? sm2PublicKey(privateKey);
    const der = Buffer.from(`${ecPrivateKey}${privateKey}${sm2Curve}${pointAfterKey}${point}`, 'hex');
    return { key: createPrivateKey({ key: der, format: 'der', type: 'sec1' }), z: zOf(point) };
  });
}

function verifier(publicKey: string): ReadyKey {
  return kept(verifiers, publicKey, () => {
    const der = Buffer.from(`${subjectPublicKeyInfo}${publicKey}`, 'hex');
    return { key: createPublicKey({ key: der, format: 'der', type: 'spki' }), z: zOf(publicKey) };
  });
}

/** DER before the parts of a key: RFC 5915, RFC 5480; the curve is 1.2.156.10197.1.301. */
const ecPrivateKey = '30770201010420';
const sm2Curve = 'a00a06082a811ccf5501822d';
const pointAfterKey = 'a144034200';
const subjectPublicKeyInfo = '3059301306072a8648ce3d020106082a811ccf5501822d034200';

/** Length of the user id in bits, the id, and a, b and the base point of the recommended curve (GB/T 32918.5). */
const beforePoint = Buffer.concat([
  Buffer.from([0, sm2UserId.length * 8]),
  Buffer.from(sm2UserId, 'latin1'),
  Buffer.from(
    [
      'fffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffc',
      '28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93',
      '32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7',
      'bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0',
    ].join(''),
    'hex',
  ),
]);

/** Z of GB/T 32918.2, 5.5: SM3 over user id, curve and public key. */
function zOf(publicKey: string): Uint8Array {
  if (!/^04[0-9a-f]{128}$/i.test(publicKey)) throw new RangeError('a public key is 04 and 128 hex digits');
  return createHash('sm3')
    .update(beforePoint)
    .update(Buffer.from(publicKey.slice(2), 'hex'))
    .digest();
}
