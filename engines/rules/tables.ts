import type { Generated, JSONColumnType } from 'kysely';
import type { FindingMark } from './evaluations.ts';
import type { Parameters, Weight } from './rule.ts';

type Json<T extends object> = JSONColumnType<T, string, string>;

export interface ProposalRow {
  office: string;
  rule: string;
  business: string;
  revision: number;
  id: string;
  enabled: boolean;
  parameters: Json<Parameters>;
  effective_on: string | null;
  reason: string;
  proposed_by: string;
  proposed_by_name: string;
  proposed_at: Date;
}

export interface DecisionRow {
  office: string;
  rule: string;
  business: string;
  revision: number;
  proposed_by: string;
  outcome: 'approved' | 'refused' | 'withdrawn';
  note: string | null;
  decided_by: string;
  decided_by_name: string;
  decided_at: Date;
  effective_from: Date | null;
}

export interface EvaluationRow {
  office: string;
  case_no: string;
  id: string;
  moment: string;
  business: string;
  business_version: number;
  channel: string;
  outcome: 'pass' | Weight;
  findings: Json<FindingMark[]>;
  facts_sealed: string | null;
  facts_size: number;
  at: Date;
}

export interface StudyRow {
  office: string;
  id: string;
  rule: string;
  business: string;
  enabled: boolean;
  parameters: Json<Parameters>;
  from_at: Date;
  to_at: Date;
  state: 'waiting' | 'running' | 'done' | 'failed';
  total: Generated<number>;
  done: Generated<number>;
  changed: Generated<number>;
  untold: Generated<number>;
  reached: string | null;
  asked_by: string;
  asked_by_name: string;
  asked_at: Date;
  ended_at: Date | null;
}

export interface StudyCaseRow {
  office: string;
  study: string;
  case_no: string;
  moment: string;
  business: string;
  outcome_before: 'pass' | Weight;
  outcome_after: 'pass' | Weight;
  rule_before: 'pass' | Weight | null;
  rule_after: 'pass' | Weight | null;
  message: string | null;
}

export type RulesTables = {
  'rules.proposal': ProposalRow;
  'rules.decision': DecisionRow;
  'rules.evaluation': EvaluationRow;
  'rules.study': StudyRow;
  'rules.study_case': StudyCaseRow;
};
