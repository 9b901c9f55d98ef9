import type { JSONColumnType } from 'kysely';
import type { Parameters } from './rule.ts';

export interface ActivationRow {
  office: string;
  rule: string;
  business: string;
  revision: number;
  enabled: boolean;
  parameters: JSONColumnType<Parameters, string, string>;
  reason: string;
  set_by: string;
  set_by_name: string;
  set_at: Date;
}

export type RulesTables = { 'rules.activation': ActivationRow };
