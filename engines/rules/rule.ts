import type { Citation } from '@hengchan/platform';

/** What a rule makes of the facts. `saw` is kept, so that anybody can see later what the decision rested on. */
export interface Verdict {
  pass: boolean;
  saw: Record<string, unknown>;
  /** Replaces the rule's own message where the case allows a more exact one. */
  message?: string;
}

/** How much a failed rule weighs: it blocks, it asks for a person's judgement, or it warns. */
export type Weight = 'block' | 'person' | 'warn';

export type Parameters = Record<string, string | number | boolean>;

/**
 * A legal rule: a pure function of facts with its source. Evaluated the same in browser and server.
 * A change of its meaning is a new `version`; decided cases keep the findings of theirs.
 */
export interface Rule<Facts> {
  code: string;
  version: number;
  title: string;
  weight: Weight;
  citation: Citation;
  /** The law's words, or what the rule asks, shown beside the finding. */
  text: string;
  /** What an administrator may set, with the value that holds when nobody did. */
  parameters?: Parameters;
  /** Said to a citizen when it fails: what is wrong and the way out. */
  message: string;
  check(facts: Facts, parameters: Parameters): Verdict;
}

export interface Finding {
  code: string;
  version: number;
  title: string;
  outcome: 'pass' | Weight;
  message: string;
  text: string;
  citation: Citation;
  facts: Record<string, unknown>;
  parameters: Parameters;
  [extra: string]: unknown;
}
