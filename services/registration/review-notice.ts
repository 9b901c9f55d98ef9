import { type CaseRecord, historyOf, openTokens } from '@hengchan/casework';
import type { Actor } from '@hengchan/platform';
import { latestFindings } from './findings.ts';
import type { Registration } from './registration.ts';
import type { ReviewNotice } from './review-schema.ts';
import type { ReviewConclusion, ReviewReason } from './steps/screen.ts';

/**
 * What to say while a case that automatic review could not pass waits for a person: to the applicant where to turn (REG-AUD-19), to the
 * clerk what needs a person's eye and why (REG-AUD-20). Undefined when there is nothing to say. For somebody who may see the case.
 */
export async function reviewNotice(
  registration: Registration,
  actor: Actor,
  record: CaseRecord,
): Promise<ReviewNotice | undefined> {
  const { office: code, no, closed_at } = record.case;
  if (closed_at !== null) return undefined;
  const withStaff = openTokens(record).some(
    (token) => token.kind === 'human' && token.role !== null && !token.role.startsWith('party:'),
  );
  if (!withStaff) return undefined;
  const reasons = await reasonsOf(registration, no);
  if (reasons.length === 0) return undefined;
  const info = registration.offices.get(code);
  const office = {
    name: info?.name ?? code,
    address: info?.address ?? '',
    ...(info?.hours === undefined ? {} : { hours: info.hours }),
  };
  if (actor.kind === 'staff')
    return {
      audience: 'clerk',
      title: '智能审核未通过，需人工辅助审核',
      text: `以下 ${reasons.length} 项机器不能认定，请逐项核对后决定。`,
      office,
      reasons: [...reasons],
    };
  return {
    audience: 'applicant',
    title: '本件已转登记机构人工审核',
    text: `智能审核未能通过，不必重新申请。请联系${office.name}人工办理${office.address ? `，地址：${office.address}` : ''}${office.hours ? `，办公时间：${office.hours}` : ''}。`,
    office,
    // What is open about others is theirs; the clerk tells each party what concerns them.
    reasons: [],
  };
}

/** What the last automatic review left open; of a process without that step, what the rules last found. */
async function reasonsOf({ platform }: Registration, caseNo: string): Promise<readonly ReviewReason[]> {
  const screened = (await historyOf(platform.database, caseNo)).findLast((line) => line.action === 'screen');
  const conclusion = screened?.data as unknown as ReviewConclusion | null | undefined;
  if (conclusion?.reasons) return conclusion.reasons;
  const findings = await latestFindings(platform.database, caseNo);
  return findings
    .filter(({ outcome }) => outcome === 'block' || outcome === 'person')
    .map(({ rule, title, message }) => ({ code: rule, title, text: message }));
}
