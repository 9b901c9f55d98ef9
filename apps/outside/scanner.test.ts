import type { AddressInfo } from 'node:net';
import {
  createHttp,
  type Finding,
  type HengchanHttp,
  platformErrors,
  readUpload,
  searchAudit,
} from '@hengchan/platform';
import { type TestPlatform, testActor, testPlatform } from '@hengchan/platform/testing';
import { afterEach, describe, expect, test } from 'vitest';
import { makeScanner } from './scanner.ts';

const eicar = `%PDF-1.7 X5O!P%@AP[4\\PZX54(P^)7CC)7}$${'EICAR-STANDARD-ANTIVIRUS-TEST-FILE'}!$H+H*`;
const clean = `%PDF-1.7 ${'nothing to see '.repeat(20_000)}`;
const accept = ['application/pdf'];
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function openScanner(port = 0): Promise<number> {
  const scanner = makeScanner();
  await new Promise<void>((resolve) => scanner.listen(port, '127.0.0.1', resolve));
  ends.push(() => new Promise((resolve) => scanner.close(resolve)));
  return (scanner.address() as AddressInfo).port;
}

async function openProduct(port: number, away: 'refuse' | 'later') {
  const platform: TestPlatform = await testPlatform({
    config: { scanner: { address: `tcp://127.0.0.1:${port}`, away } },
  });
  const findings: Finding[] = [];
  platform.uploads.tellFindings(async (finding) => void findings.push(finding));
  const http: HengchanHttp = await createHttp(platform.platform, {
    version: '1',
    resolveSession: async () => testActor(),
  });
  http.put('/api/file', async (request) => {
    if (request.actor.kind === 'anonymous') throw platformErrors.UNAUTHENTICATED();
    return platform.files.put((await readUpload(request)).content, accept);
  });
  ends.push(async () => {
    await http.close();
    await platform.close();
  });
  const put = (content: string) =>
    http.inject({
      method: 'PUT',
      url: '/api/file',
      headers: { 'content-type': 'multipart/form-data; boundary=B', authorization: 'Bearer x' },
      payload: `--B\r\nContent-Disposition: form-data; name="file"; filename="合同.pdf"\r\nContent-Type: application/pdf\r\n\r\n${content}\r\n--B--\r\n`,
    });
  const auditor = testActor({ roles: [{ role: 'audit-admin' }] });
  const lines = async () => (await searchAudit(platform, auditor, { action: 'file.malicious' })).items.length;
  return { platform, put, findings, lines };
}

describe('an upload, where a scanner is configured', () => {
  test('is taken when nothing is found; refused, recorded and told when something is', async () => {
    const { platform, put, findings, lines } = await openProduct(await openScanner(), 'refuse');
    expect((await put(clean)).statusCode).toBe(200);
    const answer = await put(eicar);
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ code: 'MALICIOUS_CODE', errors: [{ path: '/file' }] });
    expect(answer.json().errors[0].message).toContain('Eicar-Test-Signature');
    expect(findings).toMatchObject([{ name: '合同.pdf', kept: false }]);
    expect(await lines()).toBe(1);
    expect(await platform.uploads.report()).toMatchObject({ version: expect.stringContaining('EICAR') });
  });

  test('is not taken while the scanner is away, unless the settings say so', async () => {
    const port = await openScanner();
    const { put } = await openProduct(port, 'refuse');
    await ends.shift()?.();
    const answer = await put(clean);
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({ code: 'SCANNER_AWAY', errors: [{ path: '/file' }] });
  });

  test('kept while it was away is looked through afterwards; what holds something opens for nobody', async () => {
    const port = await openScanner();
    const { platform, put, findings, lines } = await openProduct(port, 'later');
    await ends.shift()?.();
    const { hash } = (await put(eicar)).json();
    expect((await put(clean)).statusCode).toBe(200);
    expect(await platform.uploads.report()).toMatchObject({ waiting: 2, version: undefined });
    await expect(platform.uploads.scanWaiting()).rejects.toThrow();
    expect((await platform.uploads.report()).waiting).toBe(2);
    await openScanner(port);
    await platform.uploads.scanWaiting();
    expect(await platform.uploads.report()).toMatchObject({ waiting: 0, quarantined: [{ hash }] });
    expect(findings).toMatchObject([{ hash, kept: true }]);
    expect(await lines()).toBe(1);
    const opening = {
      file: { kind: 'material', mark: 'public', hash, office: '320400' },
      concerned: true,
      line: { action: 'material.read', subject: 'x' },
    } as const;
    await expect(platform.files.open(testActor(), opening)).rejects.toMatchObject({
      code: 'FILE_QUARANTINED',
    });
  });
});
