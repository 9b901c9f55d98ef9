import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { errors } from '../errors/index.ts';
import { cutPage, readCursor } from '../http/paging.ts';
import type { Platform } from '../platform.ts';
import { accountErrors } from './errors.ts';
import { endSessions } from './sessions.ts';
import { accountTables } from './tables.ts';

type SessionParts = Pick<Platform, 'database' | 'clock' | 'config' | 'access' | 'audit'>;

export interface SessionSummary {
  id: string;
  account: string;
  login: string;
  address?: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  /** It is the one the question was asked from. */
  current: boolean;
}

interface Row {
  id: string;
  account: string;
  login: string;
  address: string | null;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
}

/** Open sessions, newest first: everybody's for a security administrator, one's own for everybody else. */
export async function listSessions(
  platform: SessionParts,
  actor: Actor,
  filter: { account?: string | undefined; cursor?: string | undefined; limit?: number | undefined },
): Promise<{ items: SessionSummary[]; nextCursor?: string }> {
  if (actor.sessionId === undefined) throw errors.UNAUTHENTICATED();
  const everybody = platform.access.allows(actor, 'session.manage');
  const account = everybody ? filter.account : actor.accountId;
  const now = platform.clock.now();
  const idleSince = new Date(now.getTime() - platform.config.sessionMinutes * 60_000);
  const limit = filter.limit ?? 20;
  const before = readCursor(filter.cursor, ['uuid'])?.[0];
  const { rows } = await sql<Row>`
    SELECT session.id, session.account, account.login, session.address, session.created_at, session.last_seen_at,
      session.expires_at
    FROM platform.session AS session JOIN platform.account AS account ON account.id = session.account
    WHERE session.ended_at IS NULL AND session.expires_at > ${now} AND session.last_seen_at > ${idleSince}
      AND (${account ?? null}::uuid IS NULL OR session.account = ${account ?? null}::uuid)
      AND (${before ?? null}::text IS NULL OR session.id::text < ${before ?? null}::text)
    ORDER BY session.id DESC LIMIT ${limit + 1}`.execute(platform.database);
  const page = cutPage(rows, limit, (last) => [last.id]);
  const items = page.items.map((row) => ({
    id: row.id,
    account: row.account,
    login: row.login,
    ...(row.address === null ? {} : { address: row.address }),
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    current: row.id === actor.sessionId,
  }));
  return { ...page, items };
}

/** Ends one session: one's own, or anybody's for a security administrator. Throws SESSION_NOT_FOUND. */
export async function endSession(platform: SessionParts, actor: Actor, id: string): Promise<void> {
  if (actor.sessionId === undefined) throw errors.UNAUTHENTICATED();
  const everybody = platform.access.allows(actor, 'session.manage');
  await platform.database.transaction().execute(async (trx) => {
    const session = await accountTables(trx)
      .selectFrom('platform.session')
      .innerJoin('platform.account', 'platform.account.id', 'platform.session.account')
      .select(['platform.session.account', 'platform.account.login'])
      .where('platform.session.id', '=', id)
      .where('platform.session.ended_at', 'is', null)
      .executeTakeFirst();
    // Somebody else's session is as good as none to those who may not see it.
    if (session === undefined || !(everybody || session.account === actor.accountId)) {
      throw accountErrors.SESSION_NOT_FOUND();
    }
    await endSessions(trx, platform.clock.now(), actor.accountId, { id });
    await platform.audit.write(trx, actor, { action: 'session.end', subject: session.login });
  });
}
