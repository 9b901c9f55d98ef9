import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ageOn,
  checkIdNumber,
  idNumberBirthday,
  idNumberSex,
  makeIdNumber,
  normaliseIdNumber,
  upgradeIdNumber15,
} from './id-number.ts';
import { reasonOf } from './testing/reason.ts';
import { birthdays } from './testing/unit-code-arbitrary.ts';

const areaCodes = fc.integer({ min: 110000, max: 659999 }).map(String);
const sequences = fc.integer({ min: 1, max: 999 });
const idNumbers = fc.tuple(areaCodes, birthdays, sequences).map((parts) => makeIdNumber(...parts));

describe('valid numbers', () => {
  test.each([
    ['11010519491231002X', '1949-12-31', 'female'],
    ['440524188001010014', '1880-01-01', 'male'],
    ['320402190503150019', '1905-03-15', 'male'],
    ['320411190802290026', '1908-02-29', 'female'],
    ['330802190111110038', '1901-11-11', 'male'],
    ['150721190707070049', '1907-07-07', 'female'],
    ['442000190012310051', '1900-12-31', 'male'],
    ['110105190309090060', '1903-09-09', 'female'],
    ['330824190606060077', '1906-06-06', 'male'],
    ['810000190808080017', '1908-08-08', 'male'],
    ['830000190808080029', '1908-08-08', 'female'],
    ['93215619080808003X', '1908-08-08', 'male'],
  ])('%s', (number, birthday, sex) => {
    expect(checkIdNumber(number)).toEqual({ valid: true });
    expect(idNumberBirthday(number)).toBe(birthday);
    expect(idNumberSex(number)).toBe(sex);
  });
});

describe('invalid numbers say what is wrong', () => {
  test.each([
    ['11010519491231002x', '长度或字符不符'],
    ['32040219050315001', '长度或字符不符'],
    ['3204021905031500100', '长度或字符不符'],
    ['', '长度或字符不符'],
    ['110105194912310021', '末位应为X'],
    ['11010519491231000X', '末位应为3'],
    ['320402190502290018', '出生日期不存在'],
    ['320402190513150014', '出生日期不存在'],
    ['320402000103150010', '出生日期不存在'],
  ])('%s: %s', (number, reason) => {
    expect(reasonOf(checkIdNumber(number))).toContain(reason);
    expect(idNumberBirthday(number)).toBeUndefined();
    expect(idNumberSex(number)).toBeUndefined();
  });

  test('a birthday in the future is refused only when a day is given', () => {
    const number = makeIdNumber('320402', '20991231', 1);
    expect(checkIdNumber(number).valid).toBe(true);
    expect(reasonOf(checkIdNumber(number, '2026-11-20'))).toContain('晚于今天');
    expect(checkIdNumber('320402190503150019', '2026-11-20').valid).toBe(true);
  });
});

test('typed numbers normalise to the stored form', () => {
  expect(normaliseIdNumber(' 110105 19491231 002x ')).toBe('11010519491231002X');
  expect(normaliseIdNumber('１１０１０５19491231002ｘ')).toBe('11010519491231002X');
});

describe('numbers of fifteen digits', () => {
  test('gain the century and a check character', () => {
    expect(upgradeIdNumber15('110105491231002')).toBe('11010519491231002X');
  });

  test.each(['110105491331002', '11010549123100', '11010549123100X', '11010519491231002X'])(
    '%s is none',
    (number) => {
      expect(upgradeIdNumber15(number)).toBeUndefined();
    },
  );

  test('upgrading undoes dropping the century and the check character', () => {
    fc.assert(
      fc.property(idNumbers, (number) => {
        expect(upgradeIdNumber15(number.slice(0, 6) + number.slice(8, 17))).toBe(number);
      }),
    );
  });
});

describe('composing', () => {
  test('takes the birthday with or without hyphens and pads the sequence', () => {
    expect(makeIdNumber('320402', '19050315', '001')).toBe('320402190503150019');
    expect(makeIdNumber('320402', '1905-03-15', 1)).toBe('320402190503150019');
  });

  test.each([
    ['32040', '19050315', 1],
    ['320402', '19050229', 1],
    ['320402', '19050315', 1000],
  ])('refuses %s %s %s', (area, birthday, sequence) => {
    expect(() => makeIdNumber(area, birthday, sequence)).toThrow(RangeError);
  });

  test('always makes a valid number with that birthday', () => {
    fc.assert(
      fc.property(areaCodes, birthdays, sequences, (area, birthday, sequence) => {
        const number = makeIdNumber(area, birthday, sequence);
        expect(checkIdNumber(number)).toEqual({ valid: true });
        expect(idNumberBirthday(number)?.replaceAll('-', '')).toBe(birthday);
        expect(idNumberSex(number)).toBe(sequence % 2 === 1 ? 'male' : 'female');
      }),
    );
  });
});

describe('the check character', () => {
  test('finds any single changed digit', () => {
    fc.assert(
      fc.property(idNumbers, fc.nat(17), fc.integer({ min: 1, max: 9 }), (number, index, shift) => {
        const character = number.charAt(index);
        const changed = character === 'X' ? String(shift) : String((Number(character) + shift) % 10);
        expect(checkIdNumber(number.slice(0, index) + changed + number.slice(index + 1)).valid).toBe(false);
      }),
    );
  });

  test('finds any two neighbouring digits exchanged', () => {
    fc.assert(
      fc.property(idNumbers, fc.nat(16), (number, index) => {
        const [a, b] = [number.charAt(index), number.charAt(index + 1)];
        fc.pre(a !== b);
        const exchanged = number.slice(0, index) + b + a + number.slice(index + 2);
        expect(checkIdNumber(exchanged).valid).toBe(false);
      }),
    );
  });
});

describe('age', () => {
  const number = makeIdNumber('320402', '19050315', 1);
  test.each([
    ['1923-03-14', 17],
    ['1923-03-15', 18],
    ['1905-03-15', 0],
    ['1905-03-14', undefined],
  ])('on %s is %s', (on, age) => {
    expect(ageOn(number, on)).toBe(age);
  });

  test('of an invalid number is unknown', () => {
    expect(ageOn('320402190503150010', '2026-11-20')).toBeUndefined();
  });
});
