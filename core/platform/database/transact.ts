import type { Events } from '../system/events.ts';
import type { Database, Transaction } from './tables.ts';

/** Runs the work in a transaction, and once that is committed tells what it left with `events.publishAfter`. */
export async function transact<Result>(
  { database, events }: { database: Database; events: Events },
  work: (trx: Transaction) => Promise<Result>,
): Promise<Result> {
  let own: Transaction | undefined;
  const result = await database.transaction().execute((trx) => {
    own = trx;
    return work(trx);
  });
  if (own) events.committed(own);
  return result;
}
