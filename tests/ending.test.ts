import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demonstrationOffices } from '@hengchan/demonstration';
import { type Actor, loadConfig } from '@hengchan/platform';
import { type Cluster, findPostgres, startCluster } from '@hengchan/platform/testing/cluster';
import {
  confirmationOf,
  decideApproval,
  findExport,
  openExport,
  requestApproval,
  requestDestruction,
  verifyExport,
} from '@hengchan/security';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compose, type Product } from '../apps/server/compose.ts';

const programs = findPostgres();
const folder = mkdtempSync(join(tmpdir(), 'hengchan-ending-'));
const data = join(folder, 'data');
let cluster: Cluster | undefined;
beforeAll(async () => {
  if (programs) cluster = await startCluster(programs, { fsync: false });
}, 60_000);
afterAll(async () => {
  await cluster?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const environment = () => ({
  HENGCHAN_DATA: data,
  DATABASE_URL: cluster?.url ?? '',
  HENGCHAN_LOG_LEVEL: 'error',
});

/** A command of the product in a process of its own. */
function command(name: string, args: readonly string[], input = '') {
  const file = fileURLToPath(new URL(`../apps/server/commands/${name}.ts`, import.meta.url));
  const path = process.env.PATH;
  return spawnSync(process.execPath, [file, ...args], {
    encoding: 'utf8',
    input,
    env: { PATH: path, ...environment() },
  });
}

async function ask<Row extends pg.QueryResultRow>(text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: cluster?.url });
  await client.connect();
  const { rows } = await client.query<Row>(text);
  await client.end();
  return rows;
}

const holding = (role: string): Actor => ({
  accountId: `00000000-0000-7000-8000-00000000000${role.length % 10}`,
  login: role,
  name: role,
  kind: 'staff',
  grants: [{ role, office: '*' }],
});
const owner = holding('data-officer');
const guard = holding('security-admin');

async function consentTo(product: Product, operation: 'data-transfer' | 'data-destroy', subject: string) {
  const { security } = product;
  const id = await requestApproval(security, owner, {
    operation,
    subject,
    purpose: '服务终止',
    scope: '全部',
    recipient: '示范市不动产登记中心',
    validUntil: new Date(product.platform.clock.now().getTime() + 86_400_000),
  });
  await decideApproval(security, guard, id, { granted: true, note: '同意' });
  return id;
}

/** Everything taken out, checked, and made ready to be destroyed. */
async function prepare(): Promise<{ task: string; words: string }> {
  const product = await compose(loadConfig(environment()), demonstrationOffices);
  const { security, platform } = product;
  try {
    const words = confirmationOf(security.owner);
    const transfer = await consentTo(product, 'data-transfer', '*');
    const taken = await openExport(security, owner, { disposition: 'data-transfer', approval: transfer });
    await platform.jobs.drain();
    expect((await verifyExport(security, owner, taken)).faults).toEqual([]);
    const task = await requestDestruction(security, owner, {
      export: taken,
      manifestHash: (await findExport(security, taken)).manifest_hash as string,
      approval: await consentTo(product, 'data-destroy', taken),
      confirmation: words,
    });
    return { task, words };
  } finally {
    await product.close();
  }
}

test('a backup is put back on trial beside what is in use, and the record says how that went', async ({
  skip,
}) => {
  skip(cluster === undefined, 'there is no PostgreSQL on this machine');
  expect(command('seed', ['--units', '8'])).toMatchObject({ status: 0, stderr: '' });
  const file = join(folder, 'monday.backup');
  expect(command('backup', [file])).toMatchObject({ status: 0 });
  const drilled = command('drill', [file]);
  expect(drilled.stderr).toBe('');
  expect(drilled.stdout).toContain('演练成功，已记录');
  const [drill] = await ask<{
    faults: number;
    rows_restored: string;
    restore_seconds: string;
    result: unknown[];
  }>('SELECT * FROM security.restore_drill');
  expect(drill).toMatchObject({ faults: 0 });
  expect(Number(drill?.rows_restored)).toBeGreaterThan(100);
  expect(Number(drill?.restore_seconds)).toBeGreaterThan(0);
  expect(
    await ask("SELECT FROM pg_database WHERE datname LIKE 'hengchan_drill%'"),
    'the trial is gone',
  ).toEqual([]);
  const audited = await ask("SELECT FROM platform.audit WHERE action = 'backup.drill'");
  expect(audited).toHaveLength(1);
}, 240_000);

test('the end of the service destroys rows, files and keys, and finds the copies', async ({ skip }) => {
  skip(cluster === undefined, 'there is no PostgreSQL on this machine');
  const { task, words } = await prepare();
  const filesBefore = existsSync(join(data, 'files'));
  expect(filesBefore).toBe(true);

  const record = join(folder, 'record');
  const refused = command('destroy', [task, record], '确认\n');
  expect(refused.status).toBe(1);
  const [{ count: people } = { count: 0 }] = await ask<{ count: number }>(
    'SELECT count(*)::int AS count FROM platform.account',
  );
  expect(people, 'nothing happened').toBeGreaterThan(0);

  const ended = command('destroy', [task, record, folder], `${words}\n`);
  expect(ended.status, ended.stderr).toBe(0);
  expect(ended.stdout).toContain('monday.backup');
  const written = JSON.parse(readFileSync(join(record, 'destruction.json'), 'utf8'));
  expect(written).toMatchObject({ destruction: task, files: { left: 0 } });
  expect(written.samples.map(({ recovered }: { recovered: boolean }) => recovered)).toEqual([
    false,
    false,
    false,
  ]);
  expect(readFileSync(join(record, '网络安全承诺书.html'), 'utf8')).toContain(task);
  expect(existsSync(join(data, 'files'))).toBe(false);
  expect(existsSync(join(data, 'keys', 'hengchan_encryption_key'))).toBe(false);

  const [left] = await ask(`SELECT (SELECT count(*)::int FROM platform.account) AS accounts,
    (SELECT count(*)::int FROM register.entry) AS entries, (SELECT count(*)::int FROM casework.cases) AS cases,
    (SELECT count(*)::int FROM security.restore_drill) AS drills`);
  expect(left).toEqual({ accounts: 0, entries: 0, cases: 0, drills: 1 });
  const [kept] = await ask('SELECT status, record FROM security.destruction');
  expect(kept).toMatchObject({ status: 'done', record: { destruction: task } });
}, 240_000);
