import type { Mark } from '@hengchan/platform';
import type { Generated } from 'kysely';

export interface CertificateRow {
  office: string;
  number: string;
  kind: 'certificate' | 'proof';
  unit_code: string;
  location: string;
  case_no: string;
  entry_number: number;
  holder_names: string[];
  holder_indexes: string[];
  issued_at: Date;
  voided_at: Date | null;
  voided_entry: number | null;
  document_hash: string | null;
  document_mark: Generated<Mark>;
  document_at: Date | null;
}

export interface PrintRow {
  office: string;
  serial: string;
  number: string;
  printed_at: Date;
  printed_by: string;
  printed_by_name: string;
}

export type CertificateTables = {
  'certificates.certificate': CertificateRow;
  'certificates.print': PrintRow;
};
