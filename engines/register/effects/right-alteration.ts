import { canonicalJson } from '../canonical.ts';
import { issueNewCertificates } from '../certificates.ts';
import { type NewRight, wording } from '../draft.ts';
import { areSamePeople, checkHolders } from '../holders.ts';
import { law } from '../law.ts';
import { exchangeRanks } from '../limited/mortgage-rank.ts';
import { isLimited, policyOf } from '../limited/policies.ts';
import type { LimitedPolicy, LimitedRight } from '../limited/policy.ts';
import { checkNotLocked } from '../restrictions.ts';
import type { CoOwnership, Refusal, SealedHolder } from '../state.ts';
import { type EffectBase, type EffectDefinition, refuse } from './effect.ts';

/** 抵押权、预告、地役权、居住权、土地经营权的变更登记: the same right of the same people, with other content. */
export interface RightAlteration extends EffectBase {
  readonly type: 'right-alteration';
  /** Id or origin of the right. */
  readonly right: string;
  /** The same people under another name, or with other shares; left out: as they are. */
  readonly holders?: readonly SealedHolder[];
  readonly coOwnership?: CoOwnership;
  /** Members of the kind's content that change; null takes an optional one away. */
  readonly content: Readonly<Record<string, unknown>>;
  /** Of a mortgage: the rank it takes in exchange with the mortgage that has it. */
  readonly rank?: number;
  /** Ids or origins of the rights whose holders agreed: lower mortgages, advance notices. */
  readonly consents?: readonly string[];
  /** Number of the new proof; left out: the old one stays. */
  readonly certificate?: string;
}

export const rightAlteration: EffectDefinition<RightAlteration> = {
  type: 'right-alteration',
  title: '他项权利变更登记',
  law: [law.mortgageAlteration, law.alteration],
  apply(draft, effect) {
    const old = draft.get(effect.right);
    if (!isLimited(old)) return [refuse('RIGHT_NOT_CURRENT', '没有这项可以变更的现势权利。', law.alteration)];
    const policy = policyOf(old);
    const early = [...checkNotLocked(draft), ...checkFields(policy, effect), ...checkRank(old, effect)];
    if (early.length > 0) return early;

    const next = altered(old, effect);
    if (effect.rank === undefined && canonicalJson(old) === canonicalJson(next)) {
      return [refuse('NOTHING_CHANGES', '没有任何变更的内容。', law.alteration)];
    }
    const refusals = [...checkPeople(old, next), ...policy.checkAlteration(draft, old, next, effect)];
    if (refusals.length > 0) return refusals;

    const right =
      next.kind === 'mortgage' && effect.rank !== undefined
        ? exchangeRanks(draft, next, effect.rank, effect.reason)
        : draft.replace(old, wording(next) as NewRight, effect.reason);
    if (policy.issuesProof?.(draft, old) ?? true) issueNewCertificates(draft, right, old, next);
    return [];
  },
};

/** The right as it reads afterwards; the members it has are the kind's own, checked before. */
export function altered(old: LimitedRight, effect: RightAlteration): LimitedRight {
  const content = Object.fromEntries(
    Object.entries({ ...old.content, ...effect.content }).filter(([, value]) => value !== null),
  );
  return {
    ...old,
    holders: effect.holders ?? old.holders,
    coOwnership: effect.coOwnership ?? old.coOwnership,
    ...(effect.certificate === undefined ? {} : { certificate: effect.certificate }),
    content,
  } as LimitedRight;
}

/** FIELD_NOT_ALTERABLE for what is not the kind's own to change, FIELD_INVALID for a value it cannot have. */
export function checkFields(policy: LimitedPolicy<LimitedRight>, effect: RightAlteration): Refusal[] {
  return Object.entries(effect.content).flatMap(([name, value]) => {
    const field = Object.hasOwn(policy.fields, name) ? policy.fields[name] : undefined;
    if (!field) {
      return [refuse('FIELD_NOT_ALTERABLE', `${policy.title}没有可以变更的内容“${name}”。`, policy.law)];
    }
    if (value === null ? field.optional : field.accepts(value)) return [];
    return [refuse('FIELD_INVALID', `${policy.title}的内容“${name}”有误。`, policy.law)];
  });
}

function checkRank(old: LimitedRight, effect: RightAlteration): Refusal[] {
  if (effect.rank === undefined || old.kind === 'mortgage') return [];
  return [refuse('FIELD_NOT_ALTERABLE', '只有抵押权有顺位。', law.mortgageAlteration)];
}

function checkPeople(old: LimitedRight, next: LimitedRight): Refusal[] {
  if (areSamePeople(old.holders, next.holders)) return checkHolders(next.holders, next.coOwnership);
  return [refuse('HOLDERS_DIFFER', '变更登记不改变权利人，权利人不同的应办理转移登记。', law.alteration)];
}
