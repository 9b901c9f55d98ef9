import type { GeneratedAlways } from 'kysely';
import type { Closure } from './limited-rights.ts';
import type { RightKind, UnitKind } from './state.ts';

/** Rows of the schema `register`. The migration's comments say what a row means. */
export interface EntryTable {
  office: string;
  number: number;
  previous_number: GeneratedAlways<number | null>;
  case_no: string;
  business: string;
  unit_code: string;
  effect_type: string;
  effect: string;
  registrar: string;
  mode: 'manual' | 'automatic';
  entered_at: Date;
  previous_hash: string;
  hash: string;
}

export interface OfficeHeadTable {
  office: string;
  number: number;
  hash: string;
}

export interface UnitHeadTable {
  office: string;
  unit_code: string;
  entry_number: number;
  entered_at: Date | null;
}

export interface UnitTable {
  office: string;
  code: string;
  since_entry: number;
  since_at: Date;
  ended_entry: number | null;
  ended_at: Date | null;
  kind: UnitKind;
  location: string;
  location_tokens: string;
  area: string;
  land_area: string | null;
  use: string;
  land_use: string | null;
  structure: string | null;
  total_floors: number | null;
  floor: string | null;
  room_no: string | null;
  building_no: string | null;
  completed_on: string | null;
  parcel_code: string;
  rights_nature: string;
  land_term_from: string | null;
  land_term_to: string | null;
  house_type: string | null;
  house_nature: string | null;
  longitude: number | null;
  latitude: number | null;
}

export interface RightTable {
  office: string;
  id: string;
  unit_code: string;
  kind: RightKind;
  slot: string | null;
  right_type: string;
  co_ownership: '0' | '1' | '2' | '3';
  share_numerators: number[];
  share_denominators: number[];
  content: string;
  rank: number | null;
  queue: number | null;
  certificate: string | null;
  registered_at: Date;
  registered_entry: number;
  ended_at: Date | null;
  ended_entry: number | null;
  ended_reason: string | null;
  origin: string;
  continues: string | null;
}

export interface HolderTable {
  office: string;
  right_id: string;
  ordinal: number;
  unit_code: string;
  name: string;
  id_type: string;
  id_sealed: string;
  id_index: string;
  id_masked: string;
  holder_kind: string;
  share_numerator: number | null;
  share_denominator: number | null;
  certificate: string | null;
}

export interface CertificateTable {
  office: string;
  number: string;
  unit_code: string;
  right_id: string;
  issued_entry: number;
}

export interface HoldTable {
  office: string;
  id: string;
  unit_code: string;
  kind: 'seizure' | 'disposal';
  authority: string;
  starts_at: Date;
  ends_at: Date;
}

export interface SeizureQueueTable {
  office: string;
  unit_code: string;
  place: number;
  right_id: string;
  delivered_at: Date;
  place_ahead: GeneratedAlways<number | null>;
  delivered_ahead: Date | null;
}

export interface ClosureTable {
  office: string;
  unit_code: string;
  entry_number: number;
  closed_at: Date;
  how: Closure['how'];
  reason: string;
}

export interface LineageTable {
  office: string;
  unit_code: string;
  successor: string;
  entry_number: number;
}

export interface SurveyedUnitTable {
  office: string;
  code: string;
  parcel_code: string;
  building_no: string | null;
  location: string;
  location_tokens: string;
  facts: string;
  updated_at: Date;
}

export interface ParcelTable {
  office: string;
  code: string;
  location: string;
  area: string;
  use: string;
  owner_nature: string;
  /** PostGIS geometry; read and written through its functions. */
  shape: unknown;
  updated_at: Date;
}

export type RegisterTables = {
  'register.parcel': ParcelTable;
  'register.entry': EntryTable;
  'register.office_head': OfficeHeadTable;
  'register.unit_head': UnitHeadTable;
  'register.unit': UnitTable;
  'register.right': RightTable;
  'register.holder': HolderTable;
  'register.certificate': CertificateTable;
  'register.hold': HoldTable;
  'register.seizure_queue': SeizureQueueTable;
  'register.closure': ClosureTable;
  'register.lineage': LineageTable;
  'register.surveyed_unit': SurveyedUnitTable;
};
