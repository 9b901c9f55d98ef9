import { issueCertificates } from '../certificates.ts';
import { type NewRight, wording } from '../draft.ts';
import { areSamePeople, checkHolders } from '../holders.ts';
import { law } from '../law.ts';
import { isLimited, policyOf } from '../limited/policies.ts';
import { checkNotLocked } from '../restrictions.ts';
import type { CoOwnership, Refusal, SealedHolder, SealedPerson } from '../state.ts';
import { type EffectBase, type EffectDefinition, optional, refuse } from './effect.ts';

/** 抵押权、预告、地役权、土地经营权的转移登记: the right goes on with other people, its content and rank unchanged. */
export interface RightTransfer extends EffectBase {
  readonly type: 'right-transfer';
  /** Id or origin of the right. */
  readonly right: string;
  readonly holders: readonly SealedHolder[];
  readonly coOwnership: CoOwnership;
  /** Of an advance notice: who owes what it promises from now on, where that passed to others too; left out: who did before. */
  readonly obligors?: readonly SealedPerson[];
  /** Of a maximum mortgage whose claims are open: the parties agreed that it passes with a part of them. */
  readonly agreed?: boolean;
  /** Ids or origins of the rights whose holders agreed. */
  readonly consents?: readonly string[];
  /** Number of the new proof; the old one is void. */
  readonly certificate?: string;
}

export const rightTransfer: EffectDefinition<RightTransfer> = {
  type: 'right-transfer',
  title: '他项权利转移登记',
  law: [law.mortgageWithClaim, law.maximumMortgageTransfer, law.easementWithLand, law.habitationStays],
  apply(draft, effect) {
    const old = draft.get(effect.right);
    if (!isLimited(old)) {
      return [refuse('RIGHT_NOT_CURRENT', '没有这项可以转移的现势权利。', law.mortgageWithClaim)];
    }
    const policy = policyOf(old);
    if (!policy.checkTransfer) {
      return [refuse('NOT_TRANSFERABLE', `${policy.title}不得转让。`, policy.law)];
    }
    const refusals = [
      ...checkNotLocked(draft),
      ...checkHolders(effect.holders, effect.coOwnership),
      ...checkOthers(old.holders, effect.holders),
      ...policy.checkTransfer(draft, old, effect),
    ];
    if (refusals.length > 0) return refusals;

    const { certificate: _void, ...rest } = wording(old);
    const next = {
      ...rest,
      holders: effect.holders,
      coOwnership: effect.coOwnership,
      ...optional('certificate', effect.certificate),
      ...(old.kind === 'advance-notice' && effect.obligors
        ? { content: { ...old.content, obligors: effect.obligors } }
        : {}),
    };
    const right = draft.replace(old, next as NewRight, effect.reason);
    if (policy.issuesProof?.(draft, old) ?? true) {
      issueCertificates(draft, right, effect.certificate, effect.holders);
    }
    return [];
  },
};

function checkOthers(old: readonly SealedHolder[], next: readonly SealedHolder[]): Refusal[] {
  if (!areSamePeople(old, next)) return [];
  return [refuse('NOTHING_CHANGES', '受让人与现权利人相同。', law.mortgageWithClaim)];
}
