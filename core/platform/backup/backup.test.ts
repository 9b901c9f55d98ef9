import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Config, loadConfig } from '../config/load.ts';
import { openEmbedded } from '../database/embedded.ts';
import { type TestDatabase, testDatabase } from '../testing/index.ts';
import { backup } from './backup.ts';
import { restore } from './restore.ts';

const at = new Date('2026-11-20T08:00:00Z');
const options = { force: false, at };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hengchan-backup-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function configFor(name: string, url?: string): Config {
  return loadConfig({ HENGCHAN_DATA: join(folder, name), DATABASE_URL: url });
}

async function addFile(config: Config, name: string, content: string): Promise<void> {
  await mkdir(join(config.dataFolder, 'files', 'ab'), { recursive: true });
  await writeFile(join(config.dataFolder, 'files', 'ab', name), content);
}

describe('the embedded database', () => {
  const file = () => join(folder, 'embedded.backup');
  let origin: Config;

  beforeAll(async () => {
    origin = configFor('origin');
    const { pglite, close } = await openEmbedded(origin.dataFolder);
    await pglite.exec("CREATE TABLE kept (word text); INSERT INTO kept VALUES ('恒产')");
    await close();
    await addFile(origin, 'abcd', 'a stored file');
    await addFile(origin, 'abce.part', 'half a file');
    await mkdir(join(origin.dataFolder, 'exchange'));
    await writeFile(join(origin.dataFolder, 'exchange', 'peers.json'), '{}');
    await backup(origin, file(), at);
  });

  async function words(config: Config): Promise<unknown[]> {
    const { pglite, close } = await openEmbedded(config.dataFolder);
    const { rows } = await pglite.query('SELECT word FROM kept');
    await close();
    return rows;
  }

  test('comes back whole elsewhere, with files and keys', async () => {
    const target = configFor('target');
    await restore(target, file(), options);
    expect(await words(target)).toEqual([{ word: '恒产' }]);
    expect(await readFile(join(target.dataFolder, 'files/ab/abcd'), 'utf8')).toBe('a stored file');
    expect(readdirSync(join(target.dataFolder, 'files/ab'))).toEqual(['abcd']);
    expect(readdirSync(join(target.dataFolder, 'exchange'))).toEqual(['peers.json']);
    expect(configFor('target').keys).toEqual(origin.keys);
  });

  test('is not put over another one, unless forced; then the other is set aside', async () => {
    await expect(restore(origin, file(), options)).rejects.toThrow('--force');
    await restore(origin, file(), { force: true, at });
    expect(await words(origin)).toEqual([{ word: '恒产' }]);
    expect(readdirSync(join(origin.dataFolder, 'replaced-20261120080000')).sort()).toEqual([
      'database',
      'exchange',
      'keys',
    ]);
  });

  test('is not backed up while somebody has it open', async () => {
    const lock = join(origin.dataFolder, 'database.lock');
    writeFileSync(lock, String(process.ppid));
    await expect(backup(origin, join(folder, 'second.backup'), at)).rejects.toThrow('另一个进程');
    rmSync(lock);
    expect(readdirSync(folder).filter((name) => name.includes('second'))).toEqual([]);
  });

  test('is never written over a file that is there', async () => {
    await expect(backup(origin, file(), at)).rejects.toThrow('已存在');
  });

  test('is refused, and nothing touched, when the backup was damaged anywhere', async () => {
    const whole = readFileSync(file());
    const damaged = join(folder, 'damaged.backup');
    const places = {
      manifest: 600,
      seal: whole.indexOf('hmac-sm3'),
      dump: 20_000,
      file: whole.indexOf('a stored file'),
    };
    for (const [part, place] of Object.entries(places)) {
      const bytes = Buffer.from(whole);
      bytes[place] = (bytes[place] as number) ^ 1;
      writeFileSync(damaged, bytes);
      const target = configFor(`damaged-${part}`);
      await expect(restore(target, damaged, options), part).rejects.toThrow(/备份已损坏|另一组密钥/);
      expect(readdirSync(target.dataFolder)).toEqual(['keys']);
    }
    writeFileSync(damaged, whole.subarray(0, whole.length / 2));
    await expect(restore(configFor('truncated'), damaged, options)).rejects.toThrow('备份已损坏');
  });

  test('is not put into a PostgreSQL', async () => {
    const target = configFor('other-kind', 'postgresql://somebody@127.0.0.1:1/none');
    await expect(restore(target, file(), options)).rejects.toThrow('embedded');
  });
});

describe('PostgreSQL', () => {
  let origin: TestDatabase;
  let target: TestDatabase;
  beforeAll(async () => {
    origin = await testDatabase();
    target = await testDatabase();
  });
  afterAll(async () => {
    await origin?.close();
    await target?.close();
  });

  const counter = { office: '320402', name: 'case', period: '2026' };

  test('comes back whole, rights of the application included', async ({ skip }) => {
    skip(origin.kind === 'embedded', 'there is no PostgreSQL on this machine');
    const file = join(folder, 'postgres.backup');
    const from = configFor('postgres-origin', origin.url);
    const to = configFor('postgres-target', target.url);
    await origin.database
      .insertInto('platform.counter')
      .values({ ...counter, value: 7 })
      .execute();
    await addFile(from, 'abcd', 'a stored file');
    await backup(from, file, at);

    await expect(restore(to, file, options)).rejects.toThrow('--force');
    await restore(to, file, { force: true, at });
    expect(await target.database.selectFrom('platform.counter').selectAll().execute()).toEqual([
      { ...counter, value: 7 },
    ]);
    await expect(target.database.deleteFrom('platform.counter').execute()).rejects.toThrow(
      /permission denied/,
    );
    expect(await readFile(join(to.dataFolder, 'files/ab/abcd'), 'utf8')).toBe('a stored file');
  });

  test('an owner who is no superuser, and not of the extensions, can put it back', async ({ skip }) => {
    skip(origin.kind === 'embedded', 'there is no PostgreSQL on this machine');
    const file = join(folder, 'owner.backup');
    await backup(configFor('postgres-origin', origin.url), file, at);
    const owner = `owner_${new URL(target.url).pathname.slice(1)}`;
    await target.asOwner(async (superuser) => {
      await sql.raw(`CREATE ROLE ${owner} LOGIN`).execute(superuser);
      await sql.raw(`GRANT hengchan_app TO ${owner}`).execute(superuser);
      await sql
        .raw(`GRANT CREATE ON DATABASE ${new URL(target.url).pathname.slice(1)} TO ${owner}`)
        .execute(superuser);
      for (const schema of ['platform', 'jobs'])
        await sql.raw(`DROP SCHEMA ${schema} CASCADE`).execute(superuser);
    });
    const url = new URL(target.url);
    url.username = owner;
    await restore(configFor('owner-target', url.href), file, options);
    const counted = target.database.selectFrom('platform.counter').selectAll().execute();
    expect(await counted).toEqual([{ ...counter, value: 7 }]);
  });

  test('a production with other keys refuses the backup', async ({ skip }) => {
    skip(origin.kind === 'embedded', 'there is no PostgreSQL on this machine');
    const file = join(folder, 'other-keys.backup');
    await backup(configFor('postgres-origin', origin.url), file, at);
    const production = loadConfig({
      HENGCHAN_MODE: 'production',
      HENGCHAN_DATA: join(folder, 'production'),
      HENGCHAN_PUBLIC_URL: 'https://hengchan.example',
      HENGCHAN_OFFICES: join(folder, 'offices.json'),
      DATABASE_URL: target.url,
      HENGCHAN_ENCRYPTION_KEY: '01'.repeat(16),
      HENGCHAN_INTEGRITY_KEY: '02'.repeat(32),
      HENGCHAN_INDEX_KEY: '03'.repeat(32),
      HENGCHAN_EVIDENCE_KEY: '04'.repeat(32),
    });
    await expect(restore(production, file, { force: true, at })).rejects.toThrow('另一组密钥');
  });
});
