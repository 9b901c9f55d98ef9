import { sql } from 'kysely';
import type { Platform } from '../platform.ts';

/** Somebody of the staff whose account is enabled, with the roles they hold now. */
export interface StaffMember {
  accountId: string;
  name: string;
  grants: { role: string; office: string }[];
}

export interface StaffFilter {
  accountId?: string;
  /** Holds a role at this office; with `role`, that one. */
  office?: string;
  role?: string;
}

const mostPeople = 500;

/** Staff who hold roles now, by name. Who may know them is the caller's to ask. */
export async function listStaff(
  { database, clock, cipher }: Pick<Platform, 'database' | 'clock' | 'cipher'>,
  { accountId, office, role }: StaffFilter,
): Promise<StaffMember[]> {
  const now = clock.now();
  const { rows } = await sql<{ id: string; name_sealed: string; grants: StaffMember['grants'] }>`
    SELECT account.id, account.name_sealed,
      jsonb_agg(jsonb_build_object('role', held.role, 'office', held.office) ORDER BY held.role, held.office) AS grants
    FROM platform.account AS account
    JOIN platform.role_grant AS held ON held.account = account.id AND held.revoked_at IS NULL
      AND (held.expires_at IS NULL OR held.expires_at > ${now})
    WHERE account.kind = 'staff' AND account.status = 'enabled'
      AND (${accountId ?? null}::uuid IS NULL OR account.id = ${accountId ?? null}::uuid)
    GROUP BY account.id
    HAVING bool_or((${office ?? null}::text IS NULL OR held.office IN (${office ?? null}, '*'))
      AND (${role ?? null}::text IS NULL OR held.role = ${role ?? null}))
    LIMIT ${mostPeople}`.execute(database);
  return rows
    .map((row) => ({ accountId: row.id, name: cipher.open(row.name_sealed), grants: row.grants }))
    .sort((left, right) => left.name.localeCompare(right.name, 'zh-CN'));
}
