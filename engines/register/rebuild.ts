import type { Database } from '@hengchan/platform';
import { sql } from 'kysely';
import { officeHead } from './entries.ts';
import { foldPages } from './fold-pages.ts';
import { rowsOf } from './rows.ts';
import { type VerifyFinding, verifyChain } from './verify-chain.ts';
import { insertRows, projectionTables, updateRows } from './write-rows.ts';

/**
 * Makes every projection of an office anew from its entries, in one transaction. The connection must own the
 * tables: the application's role may not delete. Refuses with an Error when the chain of entries is broken,
 * because then the entries themselves have to be restored first.
 */
export async function rebuild(
  owner: Database,
  office: string,
  options: { readonly pageSize?: number } = {},
): Promise<{ readonly entries: number; readonly units: number }> {
  const pageSize = options.pageSize ?? 2_000;
  return owner.transaction().execute(async (trx) => {
    const broken: VerifyFinding[] = [];
    await sql`SELECT FROM register.office_head WHERE office = ${office} FOR UPDATE`.execute(trx);
    const entries = await verifyChain(
      trx,
      office,
      pageSize,
      (finding) => broken.push(finding),
      () => undefined,
    );
    const chain = broken.filter((finding) => finding.table === 'register.entry');
    if (chain.length > 0) {
      throw new Error(
        `the chain of office ${office} is broken at entry ${chain[0]?.row}: ${chain[0]?.message}`,
      );
    }
    for (const table of projectionTables.toReversed()) {
      await sql`DELETE FROM ${sql.table(table)} WHERE office = ${office}`.execute(trx);
    }
    let units = 0;
    for await (const page of foldPages(trx, office, pageSize)) {
      if (page.broken[0]) throw new Error(`entry ${page.broken[0].number}: ${page.broken[0].message}`);
      const rows = page.projections.map((projection) => rowsOf(office, projection));
      for (const table of projectionTables) {
        await insertRows(
          trx,
          table,
          rows.flatMap((each): readonly Record<string, unknown>[] => each[table] as never),
        );
      }
      units += rows.length;
    }
    await restoreHead(trx as unknown as Database, office, entries);
    return { entries, units };
  });
}

async function restoreHead(database: Database, office: string, number: number): Promise<void> {
  const last = await sql<{ hash: string }>`
    SELECT hash FROM register.entry WHERE office = ${office} AND number = ${number}`.execute(database);
  const hash = last.rows[0]?.hash;
  if (hash === undefined) return;
  const head = await officeHead(database, office);
  const row = { office, number, hash };
  if (head.number === 0) await insertRows(database, 'register.office_head', [row]);
  else await updateRows(database, 'register.office_head', [row]);
}
