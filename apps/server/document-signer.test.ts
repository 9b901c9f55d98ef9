import { execFileSync } from 'node:child_process';
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

  test('must lead to a root of the authority the settings name, or nothing starts', async () => {
    const at = (name: string) => join(folder, name);
    const make = (words: string) => execFileSync('openssl', words.split(' '), { cwd: folder, stdio: 'pipe' });
    for (const name of ['root', 'stranger'])
      make(
        `req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=${name} -keyout ${name}.key -out ${name}.pem`,
      );
    make('req -newkey rsa:2048 -nodes -subj /CN=office -keyout office.key -out office.csr');
    make('x509 -req -in office.csr -CA root.pem -CAkey root.key -CAcreateserial -days 2 -out office.pem');
    const config = loadConfig({ HENGCHAN_DATA: folder });
    const own = { certificateFile: at('office.pem'), keyFile: at('office.key') };
    const under = (authorityFile: string) =>
      documentSignerOf({ ...config, signing: { ...own, authorityFile } }, '登记机构');
    expect(await under(at('root.pem'))).toBeDefined();
    await expect(under(at('stranger.pem'))).rejects.toThrow('逐级验证');
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
