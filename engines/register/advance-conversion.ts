import type { Draft } from './draft.ts';
import { refuse } from './effects/effect.ts';
import { areSamePeople } from './holders.ts';
import { law } from './law.ts';
import type { AdvanceNoticeRight, Refusal, SealedPerson } from './state.ts';

/** Of a sale or another transfer, or of a mortgage. */
type Promised = 'title' | 'mortgage';

const kinds = { title: ['1', '2'], mortgage: ['3', '4'] };

/** The notice that what is entered now fulfils, or why there is none. Its holders must be those who now receive the right. */
export function noticeToConvert(
  draft: Draft,
  id: string | undefined,
  promised: Promised,
  receivers: readonly SealedPerson[],
): { readonly notice?: AdvanceNoticeRight; readonly refusals: readonly Refusal[] } {
  if (id === undefined) return { refusals: [] };
  const notice = draft.get(id);
  if (notice?.kind !== 'advance-notice' || !kinds[promised].includes(notice.content.noticeKind)) {
    const message = '没有可以转为本登记的现势预告登记。';
    return { refusals: [refuse('NOTICE_NOT_CURRENT', message, law.advanceNotice)] };
  }
  if (!areSamePeople(notice.holders, receivers)) {
    const message = '预告登记转本登记的权利人应当是预告登记权利人。';
    return { refusals: [refuse('NOTICE_HOLDERS_DIFFER', message, law.advanceNotice)] };
  }
  return { notice, refusals: [] };
}

/** Ends the notice that was fulfilled. */
export function endConverted(draft: Draft, notice: AdvanceNoticeRight | undefined): void {
  if (notice) draft.end(notice.id, '预告登记转本登记');
}
