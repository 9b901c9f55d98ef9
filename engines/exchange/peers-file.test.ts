import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '@hengchan/platform';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileDirectory, loadOwnKey, publishOwn } from './peers-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hengchan-peers-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const publicKey = `04${'ab'.repeat(64)}`;
const write = (peers: unknown) =>
  writeFileSync(join(folder, 'peers.json'), JSON.stringify({ version: 1, peers }));

test('no file means no peers; a file that appears or changes counts at once', () => {
  const directory = fileDirectory(join(folder, 'peers.json'));
  expect(directory.list()).toEqual([]);
  write([{ code: 'tax', url: 'http://127.0.0.1:9105', publicKey }]);
  expect(directory.find('tax')?.url).toBe('http://127.0.0.1:9105');
  write([{ code: 'tax', url: 'http://127.0.0.1:19105', publicKey }]);
  expect(directory.find('tax')?.url).toBe('http://127.0.0.1:19105');
  expect(directory.find('bank')).toBeUndefined();
});

test.each([
  ['an address that is none', { code: 'tax', url: 'file:///etc', publicKey }],
  ['a key that is none', { code: 'tax', url: 'http://127.0.0.1:1', publicKey: '04' }],
  ['a name that is none', { code: '../tax', url: 'http://127.0.0.1:1', publicKey }],
])('%s makes the whole file unusable', (_what, peer) => {
  write([{ code: 'bank', url: 'http://127.0.0.1:2', publicKey }, peer]);
  expect(() => fileDirectory(join(folder, 'peers.json')).list()).toThrow(/version 1/);
});

test('our key is made once, kept, and readable by its owner only', () => {
  const random = seededRandom(1);
  const key = loadOwnKey(folder, random.bytes);
  expect(loadOwnKey(folder, random.bytes)).toEqual(key);
  expect(statSync(join(folder, 'hengchan.key.json')).mode & 0o077).toBe(0);
  publishOwn(folder, key.publicKey, 'http://127.0.0.1:8080');
  const told = readFileSync(join(folder, 'hengchan.json'), 'utf8');
  expect(JSON.parse(told)).toEqual({
    version: 1,
    code: 'hengchan',
    url: 'http://127.0.0.1:8080',
    publicKey: key.publicKey,
  });
  expect(told).not.toContain(key.privateKey);
});
