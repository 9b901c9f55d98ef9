import { type CaseRecord, caseworkTables } from '@hengchan/casework';
import type { Database, Transaction } from '@hengchan/platform';
import { handlingOf } from '../handling/parameters.ts';

const supplementActions = ['supplement', 'review-supplement'];

/** Whether a step has asked for supplements as often as it may without new facts (条例 17). */
export async function supplementsSpent(
  database: Database | Transaction,
  { case: { office, no } }: CaseRecord,
  step: string,
): Promise<boolean> {
  const { supplements } = await handlingOf(database, office);
  const { asked } = await caseworkTables(database)
    .selectFrom('casework.event')
    .select((select) => select.fn.countAll<number>().as('asked'))
    .where('office', '=', office)
    .where('case_no', '=', no)
    .where('node', '=', step)
    .where('action', 'in', supplementActions)
    .executeTakeFirstOrThrow();
  return Number(asked) >= supplements;
}
