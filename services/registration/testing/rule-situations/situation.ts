import type { RegistrationFacts } from '../../facts.ts';

/** What is the case, the rule that is asked, the facts, and what it must answer: pass, warn, person or block. */
export type RuleSituation = readonly [what: string, rule: string, facts: RegistrationFacts, outcome: string];
