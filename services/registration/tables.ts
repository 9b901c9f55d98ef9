import type { Database, Mark } from '@hengchan/platform';
import type { JSONColumnType, Selectable } from 'kysely';
import type { NoticeKind, NoticePeriod } from './notices/kinds.ts';

/** What a notice says, as it was published. Names of people are masked. */
export interface NoticeContent {
  paragraphs: string[];
  items: { label: string; value: string }[];
  units: { code: string; location: string }[];
  holders: string[];
}

interface NoticeRow {
  office: string;
  no: string;
  case_no: string;
  kind: NoticeKind;
  title: string;
  location: string;
  content: JSONColumnType<NoticeContent, string, string>;
  published_at: Date;
  published_on: string;
  days: number;
  unit: NoticePeriod['unit'];
  /** The first moment at which no objection is taken any more. */
  ends_at: Date;
  file_hash: string;
  stopped_at: Date | null;
  search: string;
}

interface ObjectionRow {
  office: string;
  id: string;
  notice_no: string;
  case_no: string;
  filed_by: string;
  name: string;
  id_type: string;
  id_sealed: string;
  id_index: string;
  id_masked: string;
  relation: string | null;
  reason: string;
  filed_at: Date;
  outcome: 'upheld' | 'overruled' | 'moot' | null;
  reasons: string | null;
  decided_at: Date | null;
  decided_by: string | null;
  decided_by_name: string | null;
}

interface FileRow {
  office: string;
  objection: string;
  id: string;
  name: string;
  file_hash: string;
  media_type: string;
  size: number;
  mark: Mark;
  added_at: Date;
}

type NoticeTables = {
  'registration.notice': NoticeRow;
  'registration.objection': ObjectionRow;
  'registration.objection_file': FileRow;
};

export type Notice = Omit<Selectable<NoticeRow>, 'search'>;
export type Objection = Selectable<ObjectionRow>;
export type ObjectionFile = Selectable<FileRow>;

export const noticeTables = (database: Database) => database.withTables<NoticeTables>();
