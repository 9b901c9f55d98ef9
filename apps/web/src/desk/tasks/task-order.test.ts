import { expect, test } from 'vitest';
import type { TaskView } from '../../api/types.ts';
import { countTasks, orderTasks } from './task-order.ts';

const task = (id: string, change: Partial<TaskView> = {}): TaskView => ({
  id,
  caseNo: id,
  office: '320402',
  step: 'review',
  stepTitle: '审核',
  role: 'reviewer',
  business: { code: 'resale-transfer', name: '存量房转移登记' },
  location: '测试路1号',
  parties: [],
  since: '2026-11-20T01:00:00.000Z',
  timeliness: 'in-time',
  isMine: false,
  ...change,
});

const ids = (tasks: TaskView[]) => tasks.map((item) => item.id).join('');

test('the nearest promise first, those without one last', () => {
  const tasks = [task('a'), task('b', { promisedBy: '2026-11-25' }), task('c', { promisedBy: '2026-11-21' })];
  expect(ids(orderTasks(tasks, 'promised'))).toBe('cba');
  expect(ids(orderTasks(tasks, '-promised'))).toBe('abc');
});

test('arrival breaks ties, and an unknown sorting changes nothing', () => {
  const tasks = [task('a', { since: '2026-11-20T03:00:00.000Z' }), task('b')];
  expect(ids(orderTasks(tasks, 'business'))).toBe('ba');
  expect(ids(orderTasks(tasks, 'constructor'))).toBe('ab');
});

test('counts what the page holds', () => {
  expect(
    countTasks([
      task('a', { isMine: true, claimedBy: '测试甲', timeliness: 'overdue' }),
      task('b', { claimedBy: '测试乙' }),
      task('c', { timeliness: 'warning' }),
    ]),
  ).toEqual({ total: 3, mine: 1, unclaimed: 1, warning: 1, overdue: 1 });
});
