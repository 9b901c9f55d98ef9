export interface StoredFile {
  /** SM3 of the content; also its name in the store, so the same content is kept once. */
  hash: string;
  size: number;
  mediaType: string;
}

/** Bytes kept encrypted under their hash in a folder or an S3 store. Rows SEC-LEK-05, SEC-LAW-03. */
export interface Files {
  /** Sniffs the type, checks it against `accept` (media types) and the size limit, stores, and only then answers. */
  put(content: Uint8Array, accept: readonly string[]): Promise<StoredFile>;
  /** Throws when the content no longer matches its hash, and FILE_MISSING when it is not there. */
  get(hash: string): Promise<Uint8Array>;
}

/** Where sealed bytes are kept by name: the one thing a folder and an object store have in common. */
export interface ByteStore {
  has(name: string): Promise<boolean>;
  /** All of it or nothing; throws FILE_STORE_FULL when there is no room. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  /** Undefined when there is nothing of this name. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** The first bytes only. */
  readHead(name: string, length: number): Promise<Uint8Array | undefined>;
  /** Every name, in no order; those written meanwhile may be missing. */
  names(): AsyncIterable<string>;
}
