import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Actor,
  type Config,
  createPlatform,
  fixedClock,
  type HttpClient,
  type Migrations,
  type OpenPlatform,
  type Platform,
  seededRandom,
} from '../index.ts';
import { type TestDatabase, testDatabase } from './database.ts';

export interface TestPlatform extends Platform, OpenPlatform {
  open: TestDatabase;
  clock: ReturnType<typeof fixedClock>;
}

export interface TestPlatformOptions {
  migrations?: readonly Migrations[];
  /** Where the clock stands; 2026-11-20 10:00 in Shanghai unless told. */
  now?: Date;
  /** Of the random stream. */
  seed?: number;
  http?: HttpClient;
  config?: Partial<Config>;
}

/** A call to another system that the test did not provide for. */
const noHttp: HttpClient = {
  request: ({ url }) => Promise.reject(new Error(`unexpected outgoing call to ${url}`)),
};

const hex = (pair: string, bytes: number) => Buffer.from(pair.repeat(bytes), 'hex');

/**
 * A platform of the test's own: private database, clock that stands still, seeded randomness, files in a temporary folder,
 * no outside world. Jobs run when the test calls `jobs.drain()`. Call `close` in `afterAll`.
 */
export async function testPlatform(options: TestPlatformOptions = {}): Promise<TestPlatform> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'hengchan-test-'));
  const clock = fixedClock(options.now ?? new Date('2026-11-20T02:00:00Z'));
  const open = await testDatabase(options.migrations ?? []);
  const config: Config = {
    mode: 'demo',
    host: '127.0.0.1',
    port: 0,
    publicUrl: 'http://localhost:8080',
    dataFolder,
    databaseUrl: open.url || undefined,
    databaseConnections: 6,
    processes: 1,
    takeoverSeconds: 60,
    logLevel: 'silent',
    keys: {
      encryption: hex('11', 16),
      integrity: hex('22', 32),
      index: hex('33', 32),
      evidence: hex('44', 32),
    },
    sessionMinutes: 30,
    staffSecondFactor: 'optional',
    fileLimitBytes: 5 * 1024 * 1024,
    objectStore: undefined,
    signing: undefined,
    tls: undefined,
    releaseKeyFile: undefined,
    scanner: undefined,
    passwordHash: 'argon2id',
    peersFile: undefined,
    officesFile: undefined,
    rateLimit: 100_000,
    ...options.config,
  };
  const { platform, close } = await createPlatform(config, {
    migrations: options.migrations ?? [],
    clock,
    random: seededRandom(options.seed ?? 1),
    http: options.http ?? noHttp,
    open,
  });
  return {
    ...platform,
    clock,
    platform,
    open,
    close: async () => {
      await close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

export interface TestActorOptions extends Partial<Omit<Actor, 'grants'>> {
  /** Each at every office unless an office is named. */
  roles?: readonly { role: string; office?: string }[];
}

/** Somebody signed in, without an account behind it: staff with the roles named unless told otherwise. */
export function testActor({ roles = [], ...given }: TestActorOptions = {}): Actor {
  return {
    accountId: '00000000-0000-7000-8000-000000000001',
    login: 'tester',
    name: '测试员',
    kind: 'staff',
    grants: roles.map(({ role, office = '*' }) => ({ role, office })),
    ...given,
  };
}
