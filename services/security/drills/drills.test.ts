import { createAccount, searchAudit, systemActor } from '@hengchan/platform';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listNotices } from '../notices/notices.ts';
import { setParameters } from '../set-parameters.ts';
import { somebody, type TestServer, testServer } from '../testing/server.ts';
import { listDrills, recordDrill, remindDrill } from './drills.ts';

const guard = somebody('security-admin');
let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const pass = (days: number) =>
  server.platform.clock.set(new Date(server.platform.clock.now().getTime() + days * 86_400_000));
const drill = (faults: readonly string[]) =>
  recordDrill(server.security, {
    backupMadeAt: server.platform.clock.now(),
    databaseKind: 'postgres',
    files: 3,
    rowsRestored: 12_345,
    restoreSeconds: 4.25,
    verifySeconds: 1.5,
    result: [
      { what: '登记簿 320402', count: '登簿 8 条', faults },
      { what: '审计日志', count: '已校验 9 条', faults: [] },
    ],
  });
const notices = async (kind: string) =>
  (await listNotices(server.security, guard, {})).items.filter((each) => each.kind === kind).length;

test('an empty platform owes no drill; one in use does after so many days, and is reminded once', async () => {
  expect(await listDrills(server.security, guard)).toMatchObject({ items: [], overdue: false });
  await createAccount(server.platform, systemActor, {
    login: 'first',
    password: 'Correct-Horse-9',
    name: '张三',
    kind: 'person',
  });
  await remindDrill(server.security);
  expect(await notices('restore-drill-due')).toBe(0);
  pass(32);
  expect((await listDrills(server.security, guard)).overdue).toBe(true);
  await remindDrill(server.security);
  await remindDrill(server.security);
  expect(await notices('restore-drill-due')).toBe(1);
});

test('a drill is kept with durations, counts and result; one with faults alerts and does not count', async () => {
  await drill(['第 5 条：内容与哈希不相符']);
  expect(await notices('restore-drill-failed')).toBe(1);
  expect((await listDrills(server.security, guard)).overdue).toBe(true);
  await drill([]);
  const { items, overdue } = await listDrills(server.security, guard);
  expect(overdue).toBe(false);
  expect(items.map(({ faults }) => faults).sort()).toEqual([0, 1]);
  expect(items.find(({ faults }) => faults === 0)).toMatchObject({
    files: 3,
    rows_restored: 12_345,
    restore_seconds: '4.250',
    result: [{ what: '登记簿 320402' }, { what: '审计日志' }],
  });
  const { items: lines } = await searchAudit(server.platform, somebody('audit-admin'), {
    action: 'backup.drill',
  });
  expect(lines.map(({ detail }) => detail)).toMatchObject([{ faults: 0 }, { faults: 1 }]);
  await setParameters(server.security, guard, { drillDays: 1 });
  pass(2);
  await remindDrill(server.security);
  expect(await notices('restore-drill-due')).toBe(2);
});
