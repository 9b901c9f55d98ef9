import type { Database, Transaction } from '@hengchan/platform';
import { type EnteredEntry, type EntryRequest, enterPage } from './enter.ts';

export interface BulkOptions {
  /** Entries in one transaction; 1,000 when left out, at most 5,000. */
  readonly pageSize?: number;
  /** What belongs to the entries of a page and is written in their transaction: evidence, certificates. */
  readonly alongside?: (trx: Transaction, entries: readonly EnteredEntry[]) => Promise<void>;
  readonly onProgress?: (entered: number) => void;
}

/**
 * Makes many entries, each with its own time, for seeds and for taking over an older register. The effects are
 * the same pure functions and the chain is the same chain; only the transaction is larger. Entries of a unit must
 * come in the order of their times. The next page is taken in while one is being written. A closed unit and its
 * successors may be on two pages, so that they fit each other is not checked here.
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
  const write = async (entries: readonly EntryRequest[]) => {
    if (entries.length === 0) return;
    await database.transaction().execute(async (trx) => {
      const made = await enterPage(trx, office, entries, false);
      await options.alongside?.(trx, made);
    });
    entered += entries.length;
    options.onProgress?.(entered);
  };
  let page: EntryRequest[] = [];
  let writing = Promise.resolve();
  for await (const request of requests) {
    page.push(request);
    if (page.length < pageSize) continue;
    await writing;
    writing = write(page);
    // Whoever awaits it next learns of a failure; until then it must not count as unhandled.
    writing.catch(() => undefined);
    page = [];
  }
  await writing;
  await write(page);
  return entered;
}
