import type { Draft } from './draft.ts';
import { refuse } from './effects/effect.ts';
import { law } from './law.ts';
import { originsOf } from './restrictions.ts';
import type { Refusal, RightKind } from './state.ts';

/** Rights that rest on the title: what ends or divides the title touches their holders. */
const names: { readonly [K in RightKind]?: string } = {
  mortgage: '抵押权',
  'advance-notice': '预告登记',
  easement: '地役权',
  habitation: '居住权',
  management: '土地经营权',
};

/**
 * CONSENT_MISSING for each current right that rests on the title and whose holders did not agree; `consents` are
 * ids or origins of rights (实施细则 28), `except` kinds that are judged otherwise.
 */
export function checkDependents(
  draft: Draft,
  consents: readonly string[] | undefined,
  except: readonly RightKind[] = [],
): Refusal[] {
  const agreed = originsOf(draft, consents);
  return draft
    .all()
    .filter(
      (right) => names[right.kind] !== undefined && !except.includes(right.kind) && !agreed.has(right.origin),
    )
    .map((right) => {
      const holders = right.holders.map((each) => each.name).join('、');
      const message = `该不动产上有${names[right.kind]}（权利人：${holders}），须经其书面同意。`;
      return refuse('CONSENT_MISSING', message, law.cancellation);
    });
}

/** Ends the title for the reason given, then everything that rested on it. The page has no current right afterwards. */
export function endEverything(draft: Draft, reason: string, following: string): void {
  const title = draft.ownership();
  if (title) draft.end(title.id, reason);
  for (const right of draft.all()) draft.end(right.id, following);
}
