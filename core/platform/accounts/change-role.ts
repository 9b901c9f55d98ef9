import { sql } from 'kysely';
import { accessVersionSetting } from '../access/access.ts';
import type { Actor } from '../access/actor.ts';
import { administrators, roles } from '../access/permissions.ts';
import type { Platform } from '../platform.ts';
import { accountErrors } from './errors.ts';
import { accountTables } from './tables.ts';

type RoleParts = Pick<Platform, 'database' | 'ids' | 'clock' | 'access' | 'audit'>;

export interface RoleChange {
  /** All the role allows from now on. */
  permissions?: readonly string[] | undefined;
  /** All it hides from now on. */
  hides?: readonly { resource: string; field: string }[] | undefined;
}

/**
 * Changes what a role allows or hides, for every process at its next request. The three administrators keep having nothing in
 * common, and no other role gets what is theirs alone (ADMINISTRATORS_SEPARATED). Throws ROLE_NOT_FOUND, PERMISSION_NOT_FOUND.
 */
export async function changeRole(
  platform: RoleParts,
  actor: Actor,
  role: string,
  change: RoleChange,
): Promise<void> {
  const { access, database, audit, ids, clock } = platform;
  access.require(actor, 'security.manage');
  await database.transaction().execute(async (trx) => {
    const tables = accountTables(trx);
    const known = await tables
      .selectFrom('platform.role')
      .select('code')
      .where('code', '=', role)
      .forUpdate()
      .executeTakeFirst();
    if (known === undefined) throw accountErrors.ROLE_NOT_FOUND();
    if (change.permissions !== undefined) {
      const codes = [...new Set(change.permissions)];
      await refuseUnknown(trx, codes);
      await refuseShared(trx, role, codes);
      await tables.deleteFrom('platform.role_permission').where('role', '=', role).execute();
      const rows = codes.map((permission) => ({ role, permission }));
      if (rows.length > 0) await tables.insertInto('platform.role_permission').values(rows).execute();
    }
    if (change.hides !== undefined) {
      await tables.deleteFrom('platform.field_mask').where('role', '=', role).execute();
      const rows = change.hides.map(({ resource, field }) => ({ role, resource, field }));
      const insert = tables.insertInto('platform.field_mask').values(rows);
      if (rows.length > 0) await insert.onConflict((conflict) => conflict.doNothing()).execute();
    }
    const version = { value: JSON.stringify(ids.uuid()), updated_at: clock.now() };
    await trx
      .insertInto('platform.setting')
      .values({ name: accessVersionSetting, ...version })
      .onConflict((conflict) => conflict.column('name').doUpdateSet(version))
      .execute();
    await audit.write(trx, actor, { action: 'role.change', subject: role, detail: { ...change } });
  });
  await access.reload();
}

async function refuseUnknown(trx: Platform['database'], codes: readonly string[]): Promise<void> {
  const { rows } = await sql<{ code: string }>`
    SELECT code FROM unnest(${[...codes]}::text[]) AS code
    WHERE code NOT IN (SELECT code FROM platform.permission)`.execute(trx);
  if (rows.length > 0) {
    throw accountErrors.PERMISSION_NOT_FOUND({
      detail: `没有这些权限：${rows.map((row) => row.code).join('、')}`,
    });
  }
}

/** What the product gives to administrators alone: a role that had it too would be an administrator nobody sees. */
const isReserved = (code: string): boolean =>
  Object.entries(roles).every(
    ([role, { permissions }]) =>
      (administrators as readonly string[]).includes(role) ||
      !(permissions as readonly string[]).includes(code),
  );

async function refuseShared(
  trx: Platform['database'],
  role: string,
  codes: readonly string[],
): Promise<void> {
  const others = administrators.filter((other) => other !== role);
  const reserved = others.length === administrators.length ? codes.filter(isReserved) : codes;
  const { rows } = await sql<{ permission: string }>`
    SELECT permission FROM platform.role_permission
    WHERE role = ANY(${[...others]}::text[]) AND permission = ANY(${[...reserved]}::text[])`.execute(trx);
  if (rows.length > 0) throw accountErrors.ADMINISTRATORS_SEPARATED();
}
