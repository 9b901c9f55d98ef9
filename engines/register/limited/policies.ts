import type { Right } from '../state.ts';
import { advanceNoticePolicy } from './advance-notice.ts';
import { easementPolicy } from './easement.ts';
import { habitationPolicy } from './habitation.ts';
import { managementPolicy } from './management.ts';
import { mortgagePolicy } from './mortgage.ts';
import { objectionPolicy } from './objection.ts';
import type { LimitedKind, LimitedPolicy, LimitedRight } from './policy.ts';

const policies: { readonly [K in LimitedKind]: LimitedPolicy<Extract<LimitedRight, { kind: K }>> } = {
  mortgage: mortgagePolicy,
  'advance-notice': advanceNoticePolicy,
  objection: objectionPolicy,
  easement: easementPolicy,
  habitation: habitationPolicy,
  management: managementPolicy,
};

/** Whether the right is one that right-alteration, right-transfer and right-cancellation are for. */
export const isLimited = (right: Right | undefined): right is LimitedRight =>
  right !== undefined && right.kind in policies;

export const policyOf = (right: LimitedRight): LimitedPolicy<LimitedRight> =>
  policies[right.kind] as LimitedPolicy<LimitedRight>;
