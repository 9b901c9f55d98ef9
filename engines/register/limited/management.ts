import { firstDateAfter } from '../calendar.ts';
import type { Draft } from '../draft.ts';
import { refuse } from '../effects/effect.ts';
import { law } from '../law.ts';
import type { ManagementContent } from '../limited-rights.ts';
import type { ManagementRight, Refusal } from '../state.ts';
import { date, type LimitedPolicy, optionally, text } from './policy.ts';
import { checkTerm, checkWithinLandTerm } from './term.ts';

/** TERM_TOO_SHORT below five years (民法典 341), and never beyond what is left of the contract of the household. */
export function checkManagementContent(draft: Draft, content: ManagementContent): Refusal[] {
  const refusals = checkTerm(draft, content, law.management);
  if (refusals.length > 0) return refusals;
  const afterLast = firstDateAfter(content.termTo, { unit: 'day', count: 1 });
  if (afterLast < firstDateAfter(content.termFrom, { unit: 'year', count: 5 })) {
    return [refuse('TERM_TOO_SHORT', '流转期限为五年以上的土地经营权才可以申请登记。', law.management)];
  }
  return checkWithinLandTerm(draft, content, law.management);
}

export const managementPolicy: LimitedPolicy<ManagementRight> = {
  title: '土地经营权',
  law: law.management,
  fields: { contractNumber: optionally(text), termFrom: date, termTo: date },
  checkAlteration: (draft, _before, after) => checkManagementContent(draft, after.content),
  checkTransfer: () => [],
};
