import { describe, expect, test } from 'vitest';
import type { BusinessSummary } from '../../api/businesses.ts';
import { doors, findBehind, isBehind, sectionsOf } from './doors.ts';

const business = (code: string, change: Partial<BusinessSummary>): BusinessSummary => ({
  code,
  version: 1,
  name: code,
  summary: '',
  audience: '',
  entrances: [],
  channels: ['online'],
  keywords: [],
  promisedDays: 1,
  statutoryDays: 30,
  group: '转移',
  ...change,
});

const per = business('per', { list: 'PER', number: 20, entrances: ['person'], keywords: ['过户'] });
const hcd = business('hcd', {
  list: 'HCD',
  number: 1,
  group: '协同',
  entrances: ['person', 'company', 'developer'],
});
const bnk = business('bnk', { list: 'BNK', number: 1, group: '抵押', entrances: ['bank'] });
const sep = business('sep', { list: 'SEP', number: 22, entrances: ['counter'], keywords: ['过户'] });
const seizure = business('seizure', {
  list: 'SEP',
  number: 45,
  group: '其他',
  entrances: ['court', 'counter'],
});
const own = business('own', { entrances: ['person', 'bank'], keywords: ['过户'] });
const all = [sep, own, bnk, per, hcd, seizure];
const behind = (entrance: string) => all.filter((each) => isBehind(each, entrance)).map((each) => each.code);

test('everybody sees the lists of their own door, and what the platform adds for them (ONL-WEB-02)', () => {
  expect(behind('person')).toEqual(['own', 'per', 'hcd']);
  expect(behind('company')).toEqual(['hcd']);
  expect(behind('bank')).toEqual(['own', 'bnk']);
  expect(behind('developer')).toEqual(['hcd']);
  expect(behind('counter')).toEqual(['sep', 'seizure']);
  expect(behind('court')).toEqual(['seizure']);
  expect(new Set(doors.flatMap((door) => door.lists))).toEqual(
    new Set(['HCD', 'BNK', 'DEV', 'ENT', 'PER', 'SEP', 'TAX']),
  );
});

describe('the list', () => {
  test('stands in groups, what the platform adds last', () => {
    expect(sectionsOf([own, per, hcd]).map((section) => [section.title, section.items.length])).toEqual([
      ['协同', 1],
      ['转移', 1],
      ['本地增设', 1],
    ]);
    expect(sectionsOf([])).toEqual([]);
  });

  test('words find what is behind the own door, and say what is elsewhere', () => {
    const { here, elsewhere } = findBehind(all, 'person', '过户');
    expect(here.map((each) => each.code).toSorted()).toEqual(['own', 'per']);
    expect(elsewhere.map((each) => each.code)).toEqual(['sep']);
  });
});
