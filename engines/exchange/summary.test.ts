import { makeIdNumber } from '@hengchan/standards';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentile } from './status.ts';
import { summarize } from './summary.ts';

test('names what a clerk looks for and hides who it is about', () => {
  expect(
    summarize({
      caseNo: 'DJ-1',
      unitCode: '320402001001GB00001F00010001',
      name: '陈某甲',
      idNumber: '320402190503070123',
    }),
  ).toBe('业务号 DJ-1，单元 320402001001GB00001F00010001，陈**');
  expect(summarize(undefined)).toBe('');
});

test('no identity number passes, in whatever field it strays', () => {
  const fields = [
    'caseNo',
    'unitCode',
    'contractNo',
    'documentNo',
    'orderNo',
    'name',
    'idNumber',
    'anything',
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...fields),
      fc.integer({ min: 0, max: 999 }),
      fc.string({ maxLength: 5 }),
      (field, sequence, around) => {
        const number = makeIdNumber('320402', '1905-03-07', sequence);
        const edge = around.replace(/[0-9A-Za-z]/g, '');
        return !summarize({ [field]: `${edge}${number}${edge}` }).includes(number);
      },
    ),
  );
});

test('the percentile is a value that occurred', () => {
  expect(percentile([], 0.95)).toBeUndefined();
  expect(percentile([7], 0.95)).toBe(7);
  expect(
    percentile(
      Array.from({ length: 100 }, (_, index) => 100 - index),
      0.95,
    ),
  ).toBe(95);
});
