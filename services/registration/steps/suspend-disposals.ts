import { type CaseRecord, caseworkTables, lockCase, recordEvent, suspendCase } from '@hengchan/casework';
import { systemActor, type Transaction } from '@hengchan/platform';
import type { EnteredEntry } from '@hengchan/register';
import type { Registration } from '../registration.ts';
import { seized as cause } from './seizures-over.ts';

/**
 * The accepted cases that dispose of the units a case is about, locked. Before the units are: whoever enters a disposal locks its case
 * first and its units then, and two that went the other way round would wait for each other.
 */
export async function lockDisposals(trx: Transaction, record: CaseRecord): Promise<CaseRecord[]> {
  const { office, no } = record.case;
  const claims = await caseworkTables(trx)
    .selectFrom('casework.claim')
    .select('case_no')
    .distinct()
    .where('office', '=', office)
    .where('case_no', '<>', no)
    .where('unit_code', 'in', record.units.map((unit) => unit.unit_code).concat(''))
    .orderBy('case_no')
    .execute();
  const cases: CaseRecord[] = [];
  for (const { case_no } of claims) cases.push(await lockCase(trx, case_no));
  return cases;
}

/** 查扣冻规定 23、24: a unit that was seized is not disposed of; whoever applied for it sees that the case rests, and why. */
export async function suspendDisposals(
  registration: Registration,
  trx: Transaction,
  disposals: readonly CaseRecord[],
  entered: readonly EnteredEntry[],
): Promise<void> {
  const { platform, casework } = registration;
  const seized = new Set(
    entered.filter((entry) => entry.effect.type === 'seizure').map((entry) => entry.unit),
  );
  for (const record of disposals) {
    if (!record.units.some((unit) => seized.has(unit.unit_code))) continue;
    const reason = '该不动产已被查封，依照查封、扣押、冻结财产的规定中止办理。';
    if (!(await suspendCase(casework, trx, systemActor, record, reason, cause))) continue;
    const { office, no } = record.case;
    await recordEvent(platform, trx, systemActor, {
      caseNo: no,
      action: 'suspend',
      title: '中止办理',
      comment: reason,
    });
    await platform.audit.write(trx, systemActor, { action: 'case.suspend', subject: no, office });
  }
}
