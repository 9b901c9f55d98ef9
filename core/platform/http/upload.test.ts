import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anonymousActor } from '../access/actor.ts';
import { type TestPlatform, testPlatform } from '../testing/index.ts';
import { createHttp, type HengchanHttp } from './server.ts';
import { readUpload } from './upload.ts';

const limit = 50_000;
let platform: TestPlatform;
let http: HengchanHttp;

beforeAll(async () => {
  platform = await testPlatform({ config: { fileLimitBytes: limit } });
  http = await createHttp(platform.platform, { version: '1', resolveSession: async () => anonymousActor });
  http.put('/api/file', async (request) => {
    const { name, content } = await readUpload(request);
    return { name, size: content.length };
  });
});
afterAll(async () => {
  await http?.close();
  await platform?.close();
});

const type = 'multipart/form-data; boundary=B';
const form = (content: string, name = '合同.pdf', field = 'name="file"; ') =>
  `--B\r\nContent-Disposition: form-data; ${field}filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n${content}\r\n--B--\r\n`;
const put = (payload: string, contentType = type) =>
  http.inject({ method: 'PUT', url: '/api/file', headers: { 'content-type': contentType }, payload });

describe('an upload', () => {
  test('is the file and its name', async () => {
    expect((await put(form('%PDF-1.7'))).json()).toEqual({ name: '合同.pdf', size: 8 });
  });

  test.each([
    ['cut within the file', form('%PDF-1.7').slice(0, -12), 'MALFORMED_BODY'],
    ['cut within its head', form('%PDF-1.7').slice(0, 40), 'MALFORMED_BODY'],
    ['divided by something else', form('%PDF-1.7').replaceAll('--B', '--C'), 'MALFORMED_BODY'],
    ['empty', '', 'INVALID_REQUEST'],
    [
      'without a file',
      '--B\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n--B--\r\n',
      'INVALID_REQUEST',
    ],
    ['larger than a file may be', form('x'.repeat(limit + 1)), 'FILE_TOO_LARGE'],
    [
      'of a field that would change the form itself',
      form('x', 'a.pdf', 'name="__proto__"; '),
      'MALFORMED_BODY',
    ],
  ])('%s is refused as such', async (_what, payload, code) => {
    const answer = await put(payload);
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect(answer.json()).toMatchObject({ code });
  });

  test.each([
    ['what turns round the reading', 'a\u202efdp.exe', 'afdp.exe'],
    ['what cannot be seen', 'a\u200b\u0085b.pdf', 'ab.pdf'],
    ['a folder', '../../etc/x.pdf', 'x.pdf'],
    ['more than fits', `${'𠮷'.repeat(300)}.pdf`, '𠮷'.repeat(200)],
  ])('loses %s from its name', async (_what, name, kept) => {
    expect((await put(form('x', name))).json()).toMatchObject({ name: kept });
  });
});
