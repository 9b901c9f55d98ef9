import { expect, test } from 'vitest';
import type { RightView } from '../../api/types.ts';
import { holdersText, inForce, inOrder, orderWord, restrictionWords } from './right-words.ts';

const right = (change: Partial<RightView>): RightView => ({
  id: '1-1',
  origin: '1-1',
  kind: 'mortgage',
  rightType: '23',
  title: '抵押权',
  holders: [],
  coOwnership: '0',
  coOwnershipTitle: '单独所有',
  content: {},
  items: [],
  registeredAt: '2026-01-01T00:00:00.000Z',
  registeredEntry: 1,
  current: true,
  ...change,
});

test('the queue of a seizure and the rank of a mortgage are said', () => {
  expect(orderWord(right({ kind: 'seizure', queue: 0 }))).toBe('正在查封');
  expect(orderWord(right({ kind: 'seizure', queue: 2 }))).toBe('轮候第 2 位');
  expect(orderWord(right({ rank: 1 }))).toBe('第 1 顺位');
  expect(orderWord(right({}))).toBeUndefined();
});

test('seizures come before mortgages, each in their own order, and ended ones not at all', () => {
  const ids = inForce([
    right({ id: 'm2', rank: 2 }),
    right({ id: 's1', kind: 'seizure', queue: 1 }),
    right({ id: 'm1', rank: 1 }),
    right({ id: 'gone', kind: 'seizure', queue: 0, current: false }),
    right({ id: 's0', kind: 'seizure', queue: 0 }),
  ]).map((item) => item.id);
  expect(ids).toEqual(['s0', 's1', 'm1', 'm2']);
});

test('at an earlier moment a right that has ended since still counts', () => {
  const ended = right({ id: 'gone', kind: 'seizure', queue: 0, current: false });
  expect(inOrder([right({ id: 'm1', rank: 1 }), ended]).map((item) => item.id)).toEqual(['gone', 'm1']);
});

test('shares follow the name they belong to', () => {
  const holder = { idType: '1', idTypeName: '身份证', idNumber: '', holderKind: '1' };
  expect(
    holdersText([
      { ...holder, name: '甲', share: { numerator: 1, denominator: 2 } },
      { ...holder, name: '乙' },
    ]),
  ).toBe('甲（1/2）、乙');
});

test('what restricts a unit in words', () => {
  expect(restrictionWords({ seized: true, mortgaged: true })).toEqual(['查封', '抵押']);
  expect(restrictionWords({ seized: false, mortgaged: false })).toEqual([]);
  expect(restrictionWords({ noticed: true, objected: true, locked: true, inhabited: true })).toEqual([
    '限制',
    '异议',
    '预告',
    '居住权',
  ]);
  expect(restrictionWords({ closed: true, mortgaged: false })).toEqual(['已注销']);
});
