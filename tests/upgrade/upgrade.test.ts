import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { openDatabase, platformMigrations } from '@hengchan/platform';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { migrations } from '../../apps/server/migrations.ts';
import { deepFaults } from '../support/checks.ts';
import { signIn } from '../support/client.ts';
import { runAsOwner } from '../support/gated-database.ts';
import { person } from '../support/people.ts';
import { walk } from '../support/walk.ts';
import { makeWorld, office, password, type World } from '../support/world.ts';

const maintenance = inject('postgresUrl');

/** As it was left by the version with eighteen migrations: one sale registered, one confirmed by both sides and not yet accepted. */
const left = new URL('./first-registrations.sql.gz', import.meta.url);

/** The keys it was written with. */
const settings = {
  HENGCHAN_ENCRYPTION_KEY: '11'.repeat(16),
  HENGCHAN_INTEGRITY_KEY: '22'.repeat(32),
  HENGCHAN_INDEX_KEY: '33'.repeat(32),
  HENGCHAN_EVIDENCE_KEY: '44'.repeat(32),
};

/** What the program keeps for itself and writes anew: work to do, sessions, and what it ships with. */
const ownAffairs =
  /^(jobs\..*|platform\.(kysely_.*|session|timer|idempotency|permission|role|role_permission|counter|field_mask))$/;

describe.skipIf(!maintenance)('a database an earlier version left', () => {
  const name = `earlier_${randomBytes(6).toString('hex')}`;
  const url = maintenance.replace(/\/postgres$/, `/${name}`);
  let before: Map<string, string[]>;
  let migrated: string[];
  let world: World;

  beforeAll(async () => {
    await runAsOwner(maintenance, `CREATE DATABASE ${name} TEMPLATE hengchan_template`);
    await runAsOwner(url, gunzipSync(readFileSync(left)).toString());
    before = await rowsOf(url);
    migrated = await migrationsOf(url);
    const open = await openDatabase({ url, migrations: [platformMigrations, ...migrations], poolSize: 12 });
    const close = async () => {
      await open.close();
      await runAsOwner(maintenance, `DROP DATABASE ${name} WITH (FORCE)`);
    };
    world = await makeWorld({ open: { ...open, url, close }, settings });
  }, 120_000);
  afterAll(() => world?.close());

  test('is brought to the newest shape, and every row of it is still there as it was', async () => {
    expect(migrated).toHaveLength(18);
    expect((await migrationsOf(url)).length).toBeGreaterThan(18);
    const after = await rowsOf(url);
    const lost = [...before].flatMap(([table, rows]) => {
      const kept = (after.get(table) ?? []).map((row) => JSON.parse(row) as Row);
      return rows
        .filter((row) => !kept.some((each) => holds(each, JSON.parse(row) as Row)))
        .map((row) => [table, row]);
    });
    expect(before.size).toBeGreaterThan(35);
    expect(lost).toEqual([]);
  });

  test('verifies', async () => {
    expect(await deepFaults(world.product, office)).toEqual([]);
  });

  test('a case begun before goes on to its end, and the register still verifies', async () => {
    const logins = [person(3).login, person(4).login, 'acceptor', 'reviewer', 'approver'];
    const actors = await Promise.all(logins.map((login) => signIn(world.server.address, login, password)));
    const [seller] = actors;
    if (!seller) throw new Error('nobody signed in');
    const mine = await seller.get<{ items: { caseNo: string; status: string }[] }>('/api/cases');
    const [begun] = mine.body.items;
    expect(begun?.status).toBe('accepting');
    const done = await walk(begun?.caseNo ?? '', actors);
    expect(done.status).toBe('completed');
    const titles = done.result?.certificates.map(({ number }) => number) ?? [];
    expect(titles).toHaveLength(1);
    for (const [number, holder] of [
      [titles[0], person(4).name],
      [await issuedBefore(), person(2).name],
    ]) {
      const query = new URLSearchParams({ number: number ?? '', holder: holder ?? '' });
      const answer = await seller.get<{ status: string }>(`/api/public/verifications?${query}`);
      expect(answer.body.status).toBe('valid');
    }
    expect(await deepFaults(world.product, office)).toEqual([]);
  }, 120_000);

  /** The certificate of the sale the earlier version registered. */
  async function issuedBefore(): Promise<string | undefined> {
    const rows = (before.get('certificates.certificate') ?? []).map((row) => JSON.parse(row) as Row);
    return rows.find((row) => JSON.stringify(row.holder_names).includes(person(2).name))?.number as string;
  }
});

type Row = Record<string, unknown>;

/** Columns may be added; none may say something else. */
const holds = (row: Row, earlier: Row): boolean =>
  Object.entries(earlier).every(([column, value]) => JSON.stringify(row[column]) === JSON.stringify(value));

async function migrationsOf(url: string): Promise<string[]> {
  const rows = await runAsOwner<{ name: string }>(url, 'SELECT name FROM platform.kysely_migration');
  return rows.map((row) => row.name);
}

/** Every row of every table but the program's own affairs. */
async function rowsOf(url: string): Promise<Map<string, string[]>> {
  const tables = await runAsOwner<{ name: string }>(
    url,
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema', 'public')`,
  );
  const found = new Map<string, string[]>();
  for (const { name } of tables) {
    if (ownAffairs.test(name)) continue;
    const rows = await runAsOwner<{ row: string }>(url, `SELECT to_jsonb(t)::text AS row FROM ${name} AS t`);
    found.set(
      name,
      rows.map(({ row }) => row),
    );
  }
  return found;
}
