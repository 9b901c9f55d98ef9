import { makeIdNumber } from '@hengchan/standards';
import { expect, test } from 'vitest';
import { faultsOfRoles, faultsOfRow, type PartyRow, partiesOf, sharesOf } from './party-row.ts';

const number = makeIdNumber('320402', '1905-03-04', 11);
const row = (change: Partial<PartyRow> = {}): PartyRow => ({
  key: '1',
  role: 'transferee',
  name: '测试甲',
  idType: '1',
  idNumber: number,
  share: '',
  ...change,
});

test('a right number passes and one digit off does not', () => {
  expect(faultsOfRow(row())).toEqual([]);
  const wrong = `${number.slice(0, 16)}${(Number(number[16]) + 1) % 10}${number[17]}`;
  expect(faultsOfRow(row({ idNumber: wrong })).map((fault) => fault.field)).toEqual(['idNumber']);
});

test('spaces and a small x as copied from elsewhere do no harm', () => {
  const spaced = `${number.slice(0, 6)} ${number.slice(6)}`.toLowerCase();
  expect(faultsOfRow(row({ idNumber: spaced }))).toEqual([]);
  expect(partiesOf([row({ idNumber: spaced })])[0]?.idNumber).toBe(number);
});

test('shares are added exactly', () => {
  const thirds = ['1/3', '1/3', '1/3'].map((share) => row({ share }));
  expect(sharesOf(thirds)).toEqual({ state: 'whole', message: '份额合计 1' });
  expect(sharesOf([row({ share: '1/3' }), row({ share: '1/2' })])).toEqual({
    state: 'wrong',
    message: '份额合计 5/6，应为 1',
  });
});

test('shares are given by all or by nobody', () => {
  expect(sharesOf([row(), row()])).toEqual({ state: 'none' });
  expect(sharesOf([row({ share: '1/2' }), row()]).state).toBe('incomplete');
  expect(faultsOfRow(row({ share: '3/2' })).map((fault) => fault.field)).toEqual(['share']);
});

test('roles ask for their number of people', () => {
  const rules = [{ role: 'transferee', title: '受让人', minimum: 1, maximum: 1 }];
  expect(faultsOfRoles(rules, [])).toEqual(['受让人至少 1 位，现有 0 位']);
  expect(faultsOfRoles(rules, [row(), row()])).toEqual(['受让人最多 1 位，现有 2 位']);
  expect(faultsOfRoles(rules, [row()])).toEqual([]);
});

test('empty lines are not sent', () => {
  expect(partiesOf([row({ name: '', idNumber: '' })])).toEqual([]);
  expect(partiesOf([row({ share: '50%' })])[0]?.share).toEqual({ numerator: 1, denominator: 2 });
});
