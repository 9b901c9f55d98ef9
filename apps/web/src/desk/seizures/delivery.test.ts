import { expect, test } from 'vitest';
import type { TaskView } from '../../api/types.ts';
import { earlierForSamePlace, inOrderOfDelivery } from './delivery.ts';

const task = (id: string, since: string, change: Partial<TaskView> = {}): TaskView => ({
  id,
  caseNo: id,
  office: '320402',
  step: 'review',
  stepTitle: '审查',
  role: 'enforcement-clerk',
  business: { code: 'seizure', name: '查封登记' },
  location: '测试路1号',
  parties: [],
  since,
  timeliness: 'in-time',
  isMine: false,
  ...change,
});

const first = task('a', '2026-11-20T01:00:00.000Z');
const second = task('b', '2026-11-20T02:00:00.000Z');
const elsewhere = task('c', '2026-11-20T00:00:00.000Z', { location: '测试路2号' });
const transfer = task('d', '2026-11-19T00:00:00.000Z', {
  business: { code: 'resale-transfer', name: '存量房转移登记' },
});

test('the first delivered first, other businesses not at all', () => {
  expect(inOrderOfDelivery([second, transfer, first, elsewhere]).map((item) => item.id)).toEqual([
    'c',
    'a',
    'b',
  ]);
});

test('an earlier one for the same place has to go first', () => {
  const tasks = [second, first, elsewhere];
  expect(earlierForSamePlace(tasks, second).map((item) => item.id)).toEqual(['a']);
  expect(earlierForSamePlace(tasks, first)).toEqual([]);
});
