import type { Migrations } from '@hengchan/platform';

export const rulesMigrations: Migrations = {
  room: 'rules',
  folder: new URL('./migrations/', import.meta.url),
};

export { errors as rulesErrors } from './errors.ts';
export { type AppliedRule, ask, blocking, evaluate } from './evaluate.ts';
export {
  evaluationsOf,
  type FindingMark,
  type KeptEvaluation,
  keepEvaluation,
  type Outcome,
  worstOf,
} from './evaluations.ts';
export { listProposals, type ProposalState } from './list-proposals.ts';
export { decideProposal, type NewProposal, proposeSetting, withdrawProposal } from './propose.ts';
export type { Finding, Parameters, Rule, Verdict, Weight } from './rule.ts';
export { makeRulebook, nearestSettings, type Rulebook, type RuleRequest, type Setting } from './rulebook.ts';
export {
  type Activation,
  activationsInForce,
  automaticDecision,
  loadActivations,
  tables as rulesTables,
} from './store.ts';
export {
  advanceStudy,
  endStudy,
  findStudy,
  listStudies,
  nextCases,
  openStudy,
  type Study,
  studyCases,
} from './studies.ts';
export type { RulesTables, StudyCaseRow } from './tables.ts';
