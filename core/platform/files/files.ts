import type { Actor } from '../access/actor.ts';
import type { MarkedFile, Opening, RefusalKeeper } from './open-file.ts';
import type { Shelf } from './shelves.ts';

export interface StoredFile {
  /** SM3 of the content; also its name in the store, so the same content is kept once. */
  hash: string;
  size: number;
  mediaType: string;
}

/** Bytes kept encrypted under their hash in a folder or an S3 store. Rows SEC-LEK-05, SEC-LAW-03. */
export interface FileStore {
  /** Sniffs the type, checks it against `accept` (media types) and the size limit, stores, and only then answers. */
  put(content: Uint8Array, accept: readonly string[]): Promise<StoredFile>;
  /** For the platform's own work. Throws when the content no longer matches its hash, and FILE_MISSING when it is not there. */
  get(hash: string): Promise<Uint8Array>;
}

/** What rooms work with: files are stored by anybody, and opened only for whom they are. */
export interface Files extends FileStore {
  /**
   * The content for somebody: line 1 asks whether it is for them, and the look is recorded. Throws FILE_NOT_FOR_YOU, after the attempt was
   * recorded and told. The one way a stored file reaches a person. Rows SEC-LEK-04, SEC-PRV-06.
   */
  open(actor: Actor, opening: Opening): Promise<Uint8Array>;
  /** Whether the mark and the office would let somebody open it; named persons are asked for only when it is opened. */
  isFor(actor: Actor, file: MarkedFile, concerned: boolean): boolean;
  /** The room that raises alerts says so here. */
  tellRefusals(keeper: RefusalKeeper): void;
  /** A room that files things says where, so that their marks can be changed. */
  shelve(name: string, shelf: Shelf): void;
  shelf(name: string): Shelf | undefined;
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
