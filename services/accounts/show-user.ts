import { type Actor, type Platform, permissions, roles, secondFactorState } from '@hengchan/platform';
import { findArea } from '@hengchan/standards';
import type { CurrentSession, User } from './session-schema.ts';

/** The signed-in user as screens need it: roles and offices in words, permissions to show or leave out commands by. */
export function showUser({ access }: Pick<Platform, 'access'>, actor: Actor): User {
  return {
    accountId: actor.accountId,
    login: actor.login,
    name: actor.name,
    kind: actor.kind as User['kind'],
    ...(actor.organisation === undefined ? {} : { organisation: showOrganisation(actor.organisation) }),
    grants: actor.grants.map(({ role, office }) => ({
      role,
      roleTitle: roleTitle(role),
      office,
      officeName: office === '*' ? '全部登记机构' : (findArea(office)?.name ?? office),
    })),
    permissions: Object.keys(permissions).filter((permission) => access.allows(actor, permission)),
    ...(actor.limitedTo === undefined ? {} : { limitedTo: actor.limitedTo }),
  };
}

export async function showSession(
  platform: Pick<Platform, 'access' | 'config' | 'database'>,
  actor: Actor,
): Promise<CurrentSession> {
  return {
    user: showUser(platform, actor),
    mode: platform.config.mode,
    secondFactor: await secondFactorState(platform, actor),
  };
}

function showOrganisation({ id, name, kind, businesses }: NonNullable<Actor['organisation']>) {
  return { id, name, kind, ...(businesses === undefined ? {} : { businesses: [...businesses] }) };
}

function roleTitle(role: string): string {
  return role in roles ? roles[role as keyof typeof roles].title : role;
}
