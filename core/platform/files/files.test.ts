import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { masterRing } from '../keys/ring.ts';
import { seededRandom } from '../system/random.ts';
import { makeFiles } from './create.ts';
import type { ByteStore, FileStore } from './files.ts';
import { type FileSystem, folderStore, realFileSystem } from './folder.ts';
import { objectStore } from './object-store.ts';
import { sniff } from './sniff.ts';

const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n', 'latin1');
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
const everything = ['application/pdf', 'image/jpeg', 'image/png'];
const key = Buffer.alloc(16, 7);
let token = 0;

const over = (store: ByteStore): FileStore =>
  makeFiles({
    store,
    ring: masterRing({ encryption: key, integrity: key }, seededRandom(3)),
    limitBytes: 1024 * 1024,
    random: seededRandom(3),
  });
const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('what a file is', () => {
  const documents = [...everything, 'application/json', 'application/xml', 'text/csv'];
  test.each([
    ['PDF', pdf, 'application/pdf'],
    ['PNG', png, 'image/png'],
    ['JPEG', jpeg, 'image/jpeg'],
    ['JSON', Buffer.from('{"a":"不动产"}'), 'application/json'],
    ['XML', Buffer.from('<?xml version="1.0"?><message/>'), 'application/xml'],
    ['CSV', Buffer.from('编号,名称\n1,甲'), 'text/csv'],
  ])('%s is recognised by its content', async (_, content, type) => {
    expect(await sniff(content, documents)).toBe(type);
  });

  test.each([
    ['a Windows program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
    ['a Linux program', Buffer.concat([Buffer.from('7f454c4602010100', 'hex'), Buffer.alloc(200)])],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
    ['SVG with an XML head', Buffer.from('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['HTML', Buffer.from('<!DOCTYPE html><html></html>')],
    ['HTML in a table', Buffer.from('a,b\n1,<script>alert(1)</script>')],
    ['a ZIP', Buffer.from('504b0304140000000000', 'hex')],
    ['bytes without meaning', Buffer.from([0, 1, 2, 3, 250])],
    ['text that is not UTF-8', Buffer.from([0xb2, 0xbb, 0xb6, 0xaf])],
  ])('%s is refused', async (_, content) => {
    expect(await sniff(content, documents)).toBeUndefined();
  });

  test('a type that was not asked for is refused', async () => {
    expect(await sniff(pdf, ['image/png'])).toBeUndefined();
    expect(await sniff(Buffer.from('{}'), everything)).toBeUndefined();
  });
});

describe('a folder of files', () => {
  let folder: string;
  let files: FileStore;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hengchan-files-'));
    files = over(folderStore(folder, () => `t${token++}`));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('gives back what it was given, under the hash of the content', async () => {
    const stored = await files.put(png, everything);
    expect(stored).toEqual({
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      size: png.length,
      mediaType: 'image/png',
    });
    expect(Buffer.from(await files.get(stored.hash)).equals(png)).toBe(true);
  });

  test('keeps any content whole', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 0, maxLength: 5000 }), async (tail) => {
        const content = Buffer.concat([pdf, tail]);
        const { hash } = await files.put(content, everything);
        expect(Buffer.from(await files.get(hash)).equals(content)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test('what lies on the disk says nothing of the content', async () => {
    await files.put(pdf, everything);
    const [path] = await filesIn(folder);
    const bytes = await readFile(path as string);
    expect(bytes.includes('%PDF')).toBe(false);
    expect(bytes.includes('endobj')).toBe(false);
  });

  test('keeps the same content once, each content under an IV of its own', async () => {
    const first = await files.put(pdf, everything);
    expect(await files.put(pdf, everything)).toEqual(first);
    await files.put(Buffer.concat([pdf, Buffer.from('x')]), everything);
    const stored = await filesIn(folder);
    expect(stored).toHaveLength(2);
    const ivs = await Promise.all(
      stored.map(async (path) => (await readFile(path)).subarray(4, 20).toString('hex')),
    );
    expect(new Set(ivs).size).toBe(2);
  });

  test('an altered or shortened file is not given out', async () => {
    const { hash } = await files.put(pdf, everything);
    const [path] = (await filesIn(folder)) as [string];
    const whole = await readFile(path);
    for (const damage of [
      Buffer.from(whole.map((byte, index) => (index === 30 ? byte ^ 1 : byte))),
      whole.subarray(0, -16),
      whole.subarray(0, 3),
      Buffer.alloc(0),
    ]) {
      await writeFile(path, damage);
      await expect(files.get(hash)).rejects.toMatchObject({ code: 'FILE_DAMAGED' });
    }
  });

  test.each([
    ['0'.repeat(64), 'FILE_MISSING'],
    ['../../secret', 'FILE_MISSING'],
    ['', 'FILE_MISSING'],
  ])('nothing is found under %s', async (hash, code) => {
    await expect(files.get(hash)).rejects.toMatchObject({ code });
  });

  test('empty, too large and unwanted files are refused and leave nothing', async () => {
    const large = Buffer.concat([pdf, Buffer.alloc(1024 * 1024)]);
    await expect(files.put(Buffer.alloc(0), everything)).rejects.toMatchObject({ code: 'FILE_EMPTY' });
    await expect(files.put(large, everything)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE', status: 413 });
    await expect(files.put(Buffer.from('<svg/>'), everything)).rejects.toMatchObject({
      code: 'FILE_TYPE_REFUSED',
      status: 415,
    });
    expect(await filesIn(folder)).toEqual([]);
  });

  test.each([
    ['while writing', 'writeNew', 'ENOSPC'],
    ['while writing, over quota', 'writeNew', 'EDQUOT'],
    ['while renaming', 'rename', 'ENOSPC'],
  ] as const)('a full disk %s is said, and leaves nothing half-written', async (_, step, code) => {
    const full: FileSystem = {
      ...realFileSystem,
      [step]: async (path: string) => {
        if (step === 'writeNew') await writeFile(path, 'half');
        throw Object.assign(new Error('no space left'), { code });
      },
    };
    const failing = over(folderStore(folder, () => `t${token++}`, full));
    await expect(failing.put(pdf, everything)).rejects.toMatchObject({
      code: 'FILE_STORE_FULL',
      status: 507,
    });
    expect(await filesIn(folder)).toEqual([]);
    const { hash } = await files.put(pdf, everything);
    expect(Buffer.from(await files.get(hash)).equals(pdf)).toBe(true);
  });

  test('any other failure of the disk is passed on as it is', async () => {
    const broken: FileSystem = {
      ...realFileSystem,
      writeNew: () => Promise.reject(Object.assign(new Error('i/o error'), { code: 'EIO' })),
    };
    await expect(over(folderStore(folder, () => 't', broken)).put(pdf, everything)).rejects.toThrow(
      'i/o error',
    );
  });
});

describe('an S3 store', () => {
  const kept = new Map<string, Buffer>();
  let server: Server;
  let files: FileStore;
  let full = false;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const path = request.url?.split('?')[0] as string;
      if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256'))
        return response.writeHead(403).end();
      if (request.method === 'PUT') {
        const parts: Buffer[] = [];
        request.on('data', (part: Buffer) => parts.push(part));
        request.on('end', () => {
          if (full) {
            const body =
              '<?xml version="1.0"?><Error><Code>XMinioStorageFull</Code><Message>full</Message></Error>';
            return response.writeHead(507, { 'content-type': 'application/xml' }).end(body);
          }
          kept.set(path, Buffer.concat(parts));
          return response.writeHead(200).end();
        });
        return undefined;
      }
      const body = kept.get(path);
      if (body === undefined) return response.writeHead(404).end();
      return response
        .writeHead(200, { 'content-length': body.length })
        .end(request.method === 'HEAD' ? undefined : body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const settings = {
      endpoint: `http://127.0.0.1:${port}`,
      bucket: 'hengchan',
      region: 'default',
      accessKey: 'access',
      secretKey: 'secret',
    };
    files = over(objectStore(settings));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test('keeps files by path under the bucket, encrypted', async () => {
    const { hash } = await files.put(pdf, everything);
    expect([...kept.keys()]).toEqual([`/hengchan/${hash.slice(0, 2)}/${hash}`]);
    expect([...kept.values()][0]?.includes('%PDF')).toBe(false);
    expect(Buffer.from(await files.get(hash)).equals(pdf)).toBe(true);
  });

  test('says what is missing and what is full', async () => {
    await expect(files.get('0'.repeat(64))).rejects.toMatchObject({ code: 'FILE_MISSING' });
    full = true;
    await expect(files.put(png, everything)).rejects.toMatchObject({ code: 'FILE_STORE_FULL' });
  });
});
