import type { Migrations } from '@hengchan/platform';

export const rulesMigrations: Migrations = {
  room: 'rules',
  folder: new URL('./migrations/', import.meta.url),
};

export { type AppliedRule, blocking, evaluate } from './evaluate.ts';
export type { Finding, Parameters, Rule, Verdict, Weight } from './rule.ts';
export { makeRulebook, type Rulebook, type RuleRequest } from './rulebook.ts';
export { type Activation, activationHistory, loadActivations, setActivation } from './store.ts';
