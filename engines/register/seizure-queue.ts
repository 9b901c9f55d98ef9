import { startOfShanghaiDay, toShanghaiDate } from '@hengchan/standards';
import { firstDateAfter } from './calendar.ts';
import { type Draft, wording } from './draft.ts';
import type { SeizureContent, SeizureRight, Term } from './state.ts';

/**
 * The queue of seizures on one unit. Position 0 is in force, the others wait, all in the order in which the
 * notices were delivered (实施细则 91). When the one in force goes, the next comes into force by itself and its
 * term counts from then (查扣冻规定 26, 27). That a waiting seizure follows a lapsed one as it follows a released
 * one is practice; the article names release only.
 */

/** A waiting or ending seizure carries no days of force. */
function waiting(content: SeizureContent): SeizureContent {
  const { effectiveFrom: _from, effectiveUntil: _until, ...rest } = content;
  return { ...rest, kind: isPreSeizure(content) ? '4' : '2' };
}

/** The content of a seizure in force from a date. */
export function inForce(content: SeizureContent, from: string): SeizureContent {
  return {
    ...content,
    kind: isPreSeizure(content) ? '3' : '1',
    effectiveFrom: from,
    effectiveUntil: startOfShanghaiDay(firstDateAfter(from, content.term)).toISOString(),
  };
}

export const isPreSeizure = (content: Pick<SeizureContent, 'kind'>): boolean =>
  content.kind === '3' || content.kind === '4';

/** The instant from which a seizure in force is no longer so. */
export function untilOf(seizure: SeizureRight): Date {
  if (seizure.content.effectiveUntil === undefined) throw new Error(`seizure ${seizure.id} is not in force`);
  return new Date(seizure.content.effectiveUntil);
}

/** Gives everyone in the queue the position they now have, rewriting only the rows that change. */
function closeRanks(draft: Draft, reason: string, when: Date): void {
  for (const [position, seizure] of draft.seizures().entries()) {
    if (seizure.queue === position) continue;
    const content =
      position === 0 ? inForce(seizure.content, toShanghaiDate(when)) : waiting(seizure.content);
    const why = position === 0 ? '轮候查封自动生效' : reason;
    draft.replace(seizure, { ...wording(seizure), queue: position, content }, why, when);
  }
}

/** Ends one seizure and moves up those behind it. */
export function leaveQueue(draft: Draft, seizure: SeizureRight, reason: string, when: Date): void {
  draft.end(seizure.id, reason, when);
  closeRanks(draft, '轮候顺位递进', when);
}

/** Puts a seizure into its place by delivery; whoever was delivered later moves back, even one in force. */
export function joinQueue(draft: Draft, content: SeizureContent, rightType: string, from: string): void {
  const now = draft.at.now;
  const delivered = Date.parse(content.deliveredAt);
  const behind = draft.seizures().filter((each) => Date.parse(each.content.deliveredAt) > delivered);
  const position = draft.seizures().length - behind.length;
  for (const seizure of behind.toReversed()) {
    const reason = '送达在先的查封登记后，顺位后移';
    const moved = { ...wording(seizure), queue: seizure.queue + 1, content: waiting(seizure.content) };
    draft.replace(seizure, moved, reason, now);
  }
  draft.open({
    kind: 'seizure',
    rightType,
    holders: [],
    coOwnership: '0',
    queue: position,
    content: position === 0 ? inForce(content, from) : waiting(content),
  });
}

/** Whether a term is a positive count and at most three years long when begun on `from`. */
export function isLawfulTerm(term: Term, from: string): boolean {
  if (!Number.isSafeInteger(term.count) || term.count < 1 || term.count > 1096) return false;
  return firstDateAfter(from, term) <= firstDateAfter(from, { unit: 'year', count: 3 });
}

/** The seizure in force, or undefined. Lapsed ones are gone before an effect is applied. */
export function seizureInForce(draft: Draft): SeizureRight | undefined {
  return draft.seizures().find((seizure) => seizure.queue === 0);
}

/** The last calendar day of a seizure in force. */
export function lastDayOf(seizure: SeizureRight): string {
  return toShanghaiDate(new Date(untilOf(seizure).getTime() - 1));
}
