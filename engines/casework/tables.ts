import type { Mark } from '@hengchan/platform';
import type { Generated, JSONColumnType } from 'kysely';

type Json<T extends object | null> = JSONColumnType<T, string, string>;

export interface CaseRow {
  office: string;
  no: string;
  business: string;
  business_version: number;
  channel: 'online' | 'counter';
  phase: string;
  form: Json<Record<string, unknown>>;
  opened_by: string;
  opened_by_name: string;
  opened_at: Date;
  idempotency_key: string | null;
  accepted_at: Date | null;
  accepted_by: string | null;
  limit_days: number;
  warning_days: number;
  stopped_days: Generated<number>;
  stopped_since: string | null;
  suspended_at: Date | null;
  suspended_by: string | null;
  suspended_by_name: string | null;
  suspension: string | null;
  suspended_for: string | null;
  suspension_over_at: Date | null;
  due_on: string | null;
  warn_on: string | null;
  closed_at: Date | null;
  search: string;
  revision: Generated<number>;
}

export interface PartyRow {
  office: string;
  case_no: string;
  ordinal: number;
  role: string;
  name: string;
  id_type: string;
  id_sealed: string;
  id_index: string;
  id_masked: string;
  share_numerator: number | null;
  share_denominator: number | null;
  confirmed_at: Date | null;
  confirmed_by: string | null;
}

export interface CaseUnitRow {
  office: string;
  case_no: string;
  ordinal: number;
  unit_code: string;
  location: string;
  area: string;
  use: string;
}

export interface TokenRow {
  office: string;
  case_no: string;
  id: string;
  node: string;
  kind: 'human' | 'automatic' | 'waiting' | 'join' | 'end';
  role: string | null;
  state: 'open' | 'done' | 'cancelled';
  entered_at: Date;
  claimed_by: string | null;
  claimed_by_name: string | null;
  /** The colleague on leave for whom it was taken. */
  claimed_for: string | null;
  done_at: Date | null;
  done_by: string | null;
  done_by_name: string | null;
  done_office: string | null;
  /** The colleague on leave for whom it was done. */
  done_for: string | null;
  done_for_name: string | null;
  outcome: string | null;
  attempts: Generated<number>;
  not_before: Date | null;
  last_error: string | null;
  /** When the step goes on by itself. */
  due_at: Date | null;
  /** Where due_at was counted in working days: since when, and how many. */
  due_since: string | null;
  due_days: number | null;
}

export type CaseworkTables = {
  'casework.cases': CaseRow;
  'casework.party': PartyRow;
  'casework.case_unit': CaseUnitRow;
  'casework.claim': { office: string; unit_code: string; case_no: string; claimed_at: Date };
  'casework.token': TokenRow;
  'casework.signal': {
    office: string;
    case_no: string;
    event: string;
    message: string;
    outcome: string | null;
    received_at: Date;
    consumed_by: string | null;
  };
  'casework.event': {
    office: string;
    case_no: string;
    id: string;
    at: Date;
    actor: string;
    actor_name: string;
    actor_kind: string;
    acted_for: string | null;
    acted_for_name: string | null;
    node: string | null;
    action: string;
    title: string;
    comment: string | null;
    data: JSONColumnType<Record<string, unknown> | null, string | null, string | null>;
    idempotency_key: string | null;
  };
  'casework.material': {
    office: string;
    case_no: string;
    id: string;
    material: string;
    name: string;
    file_hash: string;
    media_type: string;
    size: number;
    mark: Mark;
    added_at: Date;
    added_by: string;
    added_by_name: string;
    removed_at: Date | null;
  };
  'casework.fact': {
    office: string;
    case_no: string;
    kind: string;
    subject: string;
    outcome: 'match' | 'mismatch' | 'unavailable';
    data_sealed: string;
    source: string;
    asked_at: Date;
  };
  'casework.finding': {
    office: string;
    case_no: string;
    id: string;
    moment: string;
    rule: string;
    rule_version: number;
    title: string;
    outcome: 'pass' | 'warn' | 'person' | 'block';
    message: string;
    citation: Json<{ law: string; article?: string; verified: boolean }>;
    facts: JSONColumnType<object, string, string>;
    at: Date;
  };
  'casework.document': {
    office: string;
    case_no: string;
    code: string;
    title: string;
    file_hash: string;
    mark: Mark;
    made_at: Date;
  };
  'casework.calendar_day': { day: string; working: boolean; name: string; source: string; verified: boolean };
};
