import { caseworkTables } from '@hengchan/casework';
import type { Database } from '@hengchan/platform';
import type { Registration } from './registration.ts';

/** Number of the contract the housing department has filed and that agrees with the application, so that nobody has to type it (ONL-HCD-03). */
export async function filedContract(
  { platform }: Registration,
  database: Database,
  office: string,
  caseNo: string,
): Promise<{ contractNumber?: string }> {
  const row = await caseworkTables(database)
    .selectFrom('casework.fact')
    .select('data_sealed')
    .where('office', '=', office)
    .where('case_no', '=', caseNo)
    .where('kind', '=', 'contract')
    .where('outcome', '=', 'match')
    .orderBy('asked_at', 'desc')
    .executeTakeFirst();
  if (!row) return {};
  const { contractNo } = JSON.parse(platform.cipher.open(row.data_sealed)) as { contractNo?: unknown };
  return typeof contractNo === 'string' ? { contractNumber: contractNo } : {};
}
