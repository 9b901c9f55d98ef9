import { createAccess } from './access/access.ts';
import { makeExports } from './access/exports.ts';
import { createStops } from './access/stops.ts';
import { makeTeam } from './access/team.ts';
import { scheduleAccountSweep } from './accounts/sweep.ts';
import { makeAudit } from './audit/audit.ts';
import { scheduleAuditSealing } from './audit/seal.ts';
import type { Config } from './config/load.ts';
import { makeKept } from './database/kept.ts';
import type { Migrations } from './database/migrate.ts';
import { type OpenDatabase, openDatabase } from './database/open.ts';
import { makeFiles, storeOf } from './files/create.ts';
import { guardFiles } from './files/open-file.ts';
import { createJobs } from './jobs/create.ts';
import { requireRightKeys } from './keys/check.ts';
import { openKeyRing } from './keys/ring.ts';
import type { Platform } from './platform.ts';
import { ownProcesses } from './processes/worker.ts';
import { makeUploads, quarantine } from './scanning/uploads.ts';
import { makeCipher } from './system/cipher.ts';
import { type SettableClock, systemClock } from './system/clock.ts';
import { makeEvents } from './system/events.ts';
import { type HttpClient, systemHttpClient } from './system/http-client.ts';
import { makeIds } from './system/ids.ts';
import { makeLogger } from './system/logger.ts';
import { type Random, systemRandom } from './system/random.ts';

export const platformMigrations: Migrations = {
  room: 'platform',
  folder: new URL('./migrations/', import.meta.url),
};

/** How soon what was kept unscanned is looked through once the scanner is back. */
const scanSeconds = 300;

export interface PlatformOptions {
  /** Of every room that is part of the product; the platform's own are added. */
  migrations: readonly Migrations[];
  clock?: SettableClock;
  random?: Random;
  http?: HttpClient;
  /** How long a database that is not there yet is waited for; a command does not wait. */
  patienceSeconds?: number;
  /** An open, migrated database to use instead of the one the configuration names. */
  open?: OpenDatabase;
}

export interface OpenPlatform {
  platform: Platform;
  open: OpenDatabase;
  /** Stops jobs, then closes the database. */
  close(): Promise<void>;
}

/** Opens and migrates the database and puts together everything a room may use. Jobs are not started: the caller says when. */
export async function createPlatform(config: Config, options: PlatformOptions): Promise<OpenPlatform> {
  const clock = options.clock ?? systemClock();
  const random = options.random ?? systemRandom();
  const ids = makeIds(clock, random);
  const log = makeLogger(config.logLevel);
  const open =
    options.open ??
    (await openDatabase({
      ...(config.databaseUrl === undefined ? { folder: config.dataFolder } : { url: config.databaseUrl }),
      poolSize: config.databaseConnections,
      patienceSeconds: options.patienceSeconds ?? 0,
      onWait: (reason) => log.error({ reason }, '数据库尚未就绪，正在等待 · waiting for the database'),
      migrations: [platformMigrations, ...options.migrations],
    }));
  const { database } = open;
  try {
    await requireRightKeys(database, config.keys);
    const keys = await openKeyRing({ database, random, log }, config.keys);
    const cipher = makeCipher(config.keys, random, keys);
    const embedded = open.kind === 'embedded';
    const limit = embedded ? 2 : Math.max(1, Math.floor(config.databaseConnections / 2));
    const stops = await createStops(database);
    const events = makeEvents();
    const audit = makeAudit({ clock, ids, cipher });
    const access = await createAccess(database, stops);
    const store = makeFiles({
      store: storeOf(config, ids),
      ring: keys,
      limitBytes: config.fileLimitBytes,
      random,
    });
    const files = quarantine(guardFiles(store, { database, access, audit }), database, config);
    const uploads = makeUploads({ config, database, clock, audit, log, files });
    const platform: Platform = {
      config,
      database,
      kept: makeKept({ clock, ids }),
      clock,
      ids,
      random,
      log,
      keys,
      cipher,
      audit,
      access,
      stops,
      exports: makeExports({ database, clock, audit }),
      team: makeTeam(),
      jobs: createJobs({ database, clock, ids, log, events, limit, alone: embedded }),
      files,
      uploads,
      http: options.http ?? systemHttpClient(),
      events,
      processes: ownProcesses(),
    };
    scheduleAuditSealing(platform);
    scheduleAccountSweep(platform);
    if (config.scanner) platform.jobs.every(scanSeconds, 'uploads.scan', uploads.scanWaiting);
    const close = async () => {
      await platform.jobs.stop();
      await open.close();
    };
    return { platform, open, close };
  } catch (error) {
    await open.close();
    throw error;
  }
}
