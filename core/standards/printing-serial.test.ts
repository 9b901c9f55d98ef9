import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkPrintingSerial,
  makePrintingSerial,
  normalisePrintingSerial,
  parsePrintingSerial,
} from './printing-serial.ts';
import { reasonOf } from './testing/reason.ts';

test.each([
  ['32000000001', '', '32000000001'],
  ['D32000000001', 'D', '32000000001'],
  ['NO D32 000000001', 'D', '32000000001'],
  ['编号：d32000000001', 'D', '32000000001'],
])('%s is a serial', (text, letter, digits) => {
  expect(checkPrintingSerial(text)).toEqual({ valid: true });
  expect(parsePrintingSerial(text)).toEqual({ letter, province: '32', sequence: 1, digits });
});

test.each(['3200000001', '320000000012', 'E32000000001', '', '32-000000001'])('%s is none', (text) => {
  expect(reasonOf(checkPrintingSerial(text))).toBe('印制序列号应为11位数字（前面可有字母D）');
  expect(parsePrintingSerial(text)).toBeUndefined();
});

test('the number of digits is the office’s to set', () => {
  expect(checkPrintingSerial('3200000001', 10)).toEqual({ valid: true });
  expect(reasonOf(checkPrintingSerial('32000000001', 10))).toContain('10位');
});

test('normalising strips what is printed around the number', () => {
  expect(normalisePrintingSerial('No. 32000000001')).toBe('32000000001');
});

describe('composing', () => {
  test.each([
    ['3', 1],
    ['32', 0],
    ['32', 1_000_000_000],
    ['32', 1.5],
  ])('refuses %s %s', (province, sequence) => {
    expect(() => makePrintingSerial(province, sequence)).toThrow(RangeError);
  });

  test('parsing gives the parts back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 11, max: 65 }),
        fc.integer({ min: 1, max: 999_999_999 }),
        (province, sequence) => {
          const serial = makePrintingSerial(String(province), sequence);
          expect(parsePrintingSerial(serial)).toMatchObject({ province: String(province), sequence });
        },
      ),
    );
  });
});
