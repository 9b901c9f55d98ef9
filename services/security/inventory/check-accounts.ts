import type { Database } from '@hengchan/platform';
import { sql } from 'kysely';

export interface AccountFault {
  subject: string;
  fault: string;
}

/**
 * Accounts and grants that did not come into being through the product, and so stand in no audit line:
 * a hidden account is one somebody wrote into the database. Row SEC-BKD-01.
 */
export async function checkAccounts(
  database: Database,
): Promise<{ staff: number; databaseRoles: string[]; faults: AccountFault[] }> {
  const { rows: counted } = await sql<{ staff: number }>`
    SELECT count(*)::int AS staff FROM platform.account WHERE kind = 'staff'`.execute(database);
  const { rows: unrecorded } = await sql<AccountFault>`
    SELECT account.login AS subject, '账号没有新建记录：不是经平台建立的' AS fault
    FROM platform.account AS account
    WHERE account.kind = 'staff' AND NOT EXISTS (
      SELECT FROM platform.audit AS line WHERE line.action = 'account.create' AND line.subject = account.login)
    ORDER BY 1 LIMIT 100`.execute(database);
  const { rows: ungranted } = await sql<AccountFault>`
    SELECT account.login AS subject, '角色 ' || held.role || ' 没有授权记录：不是经平台授予的' AS fault
    FROM platform.role_grant AS held JOIN platform.account AS account ON account.id = held.account
    WHERE held.revoked_at IS NULL AND NOT EXISTS (
      SELECT FROM platform.audit AS line
      WHERE line.action = 'role.grant' AND line.subject = account.login AND line.detail ->> 'role' = held.role)
    ORDER BY 1 LIMIT 100`.execute(database);
  const { rows: misplaced } = await sql<AccountFault>`
    SELECT account.login AS subject, '非工作人员账号持有角色 ' || held.role AS fault
    FROM platform.role_grant AS held JOIN platform.account AS account ON account.id = held.account
    WHERE held.revoked_at IS NULL AND account.kind <> 'staff' ORDER BY 1 LIMIT 100`.execute(database);
  const { rows: logins } = await sql<{ name: string }>`
    SELECT rolname AS name FROM pg_roles WHERE rolcanlogin AND rolname NOT LIKE 'pg\\_%' ORDER BY 1`.execute(
    database,
  );
  return {
    staff: counted[0]?.staff ?? 0,
    databaseRoles: logins.map((row) => row.name),
    faults: [...unrecorded, ...ungranted, ...misplaced],
  };
}
