import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demonstrationSigner } from '@hengchan/documents';
import { ConfigError, loadConfig } from '@hengchan/platform';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentSignerOf } from './document-signer.ts';

let folder: string;
const time = new Date('2026-11-20T02:30:00Z');
const content = Buffer.from('content');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hengchan-signer-'));
  // Any certificate with its key will do: the one of a demonstration is at hand.
  await demonstrationSigner(folder, '登记机构').sign(content, time);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const home = () => join(folder, 'demonstration-signing');
const settings = (key = join(home(), 'key.pem')) =>
  loadConfig({
    HENGCHAN_DATA: folder,
    HENGCHAN_SIGNING_CERTIFICATE: join(home(), 'certificate.pem'),
    HENGCHAN_SIGNING_KEY: key,
  });

describe('who signs documents', () => {
  test('is the key the settings name', async () => {
    const signer = await documentSignerOf(settings(), '登记机构');
    expect(signer?.label).toBe('Real Estate Registration Office');
    const demonstration = await demonstrationSigner(folder, '登记机构').sign(content, time);
    expect(await signer?.sign(content, time)).toEqual(demonstration);
  });

  test('is a key made for it in a demonstration, and nobody in production without one', async () => {
    const config = loadConfig({ HENGCHAN_DATA: folder });
    expect((await documentSignerOf(config, '登记机构'))?.label).toContain('Demonstration');
    expect(await documentSignerOf({ ...config, mode: 'production' }, '登记机构')).toBeUndefined();
  });

  test('must be usable, or nothing starts', async () => {
    const other = join(folder, 'other.pem');
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    writeFileSync(other, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    await expect(documentSignerOf(settings(other), '登记机构')).rejects.toThrow(ConfigError);
    await expect(documentSignerOf(settings(join(folder, 'none.pem')), '登记机构')).rejects.toThrow(
      'none.pem',
    );
    expect(() =>
      loadConfig({ HENGCHAN_DATA: folder, HENGCHAN_SIGNING_KEY: join(home(), 'key.pem') }),
    ).toThrow('HENGCHAN_SIGNING');
  });
});
