import type { Actor } from '../access/actor.ts';
import type { Database } from '../database/tables.ts';

export interface AuditLine {
  /** Stable dotted name: `case.accept`, `register.search`, `account.lock`. */
  action: string;
  /** What it was done to: a case number, a unit code, an account. */
  subject: string;
  office?: string;
  detail?: Record<string, unknown>;
}

/** What was done and looked at, by whom, when. Written with the change itself; sealed into a hash chain soon after. Row SEC-AUD-01. */
export interface Audit {
  write(database: Database, actor: Actor, line: AuditLine): Promise<void>;
}
