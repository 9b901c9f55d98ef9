import { expect, test } from 'vitest';
import { consequenceOf } from './consequence.ts';

const act = (title: string, style: 'primary' | 'default' | 'danger' = 'primary') =>
  consequenceOf({ action: 'x', title, style, final: true });

test('refusing is not taken for granting', () => {
  expect(act('不予受理', 'danger')).toContain('不予受理告知书');
  expect(act('不予登记', 'danger')).toContain('登记簿不变');
  expect(act('不能协助', 'danger')).toContain('登记簿不变');
});

test('granting says that the register changes', () => {
  expect(act('准予登记')).toContain('记载于登记簿');
  expect(act('予以协助')).toContain('轮候');
  expect(act('重新登簿')).toContain('记载于登记簿');
});

test('an action nobody foresaw still says what is kept', () => {
  expect(act('其他操作')).toContain('记入办理历史');
  expect(act('其他操作', 'danger')).toContain('到此结束');
});
