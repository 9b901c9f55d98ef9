import {
  type AutomaticHandler,
  caseworkTables,
  recordEvent,
  type StepContext,
  startLimit,
} from '@hengchan/casework';
import { systemActor, type Transaction } from '@hengchan/platform';
import { assess } from '../assess.ts';
import { isAutomatic } from '../automatic-businesses.ts';
import type { Registration } from '../registration.ts';
import { claimUnits } from './action-works.ts';

/**
 * 智能审核: an online case of a business on the office's list goes on without a person when every rule passes and every fact was
 * confirmed by its source; anything else goes to a person with the open points on record (REG-BKG-01, REG-AUD-19).
 */
export function screen(registration: Registration): AutomaticHandler<undefined> {
  return {
    async apply(trx, context) {
      const { record, definition } = context;
      const { office, no, channel } = record.case;
      if (channel !== 'online' || !(await isAutomatic(trx, definition.code, office))) return undefined;
      const open = await openPoints(registration, trx, context);
      await recordEvent(registration.platform, trx, systemActor, {
        caseNo: no,
        action: 'screen',
        title: open.length === 0 ? '智能审核通过' : '智能审核未通过，转人工',
        ...(open.length === 0 ? {} : { comment: open.join('；') }),
      });
      if (open.length > 0) return undefined;
      if (!record.case.accepted_at) {
        await claimUnits(registration, trx, record, definition);
        await startLimit(registration.casework, trx, record, '智能受理');
      }
      return 'automatic';
    },
  };
}

/** What a person has to look at; empty when nothing. */
async function openPoints(
  registration: Registration,
  trx: Transaction,
  { record, definition }: StepContext,
): Promise<string[]> {
  const findings = [
    ...(await assess(registration, trx, record, definition, 'accept')),
    ...(await assess(registration, trx, record, definition, 'review')),
  ];
  const grounds = findings
    .filter((finding) => ['block', 'person'].includes(finding.outcome))
    .map((finding) => finding.message);
  const facts = await caseworkTables(trx)
    .selectFrom('casework.fact')
    .select(['subject', 'source', 'outcome'])
    .where('office', '=', record.case.office)
    .where('case_no', '=', record.case.no)
    .where('outcome', '<>', 'match')
    .execute();
  return [...new Set([...grounds, ...facts.map((fact) => `${fact.source}未确认${fact.subject}的信息`)])];
}
