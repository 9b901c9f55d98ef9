import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isStale } from './web-build.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hengchan-web-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, seconds: number): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), '');
  utimesSync(join(folder, path), seconds, seconds);
}

const stale = () => isStale(folder, ['web/**/*', 'lock.json'], 'web/dist/index.html');

test('pages are built when missing or older than a source, and not again', () => {
  write('web/src/main.ts', 1000);
  write('lock.json', 1000);
  expect(stale()).toBe(true);
  write('web/dist/index.html', 2000);
  expect(stale()).toBe(false);
  write('web/dist/assets/later.js', 3000);
  write('web/node_modules/some/package.js', 3000);
  expect(stale()).toBe(false);
  write('lock.json', 3000);
  expect(stale()).toBe(true);
  write('lock.json', 1000);
  write('web/src/page.ts', 3000);
  expect(stale()).toBe(true);
});
