import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';
import { permissions, type RoleDefinition, roles } from './permissions.ts';
import { accessTables } from './tables.ts';

/**
 * Writes the permissions and roles of `permissions.ts` to the database where they are not there yet.
 * What an administrator changed since stays; permissions of a role the product added since arrive.
 */
export async function seedAccess(database: Database): Promise<void> {
  await database.transaction().execute(async (trx) => {
    // One process at a time: two that start together would wait on each other's rows in different order.
    await sql`SELECT pg_advisory_xact_lock(hashtext('platform.access'))`.execute(trx);
    const tables = accessTables(trx);
    const definitions = Object.entries<RoleDefinition>(roles);
    const known = new Set((await tables.selectFrom('platform.role').select('code').execute()).map(codeOf));
    const knownPermissions = new Set(
      (await tables.selectFrom('platform.permission').select('code').execute()).map(codeOf),
    );
    const newPermissions = Object.entries(permissions).filter(([code]) => !knownPermissions.has(code));
    const newRoles = definitions.filter(([code]) => !known.has(code));
    if (newPermissions.length > 0) {
      const rows = newPermissions.map(([code, title]) => ({ code, title }));
      await tables.insertInto('platform.permission').values(rows).execute();
    }
    if (newRoles.length > 0) {
      const rows = newRoles.map(([code, { title, grantable }]) => ({ code, title, grantable }));
      await tables.insertInto('platform.role').values(rows).execute();
    }
    const added = new Set(newPermissions.map(([code]) => code));
    const allowed = definitions.flatMap(([role, definition]) =>
      definition.permissions
        .filter((permission) => !known.has(role) || added.has(permission))
        .map((permission) => ({ role, permission })),
    );
    if (allowed.length > 0) await tables.insertInto('platform.role_permission').values(allowed).execute();
    const hidden = newRoles.flatMap(([role, { hides = {} }]) =>
      Object.entries(hides).flatMap(([resource, fields]) =>
        fields.map((field) => ({ role, resource, field })),
      ),
    );
    if (hidden.length > 0) await tables.insertInto('platform.field_mask').values(hidden).execute();
  });
}

function codeOf(row: { code: string }): string {
  return row.code;
}
