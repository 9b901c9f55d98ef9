import { maskIdNumber } from '@hengchan/standards';
import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { cutPage, readCursor } from '../http/paging.ts';
import type { Platform } from '../platform.ts';
import { accountErrors } from './errors.ts';
import { loginIndexOf } from './sign-in.ts';
import type { AccountKind } from './tables.ts';

type ListParts = Pick<Platform, 'database' | 'clock' | 'cipher' | 'access' | 'audit'>;

export interface AccountSummary {
  id: string;
  login: string;
  name: string;
  kind: AccountKind;
  idType?: string;
  /** Middle digits hidden. */
  idNumber?: string;
  organisation?: { id: string; name: string; kind: string; businesses: string[] };
  grants: { id: string; role: string; office: string; purpose: string; expiresAt?: string }[];
  status: 'enabled' | 'disabled';
  locked: boolean;
  secondFactor: boolean;
  backgroundChecked: boolean;
  createdAt: Date;
}

export interface AccountFilter {
  /** Part of a login, or a whole name. */
  q?: string | undefined;
  kind?: AccountKind | undefined;
  role?: string | undefined;
  office?: string | undefined;
  status?: 'enabled' | 'disabled' | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

interface Row {
  id: string;
  login: string;
  name_sealed: string;
  kind: AccountKind;
  id_type: string | null;
  id_sealed: string | null;
  organisation: NonNullable<AccountSummary['organisation']> | null;
  grants: AccountSummary['grants'];
  status: 'enabled' | 'disabled';
  locked_until: Date | null;
  second_factor_confirmed: boolean;
  background_checked: boolean;
  created_at: Date;
}

/** Accounts by login, page by page: for system administrators (who they are) and security administrators (what they may). */
export async function listAccounts(
  platform: ListParts,
  actor: Actor,
  filter: AccountFilter,
): Promise<{ items: AccountSummary[]; nextCursor?: string }> {
  requireReader(platform, actor);
  const limit = filter.limit ?? 20;
  const after = readCursor(filter.cursor, ['text'])?.[0] ?? '';
  const conditions = [sql`account.login > ${after}`];
  if (filter.q !== undefined && filter.q !== '') {
    const part = `%${filter.q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
    conditions.push(
      sql`(account.login LIKE ${part} OR account.name_index = ${platform.cipher.index(filter.q)})`,
    );
  }
  if (filter.kind !== undefined) conditions.push(sql`account.kind = ${filter.kind}`);
  if (filter.status !== undefined) conditions.push(sql`account.status = ${filter.status}`);
  if (filter.role !== undefined || filter.office !== undefined) {
    conditions.push(sql`EXISTS (
      SELECT FROM platform.role_grant AS wanted
      WHERE wanted.account = account.id AND wanted.revoked_at IS NULL
        AND (wanted.expires_at IS NULL OR wanted.expires_at > ${platform.clock.now()})
        AND (${filter.role ?? null}::text IS NULL OR wanted.role = ${filter.role ?? null})
        AND (${filter.office ?? null}::text IS NULL OR wanted.office IN (${filter.office ?? null}, '*')))`);
  }
  const rows = await select(platform, sql.join(conditions, sql` AND `), limit + 1);
  const page = cutPage(rows, limit, (last) => [last.login]);
  await platform.audit.recordRead(platform.database, actor, {
    resource: 'account',
    conditions: { ...filter },
    count: page.items.length,
  });
  return page;
}

/** One account. Throws ACCOUNT_NOT_FOUND. */
export async function getAccount(platform: ListParts, actor: Actor, id: string): Promise<AccountSummary> {
  requireReader(platform, actor);
  const [account] = await select(platform, sql`account.id = ${id}`, 1);
  if (account === undefined) throw accountErrors.ACCOUNT_NOT_FOUND();
  await platform.audit.recordRead(platform.database, actor, {
    resource: 'account',
    conditions: { id },
    count: 1,
    subject: account.login,
  });
  return account;
}

function requireReader({ access }: ListParts, actor: Actor): void {
  if (!access.allows(actor, 'role.grant')) access.require(actor, 'account.manage');
}

async function select(
  { database, clock, cipher }: ListParts,
  condition: ReturnType<typeof sql>,
  limit: number,
): Promise<AccountSummary[]> {
  const now = clock.now();
  const { rows } = await sql<Row>`
    SELECT account.id, account.login, account.name_sealed, account.kind, account.id_type, account.id_sealed,
      account.status, account.second_factor_confirmed, account.background_checked, account.created_at,
      coalesce((
        SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', held.id, 'role', held.role, 'office', held.office,
          'purpose', held.purpose, 'expiresAt', held.expires_at)) ORDER BY held.role, held.office)
        FROM platform.role_grant AS held
        WHERE held.account = account.id AND held.revoked_at IS NULL
          AND (held.expires_at IS NULL OR held.expires_at > ${now})
      ), '[]'::jsonb) AS grants,
      (
        SELECT jsonb_build_object('id', body.id, 'name', body.name, 'kind', body.kind, 'businesses', given.businesses)
        FROM platform.agent_authorisation AS given
        JOIN platform.organisation AS body ON body.id = given.organisation
        WHERE given.account = account.id AND given.withdrawn_at IS NULL
          AND (given.expires_at IS NULL OR given.expires_at > ${now})
      ) AS organisation
    FROM platform.account AS account
    WHERE ${condition}
    ORDER BY account.login
    LIMIT ${limit}`.execute(database);
  const locked = await lockedLogins(
    database,
    cipher,
    rows.map((row) => row.login),
    now,
  );
  return rows.map((row) => ({
    id: row.id,
    login: row.login,
    name: cipher.open(row.name_sealed),
    kind: row.kind,
    ...(row.id_type === null ? {} : { idType: row.id_type }),
    ...(row.id_sealed === null ? {} : { idNumber: maskIdNumber(cipher.open(row.id_sealed)) }),
    ...(row.organisation === null ? {} : { organisation: row.organisation }),
    grants: row.grants,
    status: row.status,
    locked: locked.has(row.login),
    secondFactor: row.second_factor_confirmed,
    backgroundChecked: row.background_checked,
    createdAt: row.created_at,
  }));
}

async function lockedLogins(
  database: Platform['database'],
  cipher: Platform['cipher'],
  logins: readonly string[],
  now: Date,
): Promise<Set<string>> {
  const indexes = new Map(logins.map((login) => [loginIndexOf(cipher, login), login]));
  const { rows } = await sql<{ login_index: string }>`
    SELECT login_index FROM platform.sign_in_failure
    WHERE login_index = ANY(${[...indexes.keys()]}::text[]) AND locked_until > ${now}`.execute(database);
  return new Set(rows.map((row) => indexes.get(row.login_index) as string));
}
