import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, loadConfig } from '@hengchan/platform';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadOffices } from './offices.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hengchan-offices-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const office = {
  code: '320402',
  name: '天宁区不动产登记中心',
  province: '苏',
  place: '常州市',
  address: '示范路1号',
};

function configWith(content: unknown) {
  const file = join(folder, 'offices.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return loadConfig({ HENGCHAN_DATA: folder, HENGCHAN_OFFICES: file });
}

describe('the registry offices', () => {
  test('come from the file, else from the demonstration', () => {
    expect(loadOffices(configWith([office]), [])).toEqual([office]);
    expect(loadOffices(loadConfig({ HENGCHAN_DATA: folder }), [office])).toEqual([office]);
  });

  test.each([
    ['is not JSON', '{', /无法读取/],
    ['is empty', [], /HENGCHAN_OFFICES/],
    ['has a wrong code', [{ ...office, code: '3204' }], /code/],
    ['lacks a place', [{ ...office, place: undefined }], /place/],
    ['names an office twice', [office, office], /出现两次/],
  ])('a file that %s is refused with what is wrong', (_what, content, message) => {
    expect(() => loadOffices(configWith(content), [])).toThrow(message);
    expect(() => loadOffices(configWith(content), [])).toThrow(ConfigError);
  });
});
