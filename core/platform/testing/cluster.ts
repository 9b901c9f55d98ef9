import { execFileSync, type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

export interface Cluster {
  /** Connection string of the maintenance database. */
  url: string;
  urlOf(database: string): string;
  stop(): Promise<void>;
}

export interface ClusterOptions {
  /** Off makes tests quick; benchmarks and fault tests turn it on. */
  fsync: boolean;
  folder?: string;
}

/** Folder of the system's PostgreSQL 15+ programs that come with PostGIS, or undefined. */
export function findPostgres(): string | undefined {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return undefined;
  const versions = readdirSync(root)
    .map(Number)
    .filter((version) => version >= 15)
    .sort((left, right) => right - left);
  return versions
    .filter((version) => existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`))
    .map((version) => `${root}/${version}/bin`)
    .find((folder) => existsSync(join(folder, 'initdb')));
}

/** Starts a private PostgreSQL on a free loopback port; its files go with it. */
export async function startCluster(programs: string, options: ClusterOptions): Promise<Cluster> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'hengchan-postgres-'));
  const account: Partial<{ uid: number; gid: number }> = process.getuid?.() === 0 ? unprivileged() : {};
  chmodSync(folder, 0o700);
  if (account.uid !== undefined && account.gid !== undefined) chownSync(folder, account.uid, account.gid);
  const data = join(folder, 'data');
  if (!existsSync(data)) {
    check(
      spawnSync(
        join(programs, 'initdb'),
        ['-D', data, '--locale=C.UTF-8', '-E', 'UTF8', '-A', 'trust', '-U', 'postgres'],
        {
          ...account,
          cwd: folder,
        },
      ),
    );
  }
  const port = await freePort();
  const settings = ['max_connections=200', 'shared_buffers=256MB', 'listen_addresses=127.0.0.1'];
  if (!options.fsync) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off');
  const flags = settings.flatMap((setting) => ['-c', setting]);
  const child = spawn(join(programs, 'postgres'), ['-D', data, '-p', String(port), '-k', folder, ...flags], {
    ...account,
    cwd: folder,
    stdio: 'ignore',
  });
  const urlOf = (database: string) => `postgresql://postgres@127.0.0.1:${port}/${database}`;
  await waitUntilReady(urlOf('postgres'));
  return {
    url: urlOf('postgres'),
    urlOf,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGINT');
      await ended;
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function unprivileged(): { uid: number; gid: number } {
  const read = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: read('-u'), gid: read('-g') };
}

function check(result: SpawnSyncReturns<Buffer>): void {
  if (result.status !== 0) throw new Error(`initdb failed: ${result.stderr}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function waitUntilReady(url: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (attempt > 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
