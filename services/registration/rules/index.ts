import { makeRulebook, type Rulebook } from '@hengchan/rules';
import type { RegistrationFacts } from '../facts.ts';
import { advanceNoticeRules } from './advance-notices.ts';
import { alterationRules } from './alteration.ts';
import { burdenRules } from './burdens.ts';
import { divisionRules, earlierDivisionRules } from './division.ts';
import { evidenceRules } from './evidence.ts';
import { firstRegistrationRules } from './first-registration.ts';
import { guardianRules } from './guardians.ts';
import { limitedRightRules } from './limited-rights.ts';
import { limitRules } from './limits.ts';
import { noticedRules } from './noticed.ts';
import { noticeRules } from './notices.ts';
import { partyRules } from './parties.ts';
import { passingByLawRules } from './passing-by-law.ts';
import { restrictionRules } from './restrictions.ts';
import { subzoneRules } from './subzone.ts';
import { titleFactRules } from './title-facts.ts';
import { transferRules } from './transfers.ts';
import { unitRules } from './unit.ts';

/** The legal rules of registration, in the order they are asked (REG-ACC-14). */
export const registrationRules: Rulebook<RegistrationFacts> = makeRulebook(
  [
    ...unitRules,
    ...partyRules,
    ...guardianRules,
    ...evidenceRules,
    ...titleFactRules,
    ...restrictionRules,
    ...limitRules,
    ...noticeRules,
    ...firstRegistrationRules,
    ...subzoneRules,
    ...alterationRules,
    ...divisionRules,
    ...transferRules,
    ...passingByLawRules,
    ...limitedRightRules,
    ...burdenRules,
    ...advanceNoticeRules,
    ...noticedRules,
  ],
  [...earlierDivisionRules],
);
