import { expect, test } from 'vitest';
import { factRows } from './fact-rows.ts';

test('names become words, dates become dates, yes and no are said', () => {
  expect(factRows({ seized: true, registeredAt: '2026-11-20T01:05:00.000Z', termTo: '2029-11-19' })).toEqual([
    { label: '查封', value: '是' },
    { label: '登记时间', value: '2026年11月20日 09:05' },
    { label: '截止', value: '2029年11月19日' },
  ]);
});

test('nested and repeated values keep their place', () => {
  expect(
    factRows({ holders: [{ name: '甲', share: { numerator: 1, denominator: 2 } }, { name: '乙' }] }),
  ).toEqual([
    { label: '权利人（1）·姓名或名称', value: '甲' },
    { label: '权利人（1）·份额', value: '1/2' },
    { label: '权利人（2）·姓名或名称', value: '乙' },
  ]);
});

test('nothing is said as nothing', () => {
  expect(factRows({ seizures: [], mortgage: null })).toEqual([
    { label: '查封', value: '无' },
    { label: '抵押权', value: '无' },
  ]);
  expect(factRows(undefined)).toEqual([]);
});

test('an unknown name stands for itself', () => {
  expect(factRows({ zeta: 'x' })).toEqual([{ label: 'zeta', value: 'x' }]);
});

test('what only looks like a date is left alone', () => {
  expect(factRows({ reason: '2026-99-99' })).toEqual([{ label: '原因', value: '2026-99-99' }]);
});

test('a very long fact is cut and says so', () => {
  const rows = factRows(Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`f${index}`, index])));
  expect(rows).toHaveLength(61);
  expect(rows.at(-1)?.value).toBe('另有 20 项未列出');
});
