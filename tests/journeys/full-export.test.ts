import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createAccount, type Database, systemActor } from '@hengchan/platform';
import { type TestDatabase, testDatabase } from '@hengchan/platform/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrations } from '../../apps/server/migrations.ts';
import { type Client, signIn } from '../support/client.ts';
import { person } from '../support/people.ts';
import { makeWorld, password, type World } from '../support/world.ts';

let world: World;
let elsewhere: TestDatabase;
let folder: string;
beforeAll(async () => {
  world = await makeWorld({ outside: false });
  elsewhere = await testDatabase(migrations);
  folder = mkdtempSync(join(tmpdir(), 'hengchan-journey-'));
}, 120_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await elsewhere?.close();
  await world?.close();
});

/** Somebody holding the role at all offices. */
async function officer(role: string): Promise<Client> {
  await createAccount(world.platform, systemActor, {
    login: role,
    password,
    name: role,
    kind: 'staff',
    backgroundChecked: true,
    roles: [{ role, office: '*', purpose: '测试' }],
  });
  return signIn(world.server.address, role, password);
}

async function finished(owner: Client, id: string): Promise<string> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const { body } = await owner.get<{ items: { id: string; status: string }[] }>('/api/security/exports');
    const status = body.items.find((each) => each.id === id)?.status ?? '';
    if (['done', 'failed'].includes(status)) return status;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return 'never';
}

interface Manifest {
  tables: { table: string; rows: number; columns: { name: string; type: string; generated: boolean }[] }[];
}

/** Puts the rows of an export into a database of the same shape; what the database makes itself is left to it. */
async function load(owner: Database, manifest: Manifest): Promise<void> {
  await sql`SET session_replication_role = replica`.execute(owner);
  const all = sql.join(manifest.tables.map(({ table }) => sql.table(table)));
  await sql`TRUNCATE ${all} CASCADE`.execute(owner);
  for (const { table, columns } of manifest.tables) {
    const kept = sql.join(columns.filter(({ generated }) => !generated).map(({ name }) => sql.ref(name)));
    const parts = readdirSync(folder).filter((name) => name.startsWith(`${table}.`) && name.endsWith('.gz'));
    for (const part of parts.sort()) {
      const lines = gunzipSync(readFileSync(join(folder, part)))
        .toString('utf8')
        .trim()
        .split('\n')
        .slice(1);
      await sql`INSERT INTO ${sql.table(table)} (${kept})
        SELECT ${kept} FROM jsonb_populate_recordset(NULL::${sql.table(table)}, ${`[${lines.join(',')}]`}::jsonb)`.execute(
        owner,
      );
    }
  }
}

const contentOf = async (database: Database, table: string) => {
  const { rows } = await sql<{ content: string }>`
    SELECT coalesce(md5(string_agg(to_jsonb(line)::text, E'\n' ORDER BY to_jsonb(line)::text)), '') AS content
    FROM ${sql.table(table)} AS line`.execute(database);
  return rows[0]?.content;
};

test('the institution takes everything out by itself, and another database holds the same afterwards', async () => {
  for (const n of [1, 2, 3]) await world.home(n, [person(n), person(n + 10)]);
  const [owner, guard] = [await officer('data-officer'), await officer('security-admin')];
  const wanted = {
    operation: 'data-access',
    subject: '*',
    purpose: '自行备查',
    scope: '全部',
    validUntil: new Date(world.platform.clock.now().getTime() + 86_400_000).toISOString(),
  };
  const asked = await owner.post<{ id: string }>('/api/security/approvals', wanted);
  expect(asked.status, JSON.stringify(asked.body)).toBe(201);
  const early = await owner.post('/api/security/exports', {
    disposition: 'data-access',
    approval: asked.body.id,
  });
  expect(early.status).toBe(403);
  await guard.post(`/api/security/approvals/${asked.body.id}/decision`, { granted: true, note: '同意' });
  const begun = await owner.post<{ id: string }>('/api/security/exports', {
    disposition: 'data-access',
    approval: asked.body.id,
  });
  expect(begun.status, JSON.stringify(begun.body)).toBe(201);
  const { id } = begun.body;
  expect(await finished(owner, id)).toBe('done');

  const session = await fetch(`${world.server.address}/api/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: 'data-officer', password }),
  });
  const { token } = (await session.json()) as { token: string };
  const archive = await fetch(`${world.server.address}/api/security/exports/${id}/archive`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(archive.headers.get('content-type')).toBe('application/x-tar');
  writeFileSync(join(folder, 'all.tar'), Buffer.from(await archive.arrayBuffer()));
  execFileSync('tar', ['-xf', 'all.tar'], { cwd: folder });
  execFileSync('sha256sum', ['--quiet', '-c', 'SHA256SUMS'], { cwd: folder });
  expect(readFileSync(join(folder, '登记簿.csv'), 'utf8')).toContain(person(11).name);

  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  await elsewhere.asOwner((database) => load(database, manifest));
  const registered = manifest.tables.filter(({ table }) => /^(register|certificates|casework)\./.test(table));
  expect(registered.find(({ table }) => table === 'register.entry')?.rows).toBe(3);
  for (const { table } of registered)
    expect(await contentOf(elsewhere.database, table), table).toBe(
      await contentOf(world.platform.database, table),
    );
  for (const { table, rows } of manifest.tables) {
    const { rows: counted } = await sql<{ count: number }>`
      SELECT count(*)::int AS count FROM ${sql.table(table)}`.execute(elsewhere.database);
    expect(counted[0]?.count, table).toBe(rows);
  }
}, 120_000);
