/** Commercial cryptography for the server: SM2, SM3 and SM4 by the OpenSSL of Node. */

export { type Sm2KeyPair, sm2KeyPair, sm2PublicKey, sm2Sign, sm2UserId, sm2Verify } from './sm2.ts';
export { hmacSm3, sm3, sm4Decrypt, sm4Encrypt } from './sm3-sm4.ts';
