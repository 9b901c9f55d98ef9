import { callService, onIncoming } from '@hengchan/exchange';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type City, eventually, openCity } from '../testing/city.ts';
import { office, unitCode } from '../testing/people.ts';

let city: City;
const requests: { documentNo: string; kind: string; unitCode: string; to?: string }[] = [];

beforeAll(async () => {
  city = await openCity({ departments: ['court'] });
  onIncoming(city.exchange, 'court', 'execute', async (_trx, request) => {
    requests.push(request);
    return { caseNo: `CF-${requests.length}` };
  });
});
afterAll(() => city.close());

test('a seizure ordered at the court arrives once, is answered with a case number, and gets its receipt', async () => {
  city.outside.fault('court', { kind: 'duplicate-callback', times: 1 });
  await city.control('/clock', { at: city.clock.now().toISOString() });
  const made = await city.counter('court', 'seizures', { office, unitCode });
  const { documentNo } = made.body as { documentNo: string };
  await eventually(
    () => requests.length,
    (count) => count > 0,
  );
  const calls = await eventually(
    () => city.control('/court/calls'),
    ({ body }) => JSON.stringify(body).includes('accepted'),
  );
  expect(calls.body).toMatchObject([
    { operation: 'execute', status: 'accepted', answer: '{"caseNo":"CF-1"}' },
  ]);
  expect(requests).toMatchObject([
    { documentNo, kind: 'seize', unitCode, to: expect.stringMatching(/^2029-03-0\d$/) },
  ]);

  const receipt = { office, caseNo: 'CF-1', documentNo, result: 'registered' as const, entryNumber: '7' };
  const told = await callService(city.exchange, 'court', 'receipt', receipt, { office, caseNo: 'CF-1' });
  expect(told).toMatchObject({ outcome: 'answered', data: { receiptNo: 'FY-00000001' } });
  expect((await city.control('/court/notices')).body).toMatchObject([{ documentNo, result: 'registered' }]);
});

test('an order made while the platform is in another year arrives at the first try, at the time of the platform', async () => {
  const before = requests.length;
  city.clock.set(new Date('2031-01-01T00:00:00.000Z'));
  await city.counter('court', 'seizures', { office, unitCode });
  await eventually(
    () => requests.length,
    (count) => count > before,
  );
  const isAccepted = (body: unknown) => !JSON.stringify(body).includes('waiting');
  const calls = await eventually(
    () => city.control('/court/calls'),
    ({ body }) => isAccepted(body),
  );
  expect((calls.body as object[]).at(-1)).toMatchObject({ status: 'accepted', attempts: 1 });
});

test('an order without a unit is refused at the counter', async () => {
  expect(await city.counter('court', 'seizures', { office })).toMatchObject({ status: 400 });
});
