import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../database/tables.ts';
import type { Cipher } from '../system/cipher.ts';
import type { Clock } from '../system/clock.ts';
import { gather } from '../system/gather.ts';
import type { Ids } from '../system/ids.ts';
import { type AuditContent, contentHash } from './hash.ts';
import { maskPersonal } from './mask.ts';

export interface AuditLine {
  /** Stable dotted name: `case.accept`, `register.search`, `account.lock`. */
  action: string;
  /** What it was done to: a case number, a unit code, an account. */
  subject: string;
  office?: string;
  /** Whatever else explains it. Identity and phone numbers in it are masked before they are written. */
  detail?: Record<string, unknown>;
}

/** Somebody looked at personal data: what, on which conditions, how much of it. */
export interface AuditRead {
  /** `register`, `case`, `account`: the line's action is `<resource>.read`. */
  resource: string;
  conditions: Record<string, unknown>;
  /** How many records were shown. */
  count: number;
  subject?: string;
  office?: string;
}

/** What was done and looked at, by whom, when. Written with the change itself; sealed into a hash chain soon after. Row SEC-AUD-01. */
export interface Audit {
  write(database: Database, actor: Actor, line: AuditLine): Promise<void>;
  /** Whoever looks is seen: resolves when the line is kept, and nothing is to be shown before. Row SEC-LEK-02. */
  recordRead(database: Database, actor: Actor, read: AuditRead): Promise<void>;
}

/** The office of lines that concern the platform as a whole. */
export const platformOffice = '000000';

export function makeAudit(parts: { clock: Clock; ids: Ids; cipher: Cipher }): Audit {
  const lineOf = (actor: Actor, { action, subject, office, detail = {} }: AuditLine): AuditContent => ({
    office: office ?? platformOffice,
    id: parts.ids.uuid(),
    at: parts.clock.now(),
    actor: actor.accountId,
    login: actor.login,
    action,
    subject: maskPersonal(subject, parts.cipher.index) as string,
    detail: maskPersonal(detail, parts.cipher.index),
  });
  const write: Audit['write'] = async (database, actor, given) => {
    const line = lineOf(actor, given);
    await sql`
      WITH line AS (
        INSERT INTO platform.audit (office, id, at, actor, login, action, subject, detail, content_hash)
        VALUES (${line.office}, ${line.id}, ${line.at}, ${line.actor}, ${line.login}, ${line.action}, ${line.subject},
          ${JSON.stringify(line.detail)}::jsonb, ${contentHash(line)})
      )
      INSERT INTO platform.audit_unsealed (office, id) VALUES (${line.office}, ${line.id})
    `.execute(database);
  };
  const together = new WeakMap<Database, (line: AuditContent) => Promise<void>>();
  const writeTogether = (database: Database, line: AuditContent): Promise<void> => {
    const writer = together.get(database) ?? gather((lines) => writeLines(database, lines));
    together.set(database, writer);
    return writer(line);
  };
  return {
    write,
    recordRead: (database, actor, { resource, conditions, count, subject, office }) => {
      const line = {
        action: `${resource}.read`,
        subject: subject ?? resource,
        ...(office === undefined ? {} : { office }),
        detail: { conditions, count },
      };
      // In somebody's transaction it is part of that; alone it may share its commit with what others look at in the same moment.
      return database.isTransaction
        ? write(database, actor, line)
        : writeTogether(database, lineOf(actor, line));
    },
  };
}

/** Lines of one office with one commit. Writing a line that was written already changes nothing. */
async function writeLines(database: Database, lines: readonly AuditContent[]): Promise<void> {
  for (const [office, own] of Map.groupBy(lines, (line) => line.office)) {
    const rows = own.map((line) => ({ ...line, content_hash: contentHash(line) }));
    await sql`
      WITH line AS (
        INSERT INTO platform.audit (office, id, at, actor, login, action, subject, detail, content_hash)
        SELECT office, id, at, actor, login, action, subject, detail, content_hash
        FROM json_populate_recordset(NULL::platform.audit, ${JSON.stringify(rows)}::json)
        ON CONFLICT DO NOTHING RETURNING id
      )
      INSERT INTO platform.audit_unsealed (office, id) SELECT ${office}, id FROM line`.execute(database);
  }
}
