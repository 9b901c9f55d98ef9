import type { Database } from '@hengchan/platform';
import { type EntryRequest, enterAll } from './enter.ts';

export interface BulkOptions {
  /** Entries in one transaction; 1,000 when left out, at most 5,000. */
  readonly pageSize?: number;
  readonly onProgress?: (entered: number) => void;
}

/**
 * Makes many entries, each with its own time, for seeds and for taking over an older register. The effects are
 * the same pure functions and the chain is the same chain; only the transaction is larger. Entries of a unit must
 * come in the order of their times.
 *
 * Resumes nothing: a Problem stops it, and the pages before remain. Returns how many were entered.
 */
export async function bulkEnter(
  database: Database,
  office: string,
  requests: Iterable<EntryRequest> | AsyncIterable<EntryRequest>,
  options: BulkOptions = {},
): Promise<number> {
  const pageSize = Math.min(options.pageSize ?? 1_000, 5_000);
  let entered = 0;
  let page: EntryRequest[] = [];
  const flush = async () => {
    const entries = page;
    page = [];
    if (entries.length === 0) return;
    await database.transaction().execute((trx) => enterAll(trx, office, entries));
    entered += entries.length;
    options.onProgress?.(entered);
  };
  for await (const request of requests) {
    page.push(request);
    if (page.length >= pageSize) await flush();
  }
  await flush();
  return entered;
}
