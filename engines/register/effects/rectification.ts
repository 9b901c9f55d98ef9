import { canonicalJson } from '../canonical.ts';
import { issueNewCertificates } from '../certificates.ts';
import { type Draft, type NewRight, wording } from '../draft.ts';
import { areSamePeople, checkHolders } from '../holders.ts';
import { law } from '../law.ts';
import { isLimited, policyOf } from '../limited/policies.ts';
import { amount, type Field, type LimitedRight, text } from '../limited/policy.ts';
import { isAgainstOneOf } from '../pre-seizure.ts';
import { checkNotLocked, checkNotSeized } from '../restrictions.ts';
import { isPreSeizure, seizureInForce } from '../seizure-queue.ts';
import type {
  CoOwnership,
  OwnershipContent,
  OwnershipRight,
  Refusal,
  Right,
  SealedHolder,
  UnitFacts,
} from '../state.ts';
import { changeTitle, checkPlan, checkSeizedTitle, planTitle, type TitleChange } from '../title-change.ts';
import { type EffectBase, type EffectDefinition, optional, refuse } from './effect.ts';
import { altered, checkFields, type RightAlteration } from './right-alteration.ts';

/**
 * 更正登记 (民法典 220): the register said something wrong and now says what is right. The right goes on with the
 * same rank; the persons may be others than before.
 */
export interface Rectification extends EffectBase {
  readonly type: 'rectification';
  /** Id or origin of the right that was recorded wrongly; the title when left out. */
  readonly target?: string;
  readonly holders?: readonly SealedHolder[];
  readonly coOwnership?: CoOwnership;
  /** Members of the right's content as they should have been. */
  readonly content?: Readonly<Record<string, unknown>>;
  /** Facts of the unit as they should have been; only with the title, and never the code, the kind or the parcel. */
  readonly facts?: Partial<UnitFacts>;
  /** The registry corrects without an application, after the holder let the time of the notice pass (实施细则 81). */
  readonly exOfficio: boolean;
  /** Number of the entry that was wrong, when the error is older than the right; left out: the right's first one. */
  readonly wrongEntry?: number;
  /** Ids or origins of the rights whose holders agreed, where a mortgage secures more than the register said. */
  readonly consents?: readonly string[];
  readonly certificate?: string;
}

export const rectification: EffectDefinition<Rectification> = {
  type: 'rectification',
  title: '更正登记',
  law: [law.rectification, law.rectificationExOfficio, law.disposalUnderSeizure],
  apply(draft, effect) {
    const old = effect.target === undefined ? draft.ownership() : draft.get(effect.target);
    if (!old) return [refuse('RIGHT_NOT_CURRENT', '没有这项可以更正的现势权利。', law.rectification)];
    const early = [...checkNotLocked(draft), ...checkExOfficio(draft, effect, old)];
    if (early.length > 0) return early;
    if (old.kind === 'ownership') return rectifyTitle(draft, effect, old);
    if (isLimited(old)) return rectifyLimited(draft, effect, old);
    const message = '查封和限制登记依作出机关的文书办理，不适用更正登记。';
    return [refuse('NOT_RECTIFIABLE', message, law.rectification)];
  },
};

const entryOf = ({ origin }: Right): number => Number(origin.split('-')[0]);

/**
 * Others may have relied on what the register said: where the unit was disposed of since the error, is noticed or
 * seized, the registry does not correct of its own accord (实施细则 81; the wording of the article was not at hand).
 */
function checkExOfficio(draft: Draft, { exOfficio, wrongEntry }: Rectification, target: Right): Refusal[] {
  if (!exOfficio) return [];
  const since = wrongEntry ?? entryOf(target);
  const barred = draft
    .all()
    .some(
      (right) =>
        right.kind === 'seizure' ||
        right.kind === 'advance-notice' ||
        (right.kind !== 'objection' && entryOf(right) > since),
    );
  if (!barred) return [];
  const message = '错误登记之后该不动产已办理处分、预告或者查封登记，不得依职权更正。';
  return [refuse('RECTIFICATION_BARRED', message, law.rectificationExOfficio)];
}

/** What the page says of how the title was acquired. */
const titleFields: { readonly [K in keyof OwnershipContent]?: Field } = {
  reason: text,
  price: amount,
  courtDocument: text,
  remark: text,
};

function rectifyTitle(draft: Draft, effect: Rectification, old: OwnershipRight): Refusal[] {
  const wrong = Object.entries(effect.content ?? {}).flatMap(([name, value]) =>
    Object.hasOwn(titleFields, name) && titleFields[name as keyof OwnershipContent]?.accepts(value)
      ? []
      : [refuse('FIELD_INVALID', `权利的内容“${name}”有误或不能更正。`, law.rectification)],
  );
  if (wrong.length > 0) return wrong;
  const change: TitleChange = {
    ...optional('holders', effect.holders),
    ...optional('coOwnership', effect.coOwnership),
    ...optional('facts', effect.facts),
    ...optional('certificate', effect.certificate),
    ...optional('content', effect.content as Partial<OwnershipContent> | undefined),
  };
  const before = (holder: SealedHolder) => old.holders.find((each) => each.idIndex === holder.idIndex);
  const plan = planTitle(draft, old, change, before);
  const others = !areSamePeople(old.holders, plan.next.holders);
  const refusals = [
    ...checkPlan(draft, change, plan),
    ...(others ? checkOtherOwners(draft, plan.next.holders) : checkSeizedTitle(draft, plan.aspects)),
  ];
  if (refusals.length > 0) return refusals;
  changeTitle(draft, old, plan, effect.reason);
  return [];
}

/** A seized unit keeps its owners; one pre-seized waits for the person it was pre-seized against. */
function checkOtherOwners(draft: Draft, holders: readonly SealedHolder[]): Refusal[] {
  const seizure = seizureInForce(draft);
  const awaited = seizure && isPreSeizure(seizure.content) && isAgainstOneOf(seizure, holders);
  return awaited ? [] : checkNotSeized(draft, '更正权利人');
}

function rectifyLimited(draft: Draft, effect: Rectification, old: LimitedRight): Refusal[] {
  const policy = policyOf(old);
  const change: RightAlteration = {
    type: 'right-alteration',
    unit: effect.unit,
    reason: effect.reason,
    right: old.id,
    content: effect.content ?? {},
    ...optional('holders', effect.holders),
    ...optional('coOwnership', effect.coOwnership),
    ...optional('certificate', effect.certificate),
    ...optional('consents', effect.consents),
  };
  const early = checkFields(policy, change);
  if (effect.facts !== undefined) {
    early.push(refuse('FACTS_NOT_EXPECTED', '自然状况随不动产权利更正。', law.rectification));
  }
  if (early.length > 0) return early;
  const next = altered(old, change);
  // The sealed number differs every time it is sealed, so it says nothing.
  const said = ({ holders, coOwnership, content }: Right) =>
    canonicalJson({ holders: holders.map(({ idSealed: _sealed, ...each }) => each), coOwnership, content });
  if (said(old) === said(next)) {
    return [refuse('NOTHING_CHANGES', '登记内容与登记簿现有记载相同，没有变化。', law.rectification)];
  }
  const refusals = [
    ...checkHolders(next.holders, next.coOwnership),
    ...policy.checkAlteration(draft, old, next, change),
  ];
  if (refusals.length > 0) return refusals;
  const right = draft.replace(old, wording(next) as NewRight, effect.reason);
  if (policy.issuesProof?.(draft, old) ?? true) issueNewCertificates(draft, right, old, next);
  return [];
}
