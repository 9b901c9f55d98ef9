import { toShanghaiDate } from '@hengchan/standards';
import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Platform } from '../platform.ts';

/** Posts lent for the days of an absence. */
export interface Delegation {
  id: string;
  by: { account: string; name: string };
  to: { account: string; name: string };
  /** First and last day, in China. */
  from: string;
  until: string;
  roles: string[];
  reason: string;
  status: 'planned' | 'running' | 'over' | 'revoked';
  createdAt: Date;
  revokedAt?: Date;
}

interface Row {
  id: string;
  giver: string;
  giver_name: string;
  taker: string;
  taker_name: string;
  roles: string[];
  reason: string;
  starts_at: Date;
  ends_at: Date;
  given_at: Date;
  revoked_at: Date | null;
}

const most = 500;

/** One's own, given and taken, newest first; with an office, all of those who hold roles there (needs `task.assign`). */
export async function listDelegations(
  platform: Pick<Platform, 'database' | 'clock' | 'cipher' | 'access'>,
  actor: Actor,
  office?: string,
): Promise<Delegation[]> {
  platform.access.require(
    actor,
    office === undefined ? 'task.read' : 'task.assign',
    office ? { office } : {},
  );
  const whose =
    office === undefined
      ? sql`${actor.accountId} IN (d.giver::text, d.taker::text)`
      : sql`EXISTS (SELECT FROM platform.role_grant AS held WHERE held.account = d.giver
          AND held.revoked_at IS NULL AND held.office IN (${office}, '*'))`;
  const { rows } = await sql<Row>`
    SELECT d.id, d.giver, giver.name_sealed AS giver_name, d.taker, taker.name_sealed AS taker_name, d.roles, d.reason,
      d.starts_at, d.ends_at, d.given_at, d.revoked_at
    FROM platform.delegation AS d
    JOIN platform.account AS giver ON giver.id = d.giver
    JOIN platform.account AS taker ON taker.id = d.taker
    WHERE ${whose} ORDER BY d.given_at DESC, d.id DESC LIMIT ${most}`.execute(platform.database);
  const now = platform.clock.now();
  const open = (sealed: string) => platform.cipher.open(sealed);
  return rows.map((row) => ({
    id: row.id,
    by: { account: row.giver, name: open(row.giver_name) },
    to: { account: row.taker, name: open(row.taker_name) },
    from: toShanghaiDate(row.starts_at),
    until: toShanghaiDate(new Date(row.ends_at.getTime() - 1)),
    roles: row.roles,
    reason: row.reason,
    status: statusOf(row, now),
    createdAt: row.given_at,
    ...(row.revoked_at ? { revokedAt: row.revoked_at } : {}),
  }));
}

function statusOf(row: Row, now: Date): Delegation['status'] {
  if (row.revoked_at) return 'revoked';
  if (row.ends_at <= now) return 'over';
  return row.starts_at > now ? 'planned' : 'running';
}
