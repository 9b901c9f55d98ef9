import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type TestDatabase, testDatabase } from '@hengchan/platform/testing';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { checkExpiry, checkFolder, checkNode } from '../doctor/machine.ts';
import { explainFailure } from '../explain-failure.ts';
import { migrations } from '../migrations.ts';

const maintenance = inject('postgresUrl');
const program = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const server = program('../main.ts');

let folder: string;
let offices: string;
const children: ChildProcess[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hengchan-operator-'));
  offices = join(folder, 'offices.json');
  const office = { code: '320402', name: '登记中心', province: '苏', place: '常州市', address: '某路 1 号' };
  writeFileSync(offices, JSON.stringify([office]));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  child: ChildProcess;
  said: () => string;
  /** Exit code. */
  ended: Promise<number | null>;
}

function run(file: string, environment: Record<string, string>, args: string[] = []): Run {
  const env = { PATH: process.env.PATH, HENGCHAN_DATA: join(folder, 'data'), ...environment };
  const child = spawn(process.execPath, [file, ...args], { env });
  children.push(child);
  let said = '';
  const hear = (part: Buffer) => {
    said += part;
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return { child, said: () => said, ended: new Promise((resolve) => child.once('close', resolve)) };
}

const production = (url: string, more: Record<string, string> = {}) => ({
  HENGCHAN_MODE: 'production',
  HENGCHAN_OFFICES: offices,
  HENGCHAN_PUBLIC_URL: 'http://127.0.0.1:1',
  HENGCHAN_PORT: '0',
  DATABASE_URL: url,
  HENGCHAN_ENCRYPTION_KEY: '11'.repeat(16),
  HENGCHAN_INTEGRITY_KEY: '22'.repeat(32),
  HENGCHAN_INDEX_KEY: '33'.repeat(32),
  HENGCHAN_EVIDENCE_KEY: '44'.repeat(32),
  ...more,
});

async function until(holds: () => boolean, what: () => string): Promise<void> {
  for (let round = 0; !holds(); round++) {
    if (round > 600) throw new Error(`does not come about: ${what()}`);
    await wait(100);
  }
}

describe('a start that cannot succeed says what to do', () => {
  test('the port is in use', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const environment = { HENGCHAN_PORT: String(port) };
    const { said, ended } = run(server, environment, ['serve']);
    expect(await ended).toBe(1);
    expect(said()).toMatch(/^端口已被占用：.*HENGCHAN_PORT/);
    expect(said()).toContain(String(port));
    expect(said()).not.toContain('    at ');
    const status = run(program('./status.ts'), environment);
    other.on('connection', (socket) => socket.destroy());
    expect(await status.ended).toBe(1);
    expect(status.said()).toContain('被别的程序占用');
    other.close();
    const later = run(program('./status.ts'), environment);
    expect(await later.ended).toBe(3);
  });

  test('the data folder is no folder', async () => {
    const { said, ended } = run(server, { HENGCHAN_DATA: join(offices, 'data'), HENGCHAN_PORT: '0' }, [
      'serve',
    ]);
    expect(await ended).toBe(1);
    expect(said()).toContain('HENGCHAN_DATA');
    expect(said()).not.toContain('    at ');
  });

  test('several processes on the embedded database', async () => {
    const { said, ended } = run(server, { HENGCHAN_PROCESSES: '2' }, ['serve']);
    expect(await ended).toBe(1);
    expect(said()).toMatch(/HENGCHAN_PROCESSES：.*PostgreSQL.*more than one process needs PostgreSQL/);
  });

  test.each([
    ['EROFS', '只读'],
    ['EACCES', '权限'],
    ['ENOSPC', '磁盘已满'],
    ['53100', '磁盘已满'],
    ['53300', '连接数'],
    ['28P01', '口令'],
    ['3D000', '建库'],
  ])('%s', (code, words) => {
    const cause = Object.assign(new Error('the particulars'), { code });
    expect(explainFailure(new Error('migration failed', { cause }))).toMatch(
      new RegExp(`${words}[^]*the particulars`),
    );
  });

  test('what nobody foresaw keeps its trace', () => {
    expect(explainFailure(new TypeError('x is not a function'))).toContain('    at ');
  });
});

describe.skipIf(!maintenance)('a start on PostgreSQL', () => {
  let database: TestDatabase;
  const doors: Server[] = [];
  beforeAll(async () => {
    database = await testDatabase(migrations);
  });
  afterAll(async () => {
    for (const door of doors) door.close();
    await database?.close();
  });

  test('waits for a database that comes later, then serves; the wrong key and a newer database are refused', async () => {
    // Nobody listens yet at the address the server is given.
    const door = createServer((socket) => {
      const { hostname, port } = new URL(database.url);
      const inner = connect(Number(port), hostname);
      socket.pipe(inner).pipe(socket);
      for (const each of [socket, inner]) each.on('error', () => each.destroy());
    });
    doors.push(door);
    await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
    const { port } = door.address() as AddressInfo;
    await new Promise((resolve) => door.close(resolve));
    const url = new URL(database.url);
    url.port = String(port);
    const late = run(server, production(url.href, { HENGCHAN_LOG_LEVEL: 'error' }), ['serve']);
    await until(() => late.said().includes('waiting for the database'), late.said);
    await new Promise<void>((resolve) => door.listen(port, '127.0.0.1', resolve));
    await until(() => late.said().includes('ready http'), late.said);
    late.child.kill('SIGTERM');
    expect(await late.ended).toBe(0);

    const wrong = run(server, production(database.url, { HENGCHAN_INDEX_KEY: '55'.repeat(32) }), ['serve']);
    expect(await wrong.ended).toBe(1);
    expect(wrong.said()).toMatch(/^密钥与数据库不符：HENGCHAN_INDEX_KEY。/);

    await database.asOwner((owner) =>
      sql`INSERT INTO platform.kysely_migration (name, timestamp) VALUES ('platform/999-of-tomorrow', '2027-01-01T00:00:00.000Z')`.execute(
        owner,
      ),
    );
    const ahead = run(server, production(database.url), ['serve']);
    expect(await ahead.ended).toBe(1);
    expect(ahead.said()).toMatch(/^数据库比程序新.*999-of-tomorrow/);
    expect(ahead.said()).not.toContain('    at ');

    const doctor = run(
      program('./doctor.ts'),
      production(database.url, { HENGCHAN_INDEX_KEY: '55'.repeat(32) }),
    );
    expect(await doctor.ended).toBe(1);
    expect(doctor.said()).toContain('✗ 密钥：不是写入数据时的密钥：HENGCHAN_INDEX_KEY');
    expect(doctor.said()).toContain('✗ 数据库结构：比程序新：platform/999-of-tomorrow');
    await database.asOwner((owner) =>
      sql`DELETE FROM platform.kysely_migration WHERE name = 'platform/999-of-tomorrow'`.execute(owner),
    );
    const well = run(program('./doctor.ts'), production(database.url));
    expect(await well.ended).toBe(0);
    for (const line of ['✓ 数据库扩展', '✓ 数据库结构：与程序相符', '✓ 密钥', '✓ 时钟', '! 备份：从未备份']) {
      expect(well.said()).toContain(line);
    }
  }, 180_000);

  test('a database that is not there is explained, by doctor too', async () => {
    const none = new URL(database.url);
    none.pathname = '/nowhere';
    const start = run(server, production(none.href), ['serve']);
    expect(await start.ended).toBe(1);
    expect(start.said()).toMatch(/^没有这个数据库/);
    const doctor = run(program('./doctor.ts'), production(none.href));
    expect(await doctor.ended).toBe(1);
    expect(doctor.said()).toMatch(/✗ 数据库：.*nowhere.*\n {4}没有这个数据库/);
  }, 120_000);
});

describe('checks of the machine', () => {
  test('of Node, of certificates, of room on the disk', () => {
    expect(checkNode('20.11.0')).toMatchObject({ state: 'fail' });
    expect(checkNode('24.1.0')).toMatchObject({ state: 'ok' });
    const now = new Date('2026-11-20T00:00:00Z');
    const states = ['Nov 19 00:00:00 2026 GMT', 'Dec 1 00:00:00 2026 GMT', 'Dec 1 00:00:00 2027 GMT'].map(
      (validTo) => checkExpiry('证书', validTo, now).state,
    );
    expect(states).toEqual(['fail', 'warn', 'ok']);
    const disk = (free: number) => () => ({ bavail: free, blocks: 100, bsize: 1024 ** 3 / 10 }) as never;
    const config = { dataFolder: folder } as never;
    const room = [5, 15, 50].map((free) => checkFolder(config, disk(free)).at(-1)?.state);
    expect(room).toEqual(['fail', 'warn', 'ok']);
  });
});
