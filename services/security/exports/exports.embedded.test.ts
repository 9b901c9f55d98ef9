import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createAccount, searchAudit, systemActor } from '@hengchan/platform';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consent, finishedExport } from '../testing/consents.ts';
import { somebody, type TestServer, testServer } from '../testing/server.ts';
import { fetchExport, readManifest, verifyExport } from './fetch-export.ts';
import { listExports, retainExport } from './open-export.ts';

const owner = somebody('data-officer');
const auditor = somebody('audit-admin');

describe('taking everything out', () => {
  let server: TestServer;
  let id: string;
  let folder: string;
  beforeAll(async () => {
    server = await testServer();
    folder = mkdtempSync(join(tmpdir(), 'hengchan-export-'));
    await createAccount(server.platform, systemActor, {
      login: 'somebody',
      password: 'Correct-Horse-9',
      name: '钱七',
      kind: 'person',
      idType: '1',
      idNumber: '320402190503070018',
    });
    id = await finishedExport(server, owner);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await server.close();
  });

  const linesOf = (table: string) =>
    readdirSync(folder)
      .filter((name) => name.startsWith(`${table}.`))
      .flatMap((name) =>
        gunzipSync(readFileSync(join(folder, name)))
          .toString('utf8')
          .trim()
          .split('\n'),
      );

  test('is done by a job whose progress shows, and recorded', async () => {
    const [row] = await listExports(server.security, owner);
    expect(row).toMatchObject({ id, status: 'done', recipient: '示范市不动产登记中心', purpose: '测试' });
    expect(row?.tables_done).toBe(row?.tables_total);
    const { items } = await searchAudit(server.platform, auditor, { action: 'data.export' });
    expect(items[0]).toMatchObject({ subject: id, actor: owner.accountId });
  });

  test('opens with the tools everybody has, and their checksums agree', async () => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of await fetchExport(server.security, owner, id)) chunks.push(chunk);
    writeFileSync(join(folder, 'all.tar'), Buffer.concat(chunks));
    execFileSync('tar', ['-xf', 'all.tar'], { cwd: folder });
    const checked = execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' });
    expect(checked).toContain('platform.account.0001.jsonl.gz: OK');
    expect(checked).not.toContain('FAILED');
    const { items } = await searchAudit(server.platform, auditor, { action: 'data.fetch' });
    expect(items).toHaveLength(1);
  });

  test('holds what is sealed also opened, no credentials, and says in each part who took it', async () => {
    const [watermark, ...rows] = linesOf('platform.account').map((line) => JSON.parse(line));
    expect(watermark._watermark).toContain(owner.name);
    expect(watermark._watermark).toContain(id);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      login: 'somebody',
      password_hash: '*',
      second_factor_sealed: null,
      _opened: { name: '钱七', id: '320402190503070018' },
    });
    expect(readdirSync(folder).filter((name) => name.startsWith('platform.session'))).toEqual([]);
  });

  test('the manifest counts what the tables held, and names what was left', async () => {
    const manifest = await readManifest(server.security, owner, id);
    const { rows } = await sql<{
      count: number;
    }>`SELECT count(*)::int AS count FROM platform.permission`.execute(server.platform.database);
    expect(manifest.tables.find(({ table }) => table === 'platform.permission')?.rows).toBe(rows[0]?.count);
    expect(manifest.left.map(({ table }) => table)).toContain('platform.session');
    expect(await verifyExport(server.security, owner, id)).toMatchObject({ intact: true, faults: [] });
  });

  test('verification finds a part that was altered', async () => {
    const second = await finishedExport(server, owner);
    const manifest = await readManifest(server.security, owner, second);
    const hash = manifest.parts.find(({ name }) => name.startsWith('platform.account'))?.sm3 as string;
    const path = join(server.platform.config.dataFolder, 'files', hash.slice(0, 2), hash.slice(2, 4), hash);
    const bytes = readFileSync(path);
    bytes[30] = (bytes[30] as number) ^ 1;
    writeFileSync(path, bytes);
    const result = await verifyExport(server.security, owner, second);
    expect(result.intact).toBe(false);
    expect(result.faults[0]).toContain('platform.account.0001.jsonl.gz');
  });

  test('is fetched by who asked for it, until it lapses, longer only with consent to keep it', async () => {
    await expect(readManifest(server.security, somebody('data-officer'), id)).rejects.toMatchObject({
      code: 'EXPORT_NOT_READY',
    });
    const retain = await consent(server, owner, 'data-retain', id);
    const before = server.platform.clock.now();
    server.platform.clock.set(new Date(before.getTime() + 31 * 86_400_000));
    await expect(readManifest(server.security, owner, id)).rejects.toMatchObject({
      code: 'EXPORT_NOT_READY',
    });
    await retainExport(server.security, owner, id, retain);
    expect((await readManifest(server.security, owner, id)).export).toBe(id);
    server.platform.clock.set(before);
  });
});
