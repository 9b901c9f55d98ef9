import { type Database, gather } from '@hengchan/platform';
import { type Insertable, sql } from 'kysely';
import type { ExchangePlatform } from './exchange.ts';
import type { CallTable } from './tables.ts';

/** A message a department took, and the call in which it did. */
export interface Told {
  call: Insertable<CallTable>;
  message: {
    office: string;
    id: string;
    claim: string | null;
    attempts: number;
    delivered_at: Date;
    answer_sealed: string | null;
  };
}

export interface Recorder {
  /** Keeps a line of the ledger; resolves when it is kept. */
  call(call: Insertable<CallTable>): Promise<void>;
  /** Marks a message nobody waits for as delivered, while the claim on it holds, and keeps the call. */
  told(told: Told): Promise<void>;
}

/**
 * Writes what came of calls: those of one office that end at the same time together. A write repeated after a lost connection
 * changes nothing.
 */
export function makeRecorder({ database }: ExchangePlatform): Recorder {
  return {
    call: gather(async (calls) => {
      for (const own of byOffice(calls, (call) => call.office))
        await sql`${insertCalls(own)}`.execute(database);
    }),
    told: gather(async (items) => {
      for (const own of byOffice(items, ({ message }) => message.office)) await writeTold(database, own);
    }),
  };
}

/**
 * Keeps the calls of one office, and marks their messages as delivered where the claim still holds: a server that was too slow must
 * not overwrite what its successor recorded. Returns how many were marked.
 */
export async function writeTold(database: Database, told: readonly Told[]): Promise<number> {
  const { rows } = await sql`
    WITH ledger AS (${insertCalls(told.map(({ call }) => call))})
    UPDATE exchange.message AS message
    SET status = 'delivered', attempts = told.attempts, delivered_at = told.delivered_at,
      answer_sealed = told.answer_sealed, last_reason = NULL, claim = NULL, claimed_until = NULL
    FROM json_populate_recordset(NULL::exchange.message, ${JSON.stringify(told.map(({ message }) => message))}::json) AS told
    WHERE message.office = told.office AND message.id = told.id AND message.claim = told.claim
      AND message.status IN ('pending', 'failed')
    RETURNING message.id`.execute(database);
  return rows.length;
}

const columns = sql.raw(
  `office, id, at, peer, operation, direction, message_no, case_no, attempt, latency_ms, outcome, http_status, request_id, summary,
   request_sealed, answer_sealed`,
);

const insertCalls = (calls: readonly Insertable<CallTable>[]) => sql`
  INSERT INTO exchange.call (${columns})
  SELECT ${columns} FROM json_populate_recordset(NULL::exchange.call, ${JSON.stringify(calls)}::json)
  ON CONFLICT DO NOTHING`;

function byOffice<Item>(items: readonly Item[], officeOf: (item: Item) => string): Iterable<Item[]> {
  return Map.groupBy(items, officeOf).values();
}
