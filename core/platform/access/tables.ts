import type { Database } from '../database/tables.ts';

export type AccessTables = {
  'platform.permission': { code: string; title: string };
  'platform.role': { code: string; title: string; grantable: boolean };
  'platform.role_permission': { role: string; permission: string };
  'platform.field_mask': { role: string; resource: string; field: string };
  'platform.role_grant': {
    id: string;
    account: string;
    role: string;
    office: string;
    purpose: string;
    granted_by: string;
    granted_at: Date;
    expires_at: Date | null;
    revoked_at: Date | null;
    revoked_by: string | null;
  };
};

export const accessTables = (database: Database) => database.withTables<AccessTables>();
