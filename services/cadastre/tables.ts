export type Level = 'area' | 'zone' | 'subzone';
export type Act = 'submit' | 'withdraw' | 'return' | 'confirm' | 'discard';
export type Change = 'added' | 'abolished' | 'boundary' | 'renamed';
export type How = 'gone' | 'outside' | 'crossed';

interface OfEdition {
  office: string;
  edition: number;
}

export interface EditionRow {
  office: string;
  number: number;
  title: string;
  source: 'import' | 'restoration';
  restores: number | null;
  file_name: string | null;
  reason: string;
  districts: number;
  made_by: string;
  made_by_name: string;
  made_at: Date;
}

/** Shapes are read and written in SQL only. Decimals arrive as text. */
interface DistrictRow extends OfEdition {
  code: string;
  level: Level;
  name: string;
  area: string;
}

export interface StepRow extends OfEdition {
  ordinal: number;
  act: Act;
  base: number | null;
  turn: number | null;
  submitted_by: string | null;
  made_by: string;
  reason: string;
  acted_by: string;
  acted_by_name: string;
  acted_at: Date;
}

export interface ComparisonRow extends OfEdition {
  base: number | null;
  parcels: number;
  units: number;
  compared_at: Date;
}

interface DifferenceRow extends OfEdition {
  code: string;
  level: Level;
  changes: Change[];
  name_before: string | null;
  name_after: string | null;
  related: string[];
  area_before: string | null;
  area_after: string | null;
  area_lost: string;
  area_gained: string;
  area_kept: string;
  parcels: number;
  units: number;
}

interface AffectedParcelRow extends OfEdition {
  parcel_code: string;
  home: string;
  lies_in: string | null;
  lay_in: string | null;
  how: How;
  units: number;
}

export type CadastreTables = {
  'cadastre.edition': EditionRow;
  'cadastre.district': DistrictRow;
  'cadastre.step': StepRow;
  'cadastre.comparison': ComparisonRow;
  'cadastre.difference': DifferenceRow;
  'cadastre.affected_parcel': AffectedParcelRow;
};
