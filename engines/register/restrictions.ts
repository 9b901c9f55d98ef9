import type { Draft } from './draft.ts';
import { refuse } from './effects/effect.ts';
import { law } from './law.ts';
import { lastDayOf, seizureInForce } from './seizure-queue.ts';
import type { AdvanceNoticeRight, LockRight, Refusal, SealedPerson } from './state.ts';

/** What stands on a page and stops others: the stop of an authority, and the advance notice of a sale. */

/** The current stop on the page, if there is one. */
export function lockOf(draft: Draft): LockRight | undefined {
  return draft.of('lock')[0];
}

/** UNIT_LOCKED while a stop is on the page. */
export function checkNotLocked(draft: Draft): Refusal[] {
  const lock = lockOf(draft);
  if (!lock) return [];
  const { authority, documentNumber, reason } = lock.content;
  const message = `该不动产已被${authority.name}限制登记（${documentNumber}，${reason}），限制解除前不得办理。`;
  return [refuse('UNIT_LOCKED', message, law.refusal)];
}

/** UNIT_SEIZED while a seizure is in force: `what` says what may not be done then (查扣冻规定 24). */
export function checkNotSeized(draft: Draft, what: string): Refusal[] {
  const seizure = seizureInForce(draft);
  if (!seizure) return [];
  const message = `该不动产已被${seizure.content.authority.name}查封（期限至 ${lastDayOf(seizure)}），查封期间不得${what}。`;
  return [refuse('UNIT_SEIZED', message, law.disposalUnderSeizure)];
}

/** Advance notices of a sale or another transfer (kinds 1 and 2): the ones that stop disposal by others. */
export function noticesOfSale(draft: Draft): AdvanceNoticeRight[] {
  return draft.of('advance-notice').filter((notice) => notice.content.noticeKind <= '2');
}

/**
 * NOTICED for each notice of sale whose holders did not agree to a disposal (民法典 221). They agree in `consents`
 * (ids or origins of their notices), by being fulfilled themselves (`converts`), or by being `actors`: those who dispose.
 */
export function checkNotices(
  draft: Draft,
  agreed: {
    readonly consents?: readonly string[] | undefined;
    readonly converts?: string | undefined;
    readonly actors?: readonly SealedPerson[] | undefined;
  },
): Refusal[] {
  const consents = originsOf(draft, [
    ...(agreed.consents ?? []),
    ...(agreed.converts ? [agreed.converts] : []),
  ]);
  return noticesOfSale(draft)
    .filter((notice) => !consents.has(notice.origin) && !areAmong(notice.holders, agreed.actors ?? []))
    .map((notice) =>
      refuse(
        'NOTICED',
        `该不动产已办理预告登记（预告登记权利人：${notice.holders.map((each) => each.name).join('、')}），未经其书面同意不得处分。`,
        law.advanceNotice,
      ),
    );
}

/** Origins of the current rights that these ids or origins name. */
export function originsOf(draft: Draft, ids: readonly string[] | undefined): Set<string> {
  return new Set(ids?.flatMap((id) => draft.get(id)?.origin ?? []));
}

/** Whether every one of `people` is among `others`, compared by document. */
export function areAmong(people: readonly SealedPerson[], others: readonly SealedPerson[]): boolean {
  return people.every((each) =>
    others.some((other) => other.idType === each.idType && other.idIndex === each.idIndex),
  );
}
