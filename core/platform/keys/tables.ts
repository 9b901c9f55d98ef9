import type { Generated } from 'kysely';
import type { Database } from '../database/tables.ts';

export type KeyPurpose = 'sealing' | 'evidence' | 'master';
export type KeyState = 'announced' | 'current' | 'former' | 'retired';

export type KeyTables = {
  'platform.key': {
    id: string;
    purpose: KeyPurpose;
    state: KeyState;
    wrapped: string | null;
    public_key: string | null;
    announced_at: Generated<Date>;
    current_at: Date | null;
    former_at: Date | null;
    retired_at: Date | null;
  };
};

export const keyTables = (database: Database) => database.withTables<KeyTables>();
