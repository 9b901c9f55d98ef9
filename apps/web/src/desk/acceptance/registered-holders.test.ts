import { expect, test } from 'vitest';
import type { PartyRow } from './party-row.ts';
import { withHolders } from './registered-holders.ts';

const row = (change: Partial<PartyRow>): PartyRow => ({
  key: '1',
  role: 'transferor',
  name: '',
  idType: '1',
  idNumber: '',
  share: '',
  ...change,
});
const holder = (name: string) => ({
  name,
  idType: '1',
  idTypeName: '身份证',
  idNumber: '320***',
  holderKind: '1',
});
const names = (rows: PartyRow[]) => rows.map((each) => `${each.role} ${each.name}`);

test('empty lines give way to the registered holders', () => {
  const rows = withHolders([row({}), row({ key: '2', role: 'transferee' })], 'transferor', [
    holder('甲'),
    holder('乙'),
  ]);
  expect(names(rows)).toEqual(['transferee ', 'transferor 甲', 'transferor 乙']);
});

test('who was typed already stays, and is not added again', () => {
  const rows = withHolders([row({ name: '甲', idNumber: '1' })], 'transferor', [holder('甲'), holder('乙')]);
  expect(names(rows)).toEqual(['transferor 甲', 'transferor 乙']);
  expect(rows[0]?.idNumber).toBe('1');
});

test('a masked number never becomes a party’s number', () => {
  expect(withHolders([], 'transferor', [holder('甲')])[0]?.idNumber).toBe('');
});
