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

/** What an automatic review came to; kept with its line of the history under `data`. */
export interface ReviewConclusion {
  /** `passed` was decided without a person; `clear` found nothing but is for a person to decide. */
  outcome: 'passed' | 'clear' | 'person' | 'block';
  reasons: readonly ReviewReason[];
}

export interface ReviewReason {
  /** Code of the rule, or `source` for a fact its source did not confirm. */
  code: string;
  title: string;
  text: string;
}

const titles: Record<ReviewConclusion['outcome'], string> = {
  passed: '智能审核通过',
  clear: '智能审核未发现问题，由人工决定',
  person: '智能审核未通过，转人工',
  block: '智能审核未通过，转人工',
};

/**
 * 智能审核 of every case that comes to it, from whatever channel (REG-AUD-01): an online case of a business on the office's list goes on
 * without a person when every rule passes and every fact was confirmed by its source; anything else goes to a person with the open
 * points on record (REG-BKG-01, REG-AUD-19, REG-AUD-20).
 */
export function screen(registration: Registration): AutomaticHandler<undefined> {
  return {
    async apply(trx, context) {
      const { record, definition } = context;
      const { no, channel } = record.case;
      const found = await review(registration, trx, context);
      const alone =
        found.outcome === 'clear' && channel === 'online' && (await isAutomatic(registration, trx, record));
      const conclusion: ReviewConclusion = alone ? { ...found, outcome: 'passed' } : found;
      await recordEvent(registration.platform, trx, systemActor, {
        caseNo: no,
        action: 'screen',
        title: titles[conclusion.outcome],
        ...(conclusion.reasons.length === 0
          ? {}
          : { comment: conclusion.reasons.map((reason) => reason.text).join('；') }),
        data: { ...conclusion },
      });
      if (!alone) return undefined;
      if (!record.case.accepted_at) {
        await claimUnits(registration, trx, record, definition);
        await startLimit(registration.casework, trx, record, '智能受理');
      }
      return 'automatic';
    },
  };
}

/** What a person would have to look at; no reasons when nothing. */
async function review(
  registration: Registration,
  trx: Transaction,
  { record, definition }: StepContext,
): Promise<ReviewConclusion> {
  const findings = [
    ...(await assess(registration, trx, record, definition, 'accept')),
    ...(await assess(registration, trx, record, definition, 'review')),
  ].filter((finding) => ['block', 'person'].includes(finding.outcome));
  const facts = await caseworkTables(trx)
    .selectFrom('casework.fact')
    .select(['subject', 'source', 'outcome'])
    .where('office', '=', record.case.office)
    .where('case_no', '=', record.case.no)
    .where('outcome', '<>', 'match')
    .execute();
  const reasons = [
    ...findings.map(({ code, title, message }) => ({ code, title, text: message })),
    ...facts.map(({ source, subject }) => ({
      code: 'source',
      title: `${source}未确认`,
      text: `${source}未确认${subject}的信息`,
    })),
  ];
  const distinct = [...new Map(reasons.map((reason) => [`${reason.code} ${reason.text}`, reason])).values()];
  if (distinct.length === 0) return { outcome: 'clear', reasons: [] };
  const blocks = findings.some((finding) => finding.outcome === 'block');
  return { outcome: blocks ? 'block' : 'person', reasons: distinct };
}
