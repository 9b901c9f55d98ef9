import { expect, test } from 'vitest';
import { amount, duration } from './amounts.ts';

test('large counts are read in groups', () => {
  expect([amount(12), amount(10_234_567)]).toEqual(['12', '10,234,567']);
});

test('how long it took is said in the units people use', () => {
  expect([duration(0.4), duration(59.6), duration(734), duration(3_900)]).toEqual([
    '0 秒',
    '1 分 0 秒',
    '12 分 14 秒',
    '1 小时 5 分',
  ]);
});
