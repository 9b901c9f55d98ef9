import type { Database, Transaction } from '../database/tables.ts';
import type { MarkedFile } from './open-file.ts';

export interface ShelvedFile extends MarkedFile {
  /** Its name or title, for whoever decides. */
  title: string;
}

/** Where a room files things: how one is found, and how it is marked anew. */
export interface Shelf {
  find(database: Database, key: string): Promise<ShelvedFile | undefined>;
  /** Every row the file stands in. */
  mark(trx: Transaction, key: string, file: ShelvedFile): Promise<void>;
}
