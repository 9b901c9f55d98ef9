import type { Generated } from 'kysely';
import type { AccessTables } from '../access/tables.ts';
import type { Database } from '../database/tables.ts';

export type AccountKind = 'person' | 'organisation' | 'staff';
export type SessionLimit = 'second-factor' | 'password';

export interface AccountRow {
  id: string;
  login: string;
  kind: AccountKind;
  name_sealed: string;
  name_index: string;
  id_type: string | null;
  id_sealed: string | null;
  id_index: string | null;
  password_hash: string;
  password_expired: boolean;
  second_factor_sealed: string | null;
  second_factor_confirmed: Generated<boolean>;
  second_factor_step: Generated<number>;
  background_checked: boolean;
  status: 'enabled' | 'disabled';
  created_at: Date;
  created_by: string;
}

export type AccountTables = AccessTables & {
  'platform.account': AccountRow;
  'platform.organisation': {
    id: string;
    kind: string;
    name: string;
    id_type: string;
    id_sealed: string;
    id_index: string;
    created_at: Date;
  };
  'platform.agent_authorisation': {
    id: string;
    account: string;
    organisation: string;
    businesses: string[];
    granted_by: string;
    granted_at: Date;
    expires_at: Date | null;
    withdrawn_at: Date | null;
    withdrawn_by: string | null;
  };
  'platform.sign_in_failure': {
    login_index: string;
    failures: number;
    last_at: Date;
    locked_until: Date | null;
  };
  'platform.delegation': {
    id: string;
    giver: string;
    taker: string;
    roles: string[];
    reason: string;
    starts_at: Date;
    ends_at: Date;
    given_at: Date;
    revoked_at: Date | null;
    revoked_by: string | null;
  };
  'platform.session': {
    token_hash: string;
    id: string;
    account: string;
    limited_to: SessionLimit | null;
    address: string | null;
    created_at: Date;
    last_seen_at: Date;
    expires_at: Date;
    ended_at: Date | null;
    ended_by: string | null;
  };
};

export const accountTables = (database: Database) => database.withTables<AccountTables>();
