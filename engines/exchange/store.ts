import type { Database } from '@hengchan/platform';
import type { Insertable } from 'kysely';
import type { Circuit } from './circuit.ts';
import { closedCircuit } from './circuit.ts';
import { tables } from './exchange.ts';
import type { CallTable } from './tables.ts';

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
