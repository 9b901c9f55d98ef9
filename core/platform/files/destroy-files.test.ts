import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadConfig } from '../config/load.ts';
import { startObjectStore } from '../testing/object-store.ts';
import { destroyFiles } from './destroy-files.ts';
import { objectStore } from './object-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'hengchan-destroy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const config = () => loadConfig({ HENGCHAN_DATA: mkdtempSync(join(folder, 'data-')) });
const names = ['a', 'b', 'c', 'd', 'e'].map((letter) => letter.repeat(64));

describe('every stored file', () => {
  test('in a folder', async () => {
    const own = config();
    mkdirSync(join(own.dataFolder, 'files', 'ab'), { recursive: true });
    writeFileSync(join(own.dataFolder, 'files', 'ab', 'abcd'), 'sealed');
    writeFileSync(join(own.dataFolder, 'files', 'ab', 'abce.part'), 'half');
    expect(await destroyFiles(own)).toEqual({ removed: 2, left: 0, store: '本机数据目录' });
    expect(await destroyFiles(own)).toMatchObject({ removed: 0, left: 0 });
  });

  test.each([
    ['that keeps one version', {}, 5],
    ['that keeps every version', { versioned: true }, 6],
  ])('in an S3 store %s, page after page', async (_, options, removed) => {
    const store = await startObjectStore(options);
    const bytes = objectStore(store.settings);
    for (const name of names) await bytes.write(name, Buffer.from(name));
    await bytes.write(names[0] as string, Buffer.from('again'));
    expect(await destroyFiles({ ...config(), objectStore: store.settings })).toEqual({
      removed,
      left: 0,
      store: '对象存储 hengchan',
    });
    expect(store.kept.size).toBe(0);
    store.close();
  });

  test('is counted anew: a store that only says it deleted is found out', async () => {
    const store = await startObjectStore({ clings: true });
    await objectStore(store.settings).write(names[0] as string, Buffer.from('kept'));
    const { left } = await destroyFiles({ ...config(), objectStore: store.settings });
    expect(left).toBe(1);
    store.close();
  });
});
