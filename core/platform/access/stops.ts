import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';
import { errors } from '../errors/index.ts';

/** A function taken out of service while everything else goes on. Row SEC-VUL-03. */
export interface Stop {
  id: string;
  /** `route`: a path and everything below it; `permission`: whatever needs it. */
  kind: 'route' | 'permission';
  target: string;
  /** What people are told, in Chinese. */
  message: string;
}

/** What is out of service now. The list is one setting, so that every process reads the same. */
export interface Stops {
  /** Reads the list again, unless that was done a moment ago. */
  refresh(): Promise<void>;
  /** Writes the list inside the caller's transaction; call `reload` after it committed. */
  write(trx: Database, stops: readonly Stop[], at: Date): Promise<void>;
  reload(): Promise<void>;
  current(): readonly Stop[];
  /** Throws FUNCTION_STOPPED when the path, or one above it, is out of service. */
  checkPath(path: string): void;
  /** Throws FUNCTION_STOPPED when what the permission allows is out of service. */
  checkPermission(permission: string): void;
}

const setting = 'security.stops';
const refreshMilliseconds = 2_000;

/** Ways that must stay open, or nobody could put anything back into service. */
const alwaysOpen = ['/api/sessions', '/api/me', '/api/security/stops'];

const isUnder = (path: string, prefix: string) =>
  path === prefix || path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`);

/** Whether a path may be taken out of service at all. */
export function canStopPath(path: string): boolean {
  return path.startsWith('/api/') && !alwaysOpen.some((open) => isUnder(open, path) || isUnder(path, open));
}

export async function createStops(database: Database): Promise<Stops> {
  let stops: readonly Stop[] = [];
  let readAt = Number.NEGATIVE_INFINITY;

  const reload = async () => {
    readAt = performance.now();
    const row = await database
      .selectFrom('platform.setting')
      .select('value')
      .where('name', '=', setting)
      .executeTakeFirst();
    stops = (row?.value ?? []) as readonly Stop[];
  };
  const refuse = (stop: Stop | undefined) => {
    if (stop !== undefined) throw errors.FUNCTION_STOPPED({ detail: stop.message });
  };
  await reload();
  return {
    reload,
    async refresh() {
      if (performance.now() - readAt > refreshMilliseconds) await reload();
    },
    async write(trx, next, at) {
      await sql`
        INSERT INTO platform.setting (name, value, updated_at) VALUES (${setting}, ${JSON.stringify(next)}::jsonb, ${at})
        ON CONFLICT (name) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`.execute(
        trx,
      );
    },
    current: () => stops,
    checkPath(path) {
      if (stops.length === 0 || !canStopPath(path)) return;
      refuse(stops.find((stop) => stop.kind === 'route' && isUnder(path, stop.target)));
    },
    checkPermission(permission) {
      refuse(stops.find((stop) => stop.kind === 'permission' && stop.target === permission));
    },
  };
}
