import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkCreditCode,
  checkOrganisationCode,
  makeCreditCode,
  normaliseCreditCode,
} from './credit-code.ts';
import { reasonOf } from './testing/reason.ts';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const characters = (length: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length });
const parts = fc.record({
  department: fc.constantFrom('1', '5', '9', 'Y'),
  category: fc.constantFrom('1', '2', '3'),
  area: fc.integer({ min: 110000, max: 659999 }).map(String),
  organisation: characters(8),
});

describe('valid codes', () => {
  test.each([
    ['9144030071526726XG', 'a public example of the algorithm'],
    ['91320402MA0TEXT12G', 'a company'],
    ['91330802123456788H', 'a company'],
    ['12150721000000019J', 'a public institution'],
    ['93442000AB12CD34XY', 'a cooperative; X in the 17th place'],
    ['51110105999999998K', 'a society'],
    ['11320400000000000W', 'a state organ'],
  ])('%s: %s', (code) => {
    expect(checkCreditCode(code)).toEqual({ valid: true });
  });
});

describe('invalid codes say what is wrong', () => {
  test.each([
    ['91320402MA0TEXT120', '第18位应为G'],
    ['15110105999999998K', '第18位应为B'],
    ['91330802123456780H', '第18位应为Q'],
    ['91320402MA0IEXT12G', '不含I、O、S、V、Z'],
    ['12150721000000019', '应为18位'],
    ['93442000AB12CD34Xy', '大写字母'],
    ['9132O402MA0TEXT12G', '第3至8位为数字'],
  ])('%s: %s', (code, reason) => {
    expect(reasonOf(checkCreditCode(code))).toContain(reason);
  });

  test('a wrong organisation code beside a wrong 18th character is noted as well', () => {
    expect(checkCreditCode('91330802123456780H').notes).toEqual(['第17位（组织机构代码校验）应为8']);
  });
});

test('a wrong organisation code alone is noted, not refused', () => {
  const code = makeCreditCode('91330802123456780');
  expect(code).toBe('91330802123456780Q');
  expect(checkCreditCode(code)).toEqual({ valid: true, notes: ['第17位（组织机构代码校验）应为8'] });
});

test('typed codes normalise to the stored form', () => {
  expect(normaliseCreditCode(' 91320402 ma0text12g ')).toBe('91320402MA0TEXT12G');
});

describe('composing', () => {
  test('from parts computes both checks', () => {
    const code = makeCreditCode({ department: '9', category: '1', area: '320402', organisation: 'MA0TEXT1' });
    expect(code).toBe('91320402MA0TEXT12G');
  });

  test.each(['9132040', '91320402MA0IEXT12', '9132A402MA0TEXT12'])('refuses %s', (first17) => {
    expect(() => makeCreditCode(first17)).toThrow(RangeError);
  });

  test('always makes a valid code', () => {
    fc.assert(
      fc.property(parts, (each) => {
        expect(checkCreditCode(makeCreditCode(each))).toEqual({ valid: true });
      }),
    );
  });
});

test('the 18th character finds any single changed character', () => {
  fc.assert(
    fc.property(parts, fc.nat(17), fc.integer({ min: 1, max: 30 }), (each, index, shift) => {
      const code = makeCreditCode(each);
      const changed = alphabet.charAt((alphabet.indexOf(code.charAt(index)) + shift) % 31);
      expect(checkCreditCode(code.slice(0, index) + changed + code.slice(index + 1)).valid).toBe(false);
    }),
  );
});

describe('organisation codes', () => {
  test.each(['D2143569-X', 'D2143569X', '12345678-8', '000000000'])('%s', (code) => {
    expect(checkOrganisationCode(code)).toEqual({ valid: true });
  });

  test('a wrong check is noted', () => {
    expect(checkOrganisationCode('12345678-0')).toEqual({ valid: true, notes: ['组织机构代码校验码应为8'] });
  });

  test.each(['1234567-8', 'd2143569-X', '12345678--8', '12345678A'])('%s is none', (code) => {
    expect(checkOrganisationCode(code).valid).toBe(false);
  });
});
