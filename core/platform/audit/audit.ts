import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../database/tables.ts';
import type { Cipher } from '../system/cipher.ts';
import type { Clock } from '../system/clock.ts';
import type { Ids } from '../system/ids.ts';
import { contentHash } from './hash.ts';
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
  /** Whoever looks is seen. Row SEC-LEK-02. */
  recordRead(database: Database, actor: Actor, read: AuditRead): Promise<void>;
}

/** The office of lines that concern the platform as a whole. */
export const platformOffice = '000000';

export function makeAudit(parts: { clock: Clock; ids: Ids; cipher: Cipher }): Audit {
  const write: Audit['write'] = async (database, actor, { action, subject, office, detail = {} }) => {
    const line = {
      office: office ?? platformOffice,
      id: parts.ids.uuid(),
      at: parts.clock.now(),
      actor: actor.accountId,
      login: actor.login,
      action,
      subject: maskPersonal(subject, parts.cipher.index) as string,
      detail: maskPersonal(detail, parts.cipher.index),
    };
    await sql`
      WITH line AS (
        INSERT INTO platform.audit (office, id, at, actor, login, action, subject, detail, content_hash)
        VALUES (${line.office}, ${line.id}, ${line.at}, ${line.actor}, ${line.login}, ${line.action}, ${line.subject},
          ${JSON.stringify(line.detail)}::jsonb, ${contentHash(line)})
      )
      INSERT INTO platform.audit_unsealed (office, id) VALUES (${line.office}, ${line.id})
    `.execute(database);
  };
  return {
    write,
    recordRead: (database, actor, { resource, conditions, count, subject, office }) =>
      write(database, actor, {
        action: `${resource}.read`,
        subject: subject ?? resource,
        ...(office === undefined ? {} : { office }),
        detail: { conditions, count },
      }),
  };
}
