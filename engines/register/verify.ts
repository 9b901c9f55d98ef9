import type { Database } from '@hengchan/platform';
import { compareRows } from './compare-rows.ts';
import { foldPages } from './fold-pages.ts';
import { type ProjectionRows, rowsOf } from './rows.ts';
import { type VerifyFinding, verifyChain } from './verify-chain.ts';
import { projectionTables } from './write-rows.ts';

export interface VerifyOptions {
  /** Entries read at a time; 2,000 when left out. Memory follows it, not the size of the register. */
  readonly pageSize?: number;
  readonly onProgress?: (progress: {
    readonly step: 'chain' | 'projections';
    readonly entries: number;
  }) => void;
}

export interface VerifyReport {
  readonly office: string;
  readonly entries: number;
  readonly units: number;
  readonly rights: number;
  readonly ok: boolean;
  /** What is wrong, by table and row; the first hundred. */
  readonly findings: readonly VerifyFinding[];
  /** How many there are in all. */
  readonly found: number;
}

const mostFindings = 100;

const words = { missing: '缺少这一行', unexpected: '登簿记录中没有这一行', different: '与登簿记录不一致' };

/**
 * Checks the whole register of an office against its entries: recomputes every hash of the chain, folds all
 * entries again and compares every row of every projection. Changes nothing; reads one consistent snapshot, so
 * entries may be made meanwhile.
 */
export async function verify(
  database: Database,
  office: string,
  options: VerifyOptions = {},
): Promise<VerifyReport> {
  const pageSize = options.pageSize ?? 2_000;
  const findings: VerifyFinding[] = [];
  let found = 0;
  const report = (finding: VerifyFinding) => {
    found += 1;
    if (findings.length < mostFindings) findings.push(finding);
  };
  return database
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      let read = 0;
      const entries = await verifyChain(trx, office, pageSize, report, (count) => {
        read += count;
        options.onProgress?.({ step: 'chain', entries: read });
      });
      let [folded, units, rights] = [0, 0, 0];
      for await (const page of foldPages(trx, office, pageSize)) {
        for (const { number, message } of page.broken) {
          report({ table: 'register.entry', row: String(number), message });
        }
        const rows = page.projections.map((projection) => rowsOf(office, projection));
        for (const table of projectionTables) {
          const expected = rows.flatMap((each): readonly object[] => each[table]);
          for (const { key, kind } of await compareRows(trx, office, table, page.range, expected)) {
            report({ table, row: key, message: words[kind] });
          }
        }
        folded += page.entries;
        units += rows.length;
        rights += rows.reduce((sum, each: ProjectionRows) => sum + each['register.right'].length, 0);
        options.onProgress?.({ step: 'projections', entries: folded });
      }
      return { office, entries, units, rights, ok: found === 0, findings, found };
    });
}
