import { type Actor, createAccount, systemActor } from '@hengchan/platform';
import { testActor } from '@hengchan/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listNotices } from '../notices/notices.ts';
import { somebody, type TestServer, testServer } from '../testing/server.ts';
import { completeTraining, listTrainings, planTraining, remindTrainings } from './trainings.ts';

const guard = somebody('security-admin');

describe('trainings and procedures', () => {
  let server: TestServer;
  let clerks: Actor[];
  beforeAll(async () => {
    server = await testServer();
    clerks = [];
    for (const login of ['clerk1', 'clerk2']) {
      const accountId = await createAccount(server.platform, systemActor, {
        login,
        password: 'Correct-Horse-9',
        name: '吴九',
        kind: 'staff',
        backgroundChecked: true,
      });
      clerks.push(testActor({ accountId, login }));
    }
  });
  afterAll(() => server.close());

  test('are done by each member of staff, counted, and missed ones reminded of once', async () => {
    const [first, second] = clerks as [Actor, Actor];
    const dueAt = new Date(server.platform.clock.now().getTime() + 86_400_000);
    const id = await planTraining(server.security, guard, {
      kind: 'procedure',
      title: '操作规程',
      content: '一人一号，离岗锁屏。',
      dueAt,
    });
    await completeTraining(server.security, first, id);
    await completeTraining(server.security, first, id);
    expect(await listTrainings(server.security, first)).toMatchObject({
      staff: 2,
      items: [{ completed: 1, own: true }],
    });
    expect((await listTrainings(server.security, second)).items[0]?.own).toBe(false);
    server.platform.clock.set(new Date(dueAt.getTime() + 1));
    await remindTrainings(server.security);
    await remindTrainings(server.security);
    const told = (await listNotices(server.security, guard, {})).items.filter(
      ({ kind }) => kind === 'training-unfinished',
    );
    expect(told.map(({ text }) => text)).toEqual(['“操作规程”已到期，尚有 1 人未完成']);
  });

  test('are nothing for the public', async () => {
    for (const actor of [testActor({ kind: 'person' }), testActor({ kind: 'organisation' })])
      await expect(listTrainings(server.security, actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(
      completeTraining(server.security, clerks[0] as Actor, server.platform.ids.uuid()),
    ).rejects.toMatchObject({
      code: 'TRAINING_NOT_FOUND',
    });
  });
});
