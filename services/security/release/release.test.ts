import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkRelease } from './check-release.ts';
import { makeManifest, manifestFile, signatureFile, writeManifest } from './manifest.ts';
import { signRelease } from './sign-release.ts';

const locked = { packages: { 'node_modules/one': { version: '1.0.0', integrity: 'sha512-AAAA' } } };
let root = '';
let keys = '';

const put = (path: string, text: string) => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};
const check = (thorough = true) => checkRelease(root, { keyFile: join(keys, 'public.pem'), thorough });

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hengchan-release-'));
  keys = mkdtempSync(join(tmpdir(), 'hengchan-keys-'));
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  writeFileSync(join(keys, 'private.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(join(keys, 'public.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
  put('package.json', '{"version":"1.2.3"}');
  put('package-lock.json', JSON.stringify(locked));
  put('apps/server/main.ts', 'export {};\n');
  put('apps/web/dist/index.html', '<html></html>');
  put('node_modules/.package-lock.json', JSON.stringify(locked));
  put('node_modules/one/index.js', 'module.exports = 1;\n');
  put('data/keys/secret', 'not of the release');
});
afterEach(() => {
  rmSync(root, { recursive: true });
  rmSync(keys, { recursive: true });
});

describe('a release', () => {
  test('is the same manifest from the same tree, and names what is source, installed and built', async () => {
    const first = writeManifest(await makeManifest(root));
    expect(writeManifest(await makeManifest(root))).toBe(first);
    const { files, packages, pages } = JSON.parse(first);
    const paths = files.map(({ path }: { path: string }) => path);
    expect(paths).toEqual(['apps/server/main.ts', 'package-lock.json', 'package.json']);
    expect(packages).toHaveLength(1);
    expect(pages).toHaveLength(1);
  });

  test('as it was signed is sound, and its signature is one openssl verifies', async () => {
    expect((await checkRelease(root, { keyFile: undefined, thorough: true })).state).toBe('none');
    await signRelease(root, join(keys, 'private.pem'));
    expect(await check()).toMatchObject({ state: 'sound', version: '1.2.3', files: 3, faults: [] });
    expect((await checkRelease(root, { keyFile: undefined, thorough: true })).state).toBe('unsigned');
    const said = execFileSync('openssl', [
      ...['pkeyutl', '-verify', '-pubin', '-inkey', join(keys, 'public.pem'), '-rawin'],
      ...['-in', join(root, manifestFile), '-sigfile', join(root, signatureFile)],
    ]);
    expect(said.toString()).toContain('Signature Verified Successfully');
  });

  test.each<[string, () => void, string]>([
    ['a changed file', () => appendFileSync(join(root, 'apps/server/main.ts'), ' '), '文件被改动'],
    ['a missing file', () => rmSync(join(root, 'apps/server/main.ts')), '缺少文件'],
    ['a file nobody released', () => put('core/extra.ts', ''), '清单之外的文件'],
    ['a changed page', () => appendFileSync(join(root, 'apps/web/dist/index.html'), ' '), '文件被改动'],
    [
      'a changed package',
      () => appendFileSync(join(root, 'node_modules/one/index.js'), ' '),
      '依赖的文件被改动',
    ],
    [
      'a package nobody pinned',
      () => {
        const more = {
          packages: { ...locked.packages, 'node_modules/two': { version: '1.0.0', integrity: 'sha512-B' } },
        };
        put('node_modules/.package-lock.json', JSON.stringify(more));
      },
      '锁定文件之外的依赖',
    ],
    [
      'a manifest changed afterwards',
      () => {
        const text = readFileSync(join(root, manifestFile), 'utf8');
        writeFileSync(join(root, manifestFile), text.replace('1.2.3', '1.2.4'));
      },
      '签名与发布公钥不符',
    ],
    ['no signature', () => rmSync(join(root, signatureFile)), '没有签名'],
    ['no manifest where one is asked for', () => rmSync(join(root, manifestFile)), '没有发布清单'],
  ])('with %s is broken, and says where', async (_what, spoil, fault) => {
    await signRelease(root, join(keys, 'private.pem'));
    spoil();
    const report = await check();
    expect(report.state).toBe('broken');
    expect(report.faults.join()).toContain(fault);
  });
});
