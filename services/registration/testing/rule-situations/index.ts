import { advanceNotices } from './advance-notices.ts';
import { alteration } from './alteration.ts';
import { firstRegistration } from './first-registration.ts';
import { foundation } from './foundation.ts';
import { limitedRights } from './limited-rights.ts';
import { limits } from './limits.ts';
import { notices } from './notices.ts';
import type { RuleSituation } from './situation.ts';
import { titleFacts } from './title-facts.ts';
import { transfers } from './transfers.ts';

/** Situations every rule is tried on; a family of businesses adds a file of its own. */
export const situations: readonly RuleSituation[] = [
  ...foundation,
  ...limits,
  ...notices,
  ...firstRegistration,
  ...alteration,
  ...limitedRights,
  ...advanceNotices,
  ...transfers,
  ...titleFacts,
];
