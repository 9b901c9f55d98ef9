import type { Database, Transaction } from '@hengchan/platform';
import { type Insertable, sql } from 'kysely';
import type { Circuit } from './circuit.ts';
import { closedCircuit } from './circuit.ts';
import { tables } from './exchange.ts';
import type { CallTable, InboxTable } from './tables.ts';

/** The circuit of a peer and the version to write it back under; a peer never called has version 0. */
export async function readCircuit(
  database: Database,
  peer: string,
): Promise<{ circuit: Circuit; version: number }> {
  const row = await tables(database)
    .selectFrom('exchange.peer_state')
    .selectAll()
    .where('peer', '=', peer)
    .executeTakeFirst();
  if (!row) return { circuit: closedCircuit, version: 0 };
  const { failures, openings, until, version } = row;
  if (row.state === 'closed' || until === null) {
    return { circuit: { state: 'closed', failures, openings, until: undefined }, version };
  }
  return { circuit: { state: row.state, failures, openings, until }, version };
}

/** False when another server wrote in between: read again and decide again. */
export async function writeCircuit(
  database: Database,
  peer: string,
  circuit: Circuit,
  version: number,
  now: Date,
): Promise<boolean> {
  const { state, failures, openings } = circuit;
  const row = {
    peer,
    state,
    failures,
    openings,
    until: circuit.until ?? null,
    version: version + 1,
    changed_at: now,
  };
  const written = await tables(database)
    .insertInto('exchange.peer_state')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('peer').doUpdateSet(row).where('exchange.peer_state.version', '=', version),
    )
    .executeTakeFirst();
  return (written.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function writeCall(database: Database, call: Insertable<CallTable>): Promise<void> {
  await tables(database).insertInto('exchange.call').values(call).execute();
}

/** Keeps the nonce and the number of a message, and says which of them was new. */
export async function writeArrival(
  trx: Transaction,
  inbox: Omit<InboxTable, 'answer_sealed'>,
  nonce: string,
): Promise<{ nonce: boolean; message: boolean }> {
  const { office, peer, received_at } = inbox;
  const { rows } = await sql<{ nonce: boolean; message: boolean }>`
    WITH nonce AS (${tables(trx)
      .insertInto('exchange.nonce')
      .values({ office, peer, nonce, seen_at: received_at })
      .onConflict((conflict) => conflict.doNothing())
      .returning('office')}),
    message AS (${tables(trx)
      .insertInto('exchange.inbox')
      .values(inbox)
      .onConflict((conflict) => conflict.doNothing())
      .returning('office')})
    SELECT EXISTS (SELECT FROM nonce) AS nonce, EXISTS (SELECT FROM message) AS message`.execute(trx);
  return rows[0] ?? { nonce: false, message: false };
}

/** Keeps the call a message came in, and with the message the answer that the call got. */
export async function writeAnswered(trx: Transaction, call: Insertable<CallTable>): Promise<void> {
  await tables(trx)
    .with('answered', (answered) =>
      answered
        .updateTable('exchange.inbox')
        .set({ answer_sealed: call.answer_sealed ?? null })
        .where('office', '=', call.office)
        .where('peer', '=', call.peer)
        .where('message_no', '=', call.message_no),
    )
    .insertInto('exchange.call')
    .values(call)
    .execute();
}
