import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAccount, sealAudit, systemActor, verifyAudit } from '@hengchan/platform';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withdrawApproval } from '../approvals/approvals.ts';
import { readManifest, verifyExport } from '../exports/fetch-export.ts';
import { findExport } from '../exports/open-export.ts';
import { consent, finishedExport } from '../testing/consents.ts';
import { somebody, type TestServer, testServer } from '../testing/server.ts';
import { destroyEverything } from './destroy.ts';
import { letterOf, readLetter } from './letter.ts';
import { confirmationOf, requestDestruction } from './request-destruction.ts';

const owner = somebody('data-officer');

describe('the end of the service, on a scratch database', () => {
  let server: TestServer;
  let taken: string;
  let words: string;
  beforeAll(async () => {
    server = await testServer();
    words = confirmationOf(server.security.owner);
    await createAccount(server.platform, systemActor, {
      login: 'somebody',
      password: 'Correct-Horse-9',
      name: '钱七',
      kind: 'person',
    });
    const keys = join(server.platform.config.dataFolder, 'keys');
    mkdirSync(keys, { recursive: true });
    writeFileSync(join(keys, 'hengchan_encryption_key'), '11'.repeat(16));
    taken = await finishedExport(server, owner);
  });
  afterAll(() => server.close());

  const hash = async () => (await findExport(server.security, taken)).manifest_hash as string;
  const request = async (approval: string | undefined, more: object = {}) =>
    requestDestruction(server.security, owner, {
      export: taken,
      manifestHash: await hash(),
      approval,
      confirmation: words,
      ...more,
    });

  test('is refused without consent, the words, a verified export, or the receiver’s manifest', async () => {
    await expect(request(undefined)).rejects.toMatchObject({ code: 'APPROVAL_REQUIRED' });
    const approval = await consent(server, owner, 'data-destroy', taken);
    await expect(request(approval)).rejects.toMatchObject({ code: 'DESTRUCTION_EXPORT_UNVERIFIED' });
    await verifyExport(server.security, owner, taken);
    await expect(request(approval, { confirmation: '确认' })).rejects.toMatchObject({
      code: 'DESTRUCTION_NOT_CONFIRMED',
    });
    await expect(request(approval, { manifestHash: '0'.repeat(64) })).rejects.toMatchObject({
      code: 'DESTRUCTION_EXPORT_UNVERIFIED',
    });
    const id = await request(approval);
    await withdrawApproval(server.security, somebody('security-admin'), approval);
    await expect(destroyEverything(server.security, server.platform, id, words)).rejects.toMatchObject({
      code: 'APPROVAL_NOT_IN_FORCE',
    });
  });

  test('destroys rows, files and keys, keeps audit and security records, and writes down all of it', async () => {
    const id = await request(await consent(server, owner, 'data-destroy', taken));
    await expect(destroyEverything(server.security, server.platform, id, 'x')).rejects.toMatchObject({
      code: 'DESTRUCTION_NOT_CONFIRMED',
    });
    await sealAudit(server.platform);
    const backups = join(server.platform.config.dataFolder, 'backups');
    mkdirSync(join(backups, 'old'), { recursive: true });
    writeFileSync(
      join(backups, 'old', 'monday.bin'),
      Buffer.concat([Buffer.from('manifest.json'), Buffer.alloc(600)]),
    );
    writeFileSync(join(backups, 'notes.txt'), 'nothing of ours');
    await expect(readLetter(server.security, owner, id)).rejects.toMatchObject({
      code: 'DESTRUCTION_NOT_DONE',
    });
    const record = await destroyEverything(server.security, server.platform, id, words, [backups]);
    expect(record.tables.find(({ table }) => table === 'platform.account')).toEqual({
      table: 'platform.account',
      rows: 1,
      left: 0,
    });
    expect(record.tables.every(({ left }) => left === 0)).toBe(true);
    expect(record.files).toMatchObject({ left: 0 });
    expect(record.files.removed).toBeGreaterThan(5);
    expect(record.keys.find(({ name }) => name === 'encryption')?.result).toBe('已覆写并删除');
    expect(record.keys.find(({ name }) => name === 'index')?.result).toContain('密钥保管处');
    expect(record.samples.map(({ recovered }) => recovered)).toEqual([false, false, false]);
    expect(record.kept).toContain('platform.audit');
    expect(record.copies).toEqual({ searched: [backups], found: [join(backups, 'old', 'monday.bin')] });

    const { rows } = await sql<{
      count: number;
    }>`SELECT count(*)::int AS count FROM platform.account`.execute(server.platform.database);
    expect(rows[0]?.count).toBe(0);
    await expect(readManifest(server.security, owner, taken)).rejects.toMatchObject({ code: 'FILE_MISSING' });
    expect((await verifyAudit(server.platform, somebody('audit-admin'))).intact).toBe(true);

    expect(await readLetter(server.security, owner, id)).toBe(letterOf(record));
    const letter = letterOf(record);
    expect(letter).toContain('网络安全承诺书');
    expect(letter).toContain(id);
    expect(letter).not.toContain('销毁不成立');
    await expect(destroyEverything(server.security, server.platform, id, words)).rejects.toMatchObject({
      code: 'DESTRUCTION_NOT_FOUND',
    });
  });
});
