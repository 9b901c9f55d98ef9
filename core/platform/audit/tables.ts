import type { Database } from '../database/tables.ts';

export type AuditTables = {
  'platform.audit': {
    office: string;
    id: string;
    at: Date;
    actor: string;
    login: string;
    action: string;
    subject: string;
    detail: unknown;
    content_hash: string;
  };
  'platform.audit_unsealed': { office: string; id: string };
  'platform.audit_seal': {
    office: string;
    sequence: number;
    audit_id: string;
    content_hash: string;
    previous_hash: string;
    hash: string;
    sealed_at: Date;
  };
};

export const auditTables = (database: Database) => database.withTables<AuditTables>();
