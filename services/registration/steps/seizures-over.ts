import { caseworkTables, endCause, lockCase } from '@hengchan/casework';
import { type Transaction, transact } from '@hengchan/platform';
import { findUnits } from '@hengchan/register';
import type { Registration } from '../registration.ts';

/** Why cases rest whose unit was seized. */
export const seized = 'seizure';

const queue = 'registration.seizures-over';
/** Terms of seizures run out without an entry, so it is looked at this often besides. */
const everySeconds = 600;
const mostAtOnce = 200;

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
  const resting = await caseworkTables(platform.database)
    .selectFrom('casework.cases')
    .select('no')
    .where('suspended_for', '=', seized)
    .where('suspension_over_at', 'is', null)
    .orderBy('suspended_at')
    .limit(mostAtOnce)
    .execute();
  let over = 0;
  for (const { no } of resting) {
    const found = await transact(platform, async (trx) => {
      const record = await lockCase(trx, no);
      const codes = record.units.map((unit) => unit.unit_code);
      const states = await findUnits(trx, record.case.office, codes, { asOf: platform.clock.now() });
      const rights = [...states.values()].flatMap((state) => state.rights);
      if (rights.some((right) => right.kind === 'seizure')) return false;
      return endCause(casework, trx, record, {
        cause: seized,
        title: '查封已解除或失效',
        comment: '中止的事由已经消除，待登记机构恢复办理。',
      });
    });
    if (found) over += 1;
  }
  return over;
}
