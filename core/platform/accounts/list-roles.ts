import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { errors } from '../errors/index.ts';
import type { Platform } from '../platform.ts';

export interface RoleSummary {
  code: string;
  title: string;
  grantable: boolean;
  permissions: { code: string; title: string }[];
  /** Hidden fields by resource. */
  hides: { resource: string; field: string }[];
}

/** Every role with what it allows and hides, for anybody signed in: what the rules are is no secret. */
export async function listRoles(platform: Pick<Platform, 'database'>, actor: Actor): Promise<RoleSummary[]> {
  if (actor.kind === 'anonymous') throw errors.UNAUTHENTICATED();
  const { rows } = await sql<RoleSummary>`
    SELECT role.code, role.title, role.grantable,
      coalesce((
        SELECT jsonb_agg(jsonb_build_object('code', permission.code, 'title', permission.title) ORDER BY permission.code)
        FROM platform.role_permission AS allowed
        JOIN platform.permission AS permission ON permission.code = allowed.permission
        WHERE allowed.role = role.code
      ), '[]'::jsonb) AS permissions,
      coalesce((
        SELECT jsonb_agg(jsonb_build_object('resource', mask.resource, 'field', mask.field)
          ORDER BY mask.resource, mask.field)
        FROM platform.field_mask AS mask WHERE mask.role = role.code
      ), '[]'::jsonb) AS hides
    FROM platform.role AS role ORDER BY role.code`.execute(platform.database);
  return rows;
}
