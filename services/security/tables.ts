import type { Database, FileTables, Mark } from '@hengchan/platform';
import type { ColumnType } from 'kysely';

interface Asked {
  requested_by: string;
  requested_by_name: string;
  requested_at: Date;
}

export interface ApprovalRow extends Asked {
  office: string;
  id: string;
  operation: string;
  subject: string;
  purpose: string;
  scope: string;
  recipient: string | null;
  row_limit: number | null;
  valid_until: Date;
  decision: 'granted' | 'refused' | null;
  decided_by: string | null;
  decided_by_name: string | null;
  decided_at: Date | null;
  decision_note: string | null;
  withdrawn_by: string | null;
  withdrawn_by_name: string | null;
  withdrawn_at: Date | null;
}

export interface NoticeRow {
  office: string;
  id: string;
  kind: string;
  audience: string;
  subject: string;
  text: string;
  created_at: Date;
  handled_at: Date | null;
  handled_by: string | null;
  handled_by_name: string | null;
  handling: string | null;
}

export interface StopRow {
  office: string;
  id: string;
  kind: 'route' | 'permission';
  target: string;
  message: string;
  reason: string;
  issue: string | null;
  stopped_at: Date;
  stopped_by: string;
  stopped_by_name: string;
  resumed_at: Date | null;
  resumed_by: string | null;
  resumed_by_name: string | null;
}

export interface IssueRow {
  office: string;
  id: string;
  kind: 'vulnerability' | 'hazard' | 'incident' | 'notified';
  severity: 'low' | 'middle' | 'high' | 'critical';
  title_sealed: string;
  description_sealed: string;
  source: string;
  status: 'open' | 'review' | 'closed';
  due_at: Date;
  report_due_at: Date | null;
  reported_at: Date | null;
  reported_to: string | null;
  measures_sealed: string | null;
  measures_by: string | null;
  created_at: Date;
  created_by: string;
  created_by_name: string;
  closed_at: Date | null;
  closed_by: string | null;
}

export interface IssueStepRow {
  office: string;
  issue: string;
  id: string;
  action: string;
  note_sealed: string;
  at: Date;
  actor: string;
  actor_name: string;
}

export interface ExportRow extends Asked {
  office: string;
  id: string;
  disposition: string;
  purpose: string;
  recipient: string | null;
  approval: string;
  readable: boolean;
  status: 'waiting' | 'running' | 'done' | 'failed';
  tables_total: number;
  tables_done: number;
  rows_done: number;
  failure: string | null;
  manifest_hash: string | null;
  finished_at: Date | null;
  keep_until: Date;
  verified_at: Date | null;
}

export interface ExportPartRow {
  office: string;
  export: string;
  name: string;
  ordinal: number;
  table_name: string | null;
  row_count: number;
  size: number;
  file_hash: string;
}

export interface ReportRow {
  office: string;
  year: number;
  reason: string;
  registered_users: number;
  due_on: string;
  created_at: Date;
  content: unknown;
  prepared_at: Date | null;
  prepared_by_name: string | null;
  submitted_at: Date | null;
  submitted_by_name: string | null;
  submitted_to: string | null;
}

export interface TeamChangeRow {
  office: string;
  id: string;
  kind: 'join' | 'leave';
  account: string;
  name_sealed: string;
  post: string;
  duty: string;
  network_security_lead: boolean;
  announced_at: Date;
  announced_by: string;
  announced_by_name: string;
  effective_at: Date;
  acknowledged_at: Date | null;
  acknowledged_by: string | null;
  acknowledged_by_name: string | null;
}

export interface TrainingRow {
  office: string;
  id: string;
  kind: 'training' | 'procedure';
  title: string;
  content: string;
  due_at: Date;
  created_at: Date;
  created_by_name: string;
}

export interface RestoreDrillRow {
  office: string;
  id: string;
  drilled_at: Date;
  backup_made_at: Date;
  database_kind: 'embedded' | 'postgres';
  files: number;
  rows_restored: number;
  /** numeric(12, 3) */
  restore_seconds: ColumnType<string, number, never>;
  verify_seconds: ColumnType<string, number, never>;
  faults: number;
  result: ColumnType<{ what: string; count: string; faults: string[] }[], string, never>;
}

export interface MarkChangeRow {
  office: string;
  id: string;
  shelf: string;
  key: string;
  title: string;
  from_mark: Mark;
  to_mark: Mark;
  lowers: boolean;
  reason: string;
  asked_by: string;
  asked_by_name: string;
  asked_at: Date;
  decision: 'granted' | 'refused' | null;
  decided_by: string | null;
  decided_by_name: string | null;
  decided_at: Date | null;
  note: string | null;
}

export interface HeldDocumentRow {
  office: string;
  id: string;
  kind: 'technical' | 'commercial';
  title: string;
  provider: string | null;
  name: string;
  file_hash: string;
  media_type: string;
  size: number;
  mark: Mark;
  added_at: Date;
  added_by: string;
  added_by_name: string;
}

export interface CryptographyProductRow {
  office: string;
  use: string;
  version: number;
  product: string;
  manufacturer: string;
  model: string;
  certificate_number: string | null;
  issued_on: string | null;
  valid_until: string | null;
  remark: string | null;
  reason: string;
  recorded_at: Date;
  recorded_by: string;
  recorded_by_name: string;
}

export interface ProviderConsentRow {
  office: string;
  id: string;
  document: string;
  recipient: string;
  purpose: string;
  given_by: string;
  valid_until: Date;
  recorded_at: Date;
  recorded_by: string;
  recorded_by_name: string;
  withdrawn_at: Date | null;
  withdrawn_by: string | null;
}

export type SecurityTables = FileTables & {
  'security.retention_term': {
    office: string;
    ground: string;
    set_at: Date;
    months: number | null;
    basis: string;
    basis_verified: boolean;
    set_by: string;
    set_by_name: string;
  };
  'security.integrity_check': {
    office: string;
    id: string;
    checked_at: Date;
    faults: number;
    result: ColumnType<{ what: string; count: string; faults: string[] }[], string, never>;
  };
  'security.cryptography_product': CryptographyProductRow;
  'security.mark_change': MarkChangeRow;
  'security.held_document': HeldDocumentRow;
  'security.provider_consent': ProviderConsentRow;
  'security.restore_drill': RestoreDrillRow;
  'security.control_review': {
    office: string;
    control: string;
    reviewed_at: Date;
    outcome: 'confirmed' | 'deviating';
    note: string;
    next_review_on: string;
    reviewed_by: string;
    reviewed_by_name: string;
  };
  'security.approval': ApprovalRow;
  'security.notice': NoticeRow;
  'security.stop': StopRow;
  'security.issue': IssueRow;
  'security.issue_step': IssueStepRow;
  'security.export': ExportRow;
  'security.export_part': ExportPartRow;
  'security.report': ReportRow;
  'security.team_change': TeamChangeRow;
  'security.training': TrainingRow;
  'security.training_completion': { office: string; training: string; account: string; completed_at: Date };
  'security.destruction': Asked & {
    office: string;
    id: string;
    approval: string;
    export: string;
    status: 'ready' | 'done';
    confirmation: string;
    record: ColumnType<unknown, string | null | undefined, string>;
    finished_at: ColumnType<Date | null, Date | null | undefined, Date>;
  };
};

export const tables = (database: Database) => database.withTables<SecurityTables>();
