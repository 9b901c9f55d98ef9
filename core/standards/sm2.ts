import { sm2 } from 'sm-crypto-v2';

/**
 * SM2 signatures (GB/T 32918.2) over SM3(Z || message) with the standard user id. Node's own SM2 signs
 * with an empty id, which no conforming verifier accepts, hence the pure implementation.
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

/** A key pair from at least 32 random bytes, or from the library's own secure source. */
export function sm2KeyPair(random?: Uint8Array): Sm2KeyPair {
  if (random === undefined) return sm2.generateKeyPairHex();
  if (random.length < 32) throw new RangeError('at least 32 random bytes are needed');
  const value = BigInt(`0x${hexOf(random)}`);
  const privateKey = ((value % (order - 2n)) + 1n).toString(16).padStart(64, '0');
  return { privateKey, publicKey: sm2PublicKey(privateKey) };
}

/** The public key of a private key. */
export function sm2PublicKey(privateKey: string): string {
  return sm2.getPublicKeyFromPrivateKey(privateKey);
}

/** DER signature in hex. Giving the public key saves computing it. */
export function sm2Sign(data: string | Uint8Array, privateKey: string, publicKey?: string): string {
  const options = { der: true, hash: true, userId: sm2UserId };
  return sm2.doSignature(data, privateKey, publicKey === undefined ? options : { ...options, publicKey });
}

type PreparedKey = ReturnType<typeof sm2.precomputePublicKey>;

/** Tables that make verifying by a key several times quicker. Those who write to us are few, and each writes often. */
const preparedKeys = new Map<string, PreparedKey>();
const mostPreparedKeys = 64;

function prepare(publicKey: string): PreparedKey {
  const known = preparedKeys.get(publicKey);
  if (known) return known;
  const prepared = sm2.precomputePublicKey(publicKey);
  if (preparedKeys.size >= mostPreparedKeys) preparedKeys.clear();
  preparedKeys.set(publicKey, prepared);
  return prepared;
}

/** Whether the DER signature in hex is by the key; false for malformed signatures and keys. */
export function sm2Verify(data: string | Uint8Array, signature: string, publicKey: string): boolean {
  try {
    return sm2.doVerifySignature(data, signature, prepare(publicKey), {
      der: true,
      hash: true,
      userId: sm2UserId,
    });
  } catch {
    return false;
  }
}

function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
