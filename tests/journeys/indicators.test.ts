import { afterAll, beforeAll, expect, test } from 'vitest';
import { person } from '../support/people.ts';
import { court, seize } from '../support/situations.ts';
import { makeWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld({ outside: false });
}, 120_000);
afterAll(() => world?.close());

test('indicators come from the cases, can be exported, and are not for everybody (REG-GEN-02…04)', async () => {
  const owner = person(501);
  const home = await world.home(3501, [owner]);
  await seize(world, home, owner);
  const reader = await world.as('approver');
  const answer = await reader.get<{ items: Record<string, unknown>[] }>('/api/indicators');
  expect(answer.body.items.find((item) => item.business === 'seizure')).toMatchObject({
    opened: 1,
    completed: 1,
    online: 1,
    onlineShare: 1,
    overdue: 0,
    promisedDays: 1,
  });
  expect(answer.body.items.find((item) => item.business === 'resale-transfer')).toMatchObject({
    opened: 0,
    completed: 0,
  });
  const csv = await reader.get<ArrayBuffer>('/api/indicators?format=csv');
  expect(Buffer.from(csv.body).toString('utf8')).toContain('"查封登记","1","1","1","1","100.0%"');
  expect((await (await world.as(court)).get('/api/indicators')).status).toBe(403);
  expect((await reader.get('/api/indicators?from=2026-02-30')).status).toBe(400);
});
