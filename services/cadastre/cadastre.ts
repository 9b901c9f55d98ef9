import type { Database, Platform } from '@hengchan/platform';
import type { CadastreTables } from './tables.ts';

/** What the cadastre works with. */
export interface Cadastre {
  platform: Platform;
  /** Offices whose districts are kept here, by area code. */
  offices: ReadonlyMap<string, { name: string }>;
}

export const tables = (database: Database) => database.withTables<CadastreTables>();

/** Which edition: they are numbered at each office. */
export interface EditionKey {
  office: string;
  number: number;
}

/** How an edition is named in the audit log. */
export const subjectOf = ({ office, number }: EditionKey): string => `${office}-${number}`;

/** Less ground than this, in square metres, is a matter of rounding. */
export const tolerance = 1;
