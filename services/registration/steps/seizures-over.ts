import { caseworkTables, endCause, lockCase } from '@hengchan/casework';
import { type Database, type Transaction, transact } from '@hengchan/platform';
import { findUnits } from '@hengchan/register';
import { sql } from 'kysely';
import type { Registration } from '../registration.ts';

/** Why cases rest whose unit was seized. */
export const seized = 'seizure';

const queue = 'registration.seizures-over';
/** Terms of seizures run out without an entry, so it is looked at this often besides. */
const everySeconds = 600;

/** Looks after cases that rest because of a seizure: whenever one may have been released, and as time goes by. */
export function watchSeizures(registration: Registration): void {
  const { jobs } = registration.platform;
  const look = async () => void (await findSeizuresOver(registration));
  jobs.handle(queue, look);
  jobs.every(everySeconds, queue, look);
}

/** After an entry on units that were seized: once it is committed, cases that rest because of it are looked at. */
export const lookAtSeizures = ({ platform }: Registration, trx: Transaction): Promise<void> =>
  platform.jobs.send(trx, queue, {});

/**
 * Cases that rest because of a seizure none of their units has any more, released or run out: whoever may resume them is told in the work
 * list. One whose unit another seizure in the queue has taken stays as it is. Returns how many were found.
 */
async function findSeizuresOver({ platform, casework }: Registration): Promise<number> {
  const resting = await restingCases(platform.database);
  let over = 0;
  for (const [office, cases] of Map.groupBy(resting, (each) => each.office)) {
    const codes = [...new Set(cases.flatMap((each) => each.codes))];
    const stillSeized = await seizedAmong(platform.database, office, codes, platform.clock.now());
    for (const { no } of cases.filter((each) => !each.codes.some((code) => stillSeized.has(code)))) {
      const found = await transact(platform, async (trx) => {
        const record = await lockCase(trx, no);
        const own = record.units.map((unit) => unit.unit_code);
        // Another court may have been quicker than the lock.
        if ((await seizedAmong(trx, office, own, platform.clock.now())).size > 0) return false;
        return endCause(casework, trx, record, {
          cause: seized,
          title: '查封已解除或失效',
          comment: '中止的事由已经消除，待登记机构恢复办理。',
        });
      });
      if (found) over += 1;
    }
  }
  return over;
}

/** Every case that rests because of a seizure, with its units: seizures last for years, so none may hide behind older ones. */
const restingCases = (database: Database) =>
  caseworkTables(database)
    .selectFrom('casework.cases as c')
    .innerJoin('casework.case_unit as u', (join) =>
      join.onRef('u.office', '=', 'c.office').onRef('u.case_no', '=', 'c.no'),
    )
    .select(['c.office', 'c.no', sql<string[]>`array_agg(u.unit_code)`.as('codes')])
    .where('c.suspended_for', '=', seized)
    .where('c.suspension_over_at', 'is', null)
    .groupBy(['c.office', 'c.no'])
    .execute();

/** Those of the units that are under a seizure at the moment. */
async function seizedAmong(
  database: Database,
  office: string,
  codes: readonly string[],
  asOf: Date,
): Promise<ReadonlySet<string>> {
  const states = await findUnits(database, office, codes, { asOf });
  return new Set(
    [...states].flatMap(([code, { rights }]) =>
      rights.some(({ kind }) => kind === 'seizure') ? [code] : [],
    ),
  );
}
