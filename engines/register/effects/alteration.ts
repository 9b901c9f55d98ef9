import { law } from '../law.ts';
import { checkNotLocked } from '../restrictions.ts';
import type { CoOwnership, OwnershipRight, Refusal, SealedHolder, UnitFacts } from '../state.ts';
import { changeTitle, checkPlan, checkSeizedTitle, planTitle, type TitleChange } from '../title-change.ts';
import { type EffectBase, type EffectDefinition, optional, refuse } from './effect.ts';

/**
 * 变更登记 of the title (实施细则 26): the same people with another name or document or with other shares, and other
 * facts of the unit. The right stays the same right; what depends on it is not touched.
 */
export interface Alteration extends EffectBase {
  readonly type: 'alteration';
  /** All holders as they are now; the same people as before. */
  readonly holders?: readonly SealedHolder[];
  /** Whose document has another number now, by the blind indexes of the old and the new number. */
  readonly identityChanged?: readonly { readonly from: string; readonly to: string }[];
  readonly coOwnership?: CoOwnership;
  /** The facts that change; never the code, the kind or the parcel. */
  readonly facts?: Partial<UnitFacts>;
  readonly remark?: string;
  /** Number of the certificate issued in place of the old one; left out: the old one stays. */
  readonly certificate?: string;
}

export const alteration: EffectDefinition<Alteration> = {
  type: 'alteration',
  title: '变更登记',
  law: [law.alteration, law.disposalUnderSeizure],
  apply(draft, effect) {
    const old = draft.ownership();
    if (!old) return [refuse('NO_OWNERSHIP', '该不动产单元没有可以变更的现势权利。', law.refusal)];
    const { remark, identityChanged } = effect;
    const change: TitleChange = {
      ...optional('holders', effect.holders),
      ...optional('coOwnership', effect.coOwnership),
      ...optional('facts', effect.facts),
      ...optional('certificate', effect.certificate),
      content: optional('remark', remark),
    };
    const before = personBefore(old, identityChanged);
    const plan = planTitle(draft, old, change, before);
    const refusals = [
      ...checkNotLocked(draft),
      ...checkSamePeople(old, effect, before),
      ...checkPlan(draft, change, plan),
      ...checkSeizedTitle(draft, plan.aspects),
    ];
    if (refusals.length > 0) return refusals;
    changeTitle(draft, old, plan, effect.reason);
    return [];
  },
};

/** The holder a person was before the documents changed. */
function personBefore(old: OwnershipRight, changed: Alteration['identityChanged']) {
  return (holder: SealedHolder): SealedHolder | undefined => {
    const index = changed?.find(({ to }) => to === holder.idIndex)?.from ?? holder.idIndex;
    return old.holders.find((each) => each.idIndex === index);
  };
}

/** Everyone who held still holds, and nobody else: another person is a transfer, or a rectification. */
function checkSamePeople(
  old: OwnershipRight,
  { holders, identityChanged }: Alteration,
  before: (holder: SealedHolder) => SealedHolder | undefined,
): Refusal[] {
  const were = new Set((holders ?? old.holders).map(before));
  const known = (identityChanged ?? []).every(
    ({ from, to }) =>
      old.holders.some((each) => each.idIndex === from) && holders?.some((each) => each.idIndex === to),
  );
  if (known && !were.has(undefined) && were.size === old.holders.length) return [];
  return [
    refuse(
      'HOLDERS_DIFFER',
      '变更登记的权利人应与登记簿记载的权利人为同一人；权利人不同的，应办理转移登记或者更正登记。',
      law.alteration,
    ),
  ];
}
