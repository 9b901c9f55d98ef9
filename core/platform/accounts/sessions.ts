import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { ActingFor, Actor, StandIn } from '../access/actor.ts';
import type { Database } from '../database/tables.ts';
import type { Platform } from '../platform.ts';
import { type AccountKind, accountTables, type SessionLimit } from './tables.ts';

/** A session is touched at most this often, so that reading does not become writing. */
const touchMilliseconds = 60_000;

type SessionParts = Pick<Platform, 'database' | 'clock' | 'config' | 'cipher' | 'access'>;

interface SessionRow {
  id: string;
  last_seen_at: Date;
  limited_to: SessionLimit | null;
  account: string;
  login: string;
  kind: AccountKind;
  name_sealed: string;
  id_type: string | null;
  id_index: string | null;
  grants: { role: string; office: string }[];
  grant_expired: boolean;
  organisation: ActingFor | null;
  stands_in_for: StandIn[];
  access_version: unknown;
}

export function hashToken(token: string): string {
  return createHash('sm3').update(token).digest('hex');
}

/**
 * Who the token stands for, or undefined when it stands for nobody (any more). One query; called on every request.
 * Grants, authorisations and posts lent by colleagues are read each time, so that taking one away works at once; when a grant runs out
 * the session ends with it. Rows SEC-PRV-02, SEC-PRV-03, ONL-USR-04.
 */
export async function resolveSession(platform: SessionParts, token: string): Promise<Actor | undefined> {
  const now = platform.clock.now();
  const idleSince = new Date(now.getTime() - platform.config.sessionMinutes * 60_000);
  const row = await findSession(platform.database, hashToken(token), now, idleSince);
  if (row === undefined) return undefined;
  if (row.grant_expired) {
    await endSessions(platform.database, now, 'grant-expired', { id: row.id });
    return undefined;
  }
  if (String(row.access_version ?? '') !== platform.access.version()) await platform.access.reload();
  if (now.getTime() - row.last_seen_at.getTime() > touchMilliseconds) {
    await accountTables(platform.database)
      .updateTable('platform.session')
      .set({ last_seen_at: now })
      .where('id', '=', row.id)
      .execute();
  }
  return actorOf(platform, row);
}

function actorOf({ cipher }: SessionParts, row: SessionRow): Actor {
  return {
    accountId: row.account,
    login: row.login,
    name: cipher.open(row.name_sealed),
    kind: row.kind,
    ...(row.id_type === null ? {} : { idType: row.id_type }),
    ...(row.id_index === null ? {} : { idIndex: row.id_index }),
    ...(row.organisation === null ? {} : { organisation: row.organisation }),
    grants: row.limited_to === null ? row.grants : [],
    ...(row.limited_to === null && row.stands_in_for.length > 0
      ? { standsInFor: row.stands_in_for.map((each) => ({ ...each, name: cipher.open(each.name) })) }
      : {}),
    sessionId: row.id,
    ...(row.limited_to === null ? {} : { limitedTo: row.limited_to }),
  };
}

async function findSession(
  database: Database,
  hash: string,
  now: Date,
  idleSince: Date,
): Promise<SessionRow | undefined> {
  const { rows } = await sql<SessionRow>`
    SELECT session.id, session.last_seen_at, session.limited_to, account.id AS account, account.login, account.kind,
      account.name_sealed, account.id_type, account.id_index,
      coalesce((
        SELECT jsonb_agg(jsonb_build_object('role', held.role, 'office', held.office) ORDER BY held.role, held.office)
        FROM platform.role_grant AS held
        WHERE held.account = account.id AND held.revoked_at IS NULL
          AND (held.expires_at IS NULL OR held.expires_at > ${now})
      ), '[]'::jsonb) AS grants,
      EXISTS (
        SELECT FROM platform.role_grant AS ended
        WHERE ended.account = account.id AND ended.revoked_at IS NULL
          AND ended.expires_at <= ${now} AND ended.expires_at > session.created_at
      ) AS grant_expired,
      (
        SELECT jsonb_build_object('id', body.id, 'name', body.name, 'kind', body.kind, 'idType', body.id_type,
          'idIndex', body.id_index, 'businesses', authorisation.businesses)
        FROM platform.agent_authorisation AS authorisation
        JOIN platform.organisation AS body ON body.id = authorisation.organisation
        WHERE authorisation.account = account.id AND authorisation.withdrawn_at IS NULL
          AND (authorisation.expires_at IS NULL OR authorisation.expires_at > ${now})
      ) AS organisation,
      coalesce((
        SELECT jsonb_agg(jsonb_build_object('accountId', lent.giver, 'name', giver.name_sealed, 'grants', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('role', held.role, 'office', held.office)), '[]'::jsonb)
          FROM platform.role_grant AS held
          WHERE held.account = lent.giver AND held.revoked_at IS NULL AND held.role = ANY (lent.roles)
            AND (held.expires_at IS NULL OR held.expires_at > ${now}))) ORDER BY lent.given_at, lent.id)
        FROM platform.delegation AS lent
        JOIN platform.account AS giver ON giver.id = lent.giver AND giver.status = 'enabled'
        WHERE lent.taker = account.id AND lent.revoked_at IS NULL
          AND lent.starts_at <= ${now} AND lent.ends_at > ${now}
      ), '[]'::jsonb) AS stands_in_for,
      (SELECT value FROM platform.setting WHERE name = 'access.version') AS access_version
    FROM platform.session AS session
    JOIN platform.account AS account ON account.id = session.account
    WHERE session.token_hash = ${hash} AND session.ended_at IS NULL AND session.expires_at > ${now}
      AND session.last_seen_at > ${idleSince} AND account.status = 'enabled'`.execute(database);
  return rows[0];
}

/** Ends open sessions: one by its id, or those of an account, perhaps all but one. Returns how many. */
export async function endSessions(
  database: Database,
  now: Date,
  endedBy: string,
  which: { id: string } | { account: string; except?: string | undefined },
): Promise<number> {
  let query = accountTables(database)
    .updateTable('platform.session')
    .set({ ended_at: now, ended_by: endedBy })
    .where('ended_at', 'is', null);
  if ('id' in which) query = query.where('id', '=', which.id);
  else {
    query = query.where('account', '=', which.account);
    if (which.except !== undefined) query = query.where('id', '!=', which.except);
  }
  return Number((await query.executeTakeFirst()).numUpdatedRows);
}
