interface Content {
  kind: 'law' | 'rule' | 'case';
  title: string;
  body: string;
  law: string | null;
  article: string | null;
  verified: boolean;
  businesses: string[];
  rules: string[];
  registration_types: string[];
  right_types: string[];
  state: 'current' | 'retired';
}

interface Change {
  office: string;
  id: string;
  version: number;
  changed_by: string;
  changed_by_name: string;
  changed_at: Date;
}

export interface EntryRow extends Content, Change {
  source: string | null;
  search: string;
}

export interface EntryVersionRow extends Content, Change {
  reason: string;
}

export type KnowledgeTables = {
  'knowledge.entry': EntryRow;
  'knowledge.entry_version': EntryVersionRow;
};
