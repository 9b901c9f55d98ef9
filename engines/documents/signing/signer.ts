/**
 * Whoever can sign a document: the demonstration key, a certificate authority's service, a hardware module.
 * Only the bytes to be signed ever reach it.
 */
export interface DocumentSigner {
  /** Shown by PDF readers beside the signature. ASCII; the Chinese name stands in the certificate. */
  readonly label: string;
  /** A detached CMS signature (RFC 5652, DER) over the content, made at the moment given. */
  sign(content: Uint8Array, time: Date): Promise<Uint8Array>;
}
