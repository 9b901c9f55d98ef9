import { law } from '../law.ts';
import type { ObjectionRight } from '../state.ts';
import type { LimitedPolicy } from './policy.ts';

/** An objection is kept alive by a suit (objection-suit) and withdrawn; nothing else becomes of it. */
export const objectionPolicy: LimitedPolicy<ObjectionRight> = {
  title: '异议登记',
  law: law.objection,
  fields: {},
  checkAlteration: () => [],
};
