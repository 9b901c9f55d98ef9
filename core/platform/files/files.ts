export interface StoredFile {
  /** SM3 of the content; also its name in the store, so the same content is kept once. */
  hash: string;
  size: number;
  mediaType: string;
}

/** Bytes kept under their hash in a folder or an S3 store. */
export interface Files {
  /** Sniffs the type, checks it against `accept` and the size limit, stores, and only then answers. */
  put(content: Uint8Array, accept: readonly string[]): Promise<StoredFile>;
  /** Throws when the content no longer matches its hash. */
  get(hash: string): Promise<Uint8Array>;
}
