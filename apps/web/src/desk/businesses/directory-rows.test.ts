import { expect, test } from 'vitest';
import type { Directory, DirectoryLine } from '../api/directory.ts';
import { averageWord, directoryCsv, filterDirectory, groupsOf, placeWord } from './directory-rows.ts';

const line = (change: Partial<DirectoryLine>): DirectoryLine => ({
  code: 'x',
  name: '业务',
  version: 1,
  versions: [1],
  group: '首次',
  entrances: [],
  channels: [],
  stepCount: 4,
  materialCount: 3,
  ruleCount: 9,
  promisedDays: 5,
  statutoryDays: 30,
  shortened: 25 / 30,
  outcome: 'certificate',
  ...change,
});
const directory: Directory = {
  expected: 134,
  offered: 3,
  actualDays: 90,
  lists: [
    {
      list: 'BNK',
      title: '银行代办',
      audience: '银行',
      expected: 9,
      offered: 1,
      groups: [
        {
          group: '抵押',
          items: [line({ code: 'a', name: '抵押权首次', list: 'BNK', number: 1, group: '抵押' })],
        },
      ],
    },
    {
      list: 'PER',
      title: '个人申请',
      audience: '个人',
      expected: 41,
      offered: 2,
      groups: [
        { group: '首次', items: [line({ code: 'b', name: '宅基地首次登记', list: 'PER', number: 2 })] },
        {
          group: '抵押',
          items: [
            line({
              code: 'c',
              name: '抵押权注销登记',
              list: 'PER',
              number: 30,
              group: '抵押',
              actual: { opened: 3, completed: 2, averageDays: 0.5, overdue: 0 },
            }),
          ],
        },
      ],
    },
  ],
};
const codes = (filter: { list?: string; group?: string; q?: string }) =>
  filterDirectory(directory, { list: '', group: '', q: '', ...filter }).flatMap((list) =>
    list.groups.flatMap(({ items }) => items.map((each) => each.code)),
  );

test('the directory is narrowed by entrance, group and words, which may be numbers of the table', () => {
  expect(codes({})).toEqual(['a', 'b', 'c']);
  expect(codes({ list: 'PER' })).toEqual(['b', 'c']);
  expect(codes({ group: '抵押' })).toEqual(['a', 'c']);
  expect(codes({ q: '抵押 注销' })).toEqual(['c']);
  expect(codes({ q: 'PER-02' })).toEqual(['b']);
  expect(codes({ q: '没有' })).toEqual([]);
  expect(groupsOf(directory)).toEqual(['抵押', '首次']);
});

test('a line says its place and what cases took', () => {
  expect(placeWord(line({ list: 'PER', number: 7 }))).toBe('PER-07');
  expect(placeWord(line({}))).toBe('');
  expect(averageWord(line({}))).toBe('—');
  expect(averageWord(line({ actual: { opened: 1, completed: 1, averageDays: 1.25, overdue: 0 } }))).toBe(
    '1.3',
  );
});

test('the table has a line for each business', () => {
  const rows = directoryCsv(directory.lists).trim().split('\r\n');
  expect(rows).toHaveLength(4);
  expect(rows[3]).toBe('个人申请,抵押,PER-30,抵押权注销登记,1,4,3,9,5,30,83%,,3,2,0.50');
});
