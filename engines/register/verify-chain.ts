import type { Database, Transaction } from '@hengchan/platform';
import type { Selectable } from 'kysely';
import { isCanonical } from './canonical.ts';
import { chainStart, hashEntry } from './chain.ts';
import { tables } from './database.ts';
import { officeHead } from './entries.ts';
import type { EntryTable } from './tables.ts';

/** One thing that is not as the entries say. */
export interface VerifyFinding {
  readonly table: string;
  /** The primary key of the row, without the office. */
  readonly row: string;
  readonly message: string;
}

/** Recomputes the hash of every entry of an office and follows the chain to its head, a page at a time. */
export async function verifyChain(
  database: Database | Transaction,
  office: string,
  pageSize: number,
  report: (finding: VerifyFinding) => void,
  onPage: (entries: number) => void,
): Promise<number> {
  const read = (after: number) =>
    tables(database)
      .selectFrom('register.entry')
      .selectAll()
      .where('office', '=', office)
      .where('number', '>', after)
      .orderBy('number')
      .limit(pageSize)
      .execute();
  let head = { number: 0, hash: chainStart };
  for (let next = read(0); ; ) {
    const rows = await next;
    // The database looks for the next page while this one is hashed.
    if (rows.length === pageSize) next = read(rows.at(-1)?.number ?? 0);
    for (const row of rows) {
      for (const message of faultsOf(row, head)) {
        report({ table: 'register.entry', row: String(row.number), message });
      }
      head = { number: row.number, hash: row.hash };
    }
    onPage(rows.length);
    if (rows.length < pageSize) break;
  }
  const recorded = await officeHead(database, office);
  if (recorded.number !== head.number || recorded.hash !== head.hash) {
    report({ table: 'register.office_head', row: office, message: '与最后一条登簿记录不一致' });
  }
  return head.number;
}

function faultsOf(row: Selectable<EntryTable>, previous: { number: number; hash: string }): string[] {
  const faults: string[] = [];
  if (row.number !== previous.number + 1) faults.push(`缺少第 ${previous.number + 1} 条登簿记录`);
  if (row.previous_hash !== previous.hash) faults.push('前一条的哈希不相符');
  const hashed = {
    office: row.office,
    number: row.number,
    caseNo: row.case_no,
    business: row.business,
    effect: row.effect,
    registrar: row.registrar,
    mode: row.mode,
    enteredAt: row.entered_at,
    previousHash: row.previous_hash,
  };
  if (hashEntry(hashed) !== row.hash) faults.push('内容与哈希不相符');
  return [...faults, ...effectFaults(row)];
}

/** The columns beside the effect repeat what it says, and the effect is in the one form that was hashed. */
function effectFaults(row: Selectable<EntryTable>): string[] {
  try {
    const effect = JSON.parse(row.effect) as { type?: unknown; unit?: unknown };
    const faults: string[] = [];
    if (effect.unit !== row.unit_code) faults.push('不动产单元号与登记内容不一致');
    if (effect.type !== row.effect_type) faults.push('登记类型与登记内容不一致');
    if (!isCanonical(row.effect, effect)) faults.push('登记内容不是规范格式');
    return faults;
  } catch {
    return ['登记内容无法解析'];
  }
}
