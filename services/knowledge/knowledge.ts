import type { Actor, Database, Platform } from '@hengchan/platform';
import type { KnowledgeTables } from './tables.ts';

/** What the knowledge base works with. */
export interface Knowledge {
  platform: Platform;
}

export const tables = (database: Database) => database.withTables<KnowledgeTables>();

/** What makes knowledge concern a case. The room that has the case says it, for somebody who may see the case. */
export interface CaseSubject {
  office: string;
  business: { code: string; name: string };
  registrationType: string;
  /** Kinds of rights registered on the units of the case. */
  rightTypes: readonly string[];
  /** Every rule the business asks. */
  rules: readonly { code: string; title: string }[];
  /** What the rules found last and did not pass. */
  open: readonly { code: string; outcome: 'warn' | 'person' | 'block' }[];
}

export type SubjectOf = (actor: Actor, caseNo: string) => Promise<CaseSubject>;
