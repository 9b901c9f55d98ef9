import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { remindReviews } from '../controls/list-controls.ts';
import { listNotices } from '../notices/notices.ts';
import { somebody, type TestServer, testServer } from '../testing/server.ts';
import { listTerms, remindTerms, setTerm } from './retention.ts';

const officer = somebody('data-officer');
const guard = somebody('security-admin');
let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const audit = async () =>
  (await listTerms(server.security, officer)).find(({ ground }) => ground === 'audit');
const told = async (kind: string, actor = officer) =>
  (await listNotices(server.security, actor, { limit: 100 })).items.filter((each) => each.kind === kind);

describe('how long data is kept', () => {
  test('is set by the institution, with its history and whether the basis was compared with its text', async () => {
    const term = { ground: 'audit', basis: '登记机构档案保管期限表', basisVerified: false } as const;
    await setTerm(server.security, officer, { ...term, months: 6 });
    server.platform.clock.set(new Date('2026-11-21T02:00:00Z'));
    await setTerm(server.security, officer, { ...term, months: 12, basisVerified: true });
    expect((await audit())?.terms).toMatchObject([
      { months: 12, basisVerified: true },
      { months: 6, basisVerified: false },
    ]);
    await expect(setTerm(server.security, guard, term)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('what is past it is counted, and told to the institution once a month', async () => {
    expect((await audit())?.past).toMatchObject({ count: 0 });
    await remindTerms(server.security);
    expect(await told('retention-due')).toEqual([]);
    server.platform.clock.set(new Date('2027-12-05T02:00:00Z'));
    expect((await audit())?.past?.count).toBeGreaterThan(0);
    await remindTerms(server.security);
    await remindTerms(server.security);
    expect(await told('retention-due')).toHaveLength(1);
  });

  test('for ever has nothing past it', async () => {
    await setTerm(server.security, officer, { ground: 'audit', basis: '永久保存', basisVerified: false });
    expect((await audit())?.past).toBeUndefined();
  });
});

test('controls nobody looked at in time are told to the security administrator, once a month', async () => {
  server.platform.clock.set(new Date('2026-12-01T02:00:00Z'));
  await remindReviews(server.security);
  expect(await told('control-review-due', guard)).toEqual([]);
  server.platform.clock.set(new Date('2027-02-01T02:00:00Z'));
  await remindReviews(server.security);
  await remindReviews(server.security);
  expect((await told('control-review-due', guard)).map(({ text }) => text)).toEqual([
    expect.stringMatching(/^59 个控制点已到复核日期/),
  ]);
});
