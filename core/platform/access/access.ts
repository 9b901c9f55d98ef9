import type { Database } from '../database/tables.ts';
import { errors } from '../errors/index.ts';
import type { Actor } from './actor.ts';
import { accessErrors } from './errors.ts';
import type { RoleCode } from './permissions.ts';
import { seedAccess } from './seed.ts';
import type { Stops } from './stops.ts';
import { accessTables } from './tables.ts';

/** The question line 1 of every service method asks. Answered from roles and offices, which are data. */
export interface Access {
  /**
   * Throws 401 for nobody signed in, 403 for somebody without the permission at the office.
   * Without an office, holding the permission anywhere is enough.
   */
  require(actor: Actor, permission: string, scope?: { office?: string }): void;
  allows(actor: Actor, permission: string, scope?: { office?: string }): boolean;
  /** Offices at which the actor holds the permission; `*` for all. */
  officesWith(actor: Actor, permission: string): readonly string[];
  /** Fields of a resource hidden from the actor (field hiding as data): those that every role of the actor hides. */
  hiddenFields(actor: Actor, resource: string): ReadonlySet<string>;
}

export interface ReloadableAccess extends Access {
  /** Reads roles and masks again; done by itself when another process changed them. */
  reload(): Promise<void>;
  /** Which state of roles and masks is in memory. */
  version(): string;
}

interface Snapshot {
  version: string;
  known: ReadonlySet<string>;
  /** Permissions by role. */
  allowed: ReadonlyMap<string, ReadonlySet<string>>;
  /** Hidden fields by role and resource. */
  hidden: ReadonlyMap<string, ReadonlySet<string>>;
}

const agentRoles: Readonly<Record<string, RoleCode>> = {
  bank: 'bank-agent',
  developer: 'developer-agent',
  court: 'court-agent',
  company: 'company-agent',
  agency: 'agency-agent',
};

/** Roles that follow from what kind of account it is; staff have only what they were granted. */
export function implicitRoles(actor: Pick<Actor, 'kind' | 'organisation'>): readonly RoleCode[] {
  if (actor.kind === 'person') return ['citizen'];
  if (actor.kind !== 'organisation' || actor.organisation === undefined) return [];
  const role = agentRoles[actor.organisation.kind];
  return role === undefined ? [] : [role];
}

/** Access over the roles kept in the database, held in memory. Rows SEC-PRV-01..03. */
export async function createAccess(
  database: Database,
  stops?: Pick<Stops, 'checkPermission'>,
): Promise<ReloadableAccess> {
  await seedAccess(database);
  let snapshot = await readSnapshot(database);

  const officesWith = (actor: Actor, permission: string): readonly string[] => {
    if (!snapshot.known.has(permission)) throw new Error(`permission ${permission} is not declared`);
    if (actor.kind === 'system') return ['*'];
    if (actor.limitedTo !== undefined) return [];
    const holds = (role: string) => snapshot.allowed.get(role)?.has(permission) === true;
    if (implicitRoles(actor).some(holds)) return ['*'];
    const offices = actor.grants.filter((grant) => holds(grant.role)).map((grant) => grant.office);
    return offices.includes('*') ? ['*'] : [...new Set(offices)];
  };
  const allows: Access['allows'] = (actor, permission, { office } = {}) => {
    const offices = officesWith(actor, permission);
    return office === undefined
      ? offices.length > 0
      : offices.some((held) => held === '*' || held === office);
  };
  return {
    officesWith,
    allows,
    require(actor, permission, scope) {
      if (actor.kind !== 'system') stops?.checkPermission(permission);
      if (allows(actor, permission, scope)) return;
      if (actor.kind === 'anonymous') throw errors.UNAUTHENTICATED();
      if (actor.limitedTo === 'second-factor') throw accessErrors.SECOND_FACTOR_ENROLMENT_REQUIRED();
      if (actor.limitedTo === 'password') throw accessErrors.PASSWORD_CHANGE_REQUIRED();
      throw errors.FORBIDDEN();
    },
    hiddenFields(actor, resource) {
      if (actor.kind === 'system') return new Set();
      const held = [...implicitRoles(actor), ...actor.grants.map((grant) => grant.role)];
      const [first, ...rest] = held.map(
        (role) => snapshot.hidden.get(`${role} ${resource}`) ?? new Set<string>(),
      );
      return rest.reduce((left, right) => left.intersection(right), new Set(first));
    },
    async reload() {
      snapshot = await readSnapshot(database);
    },
    version: () => snapshot.version,
  };
}

/** Name of the setting that changes whenever roles or masks do, so that other processes notice. */
export const accessVersionSetting = 'access.version';

async function readSnapshot(database: Database): Promise<Snapshot> {
  const tables = accessTables(database);
  const version = await database
    .selectFrom('platform.setting')
    .select('value')
    .where('name', '=', accessVersionSetting)
    .executeTakeFirst();
  const known = await tables.selectFrom('platform.permission').select('code').execute();
  const allowed = new Map<string, Set<string>>();
  for (const { role, permission } of await tables
    .selectFrom('platform.role_permission')
    .selectAll()
    .execute())
    add(allowed, role, permission);
  const hidden = new Map<string, Set<string>>();
  for (const { role, resource, field } of await tables
    .selectFrom('platform.field_mask')
    .selectAll()
    .execute())
    add(hidden, `${role} ${resource}`, field);
  return {
    version: String(version?.value ?? ''),
    known: new Set(known.map((row) => row.code)),
    allowed,
    hidden,
  };
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}
