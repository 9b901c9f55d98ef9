import type { Draft } from '../draft.ts';
import { refuse } from '../effects/effect.ts';
import { law } from '../law.ts';
import type { HabitationContent } from '../limited-rights.ts';
import type { HabitationRight, Refusal } from '../state.ts';
import { date, type LimitedPolicy, optionally, text, yesOrNo } from './policy.ts';
import { checkTerm } from './term.ts';

/** CONDITIONS_MISSING and what is wrong with the term; without a last day it is for life. */
export function checkHabitationContent(draft: Draft, content: HabitationContent): Refusal[] {
  const refusals = checkTerm(draft, content, law.habitation);
  if (content.conditions.trim() === '') {
    refusals.push(refuse('CONDITIONS_MISSING', '没有写明居住的条件和要求。', law.habitation));
  }
  return refusals;
}

/** 居住权不得转让、继承 (民法典 369): there is no transfer. */
export const habitationPolicy: LimitedPolicy<HabitationRight> = {
  title: '居住权',
  law: law.habitationStays,
  fields: { conditions: text, termFrom: date, termTo: optionally(date), mayLet: yesOrNo },
  checkAlteration: (draft, _before, after) => checkHabitationContent(draft, after.content),
};
