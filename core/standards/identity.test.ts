import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameOf } from './dictionaries/index.ts';
import { checkIdentity, identityTypes, maskIdNumber, maskName } from './identity.ts';
import { reasonOf } from './testing/reason.ts';

describe('documents accepted without doubt', () => {
  test.each([
    ['1', '320402190503150019', 'identity card'],
    ['2', '810000190808080017', 'residence permit of a Hong Kong resident'],
    ['2', 'H12345678', 'travel permit'],
    ['2', 'M1234567801', 'travel permit with its count'],
    ['2', '12345678', 'travel permit of a Taiwan resident'],
    ['3', 'E12345678', 'passport'],
    ['4', '320402001', 'household register'],
    ['5', '军字第1234567号', 'officer card'],
    ['6', 'D2143569-X', 'organisation code'],
    ['6', '91320402MA0TEXT12G', 'credit code where an organisation code was asked'],
    ['7', '320400000012345', 'registration number of a business licence'],
    ['7', '91320402MA0TEXT12G', 'credit code on a business licence'],
    ['8', '91320402MA0TEXT12G', 'credit code'],
    ['99', '任何编号-1', 'other'],
  ])('%s %s: %s', (idType, number) => {
    expect(checkIdentity(idType, number)).toEqual({ valid: true });
  });
});

describe('documents accepted with a doubt', () => {
  test.each([
    ['2', '320402190503150019', '810000'],
    ['2', 'A123456(7)', '通行证'],
    ['7', '企合苏常总字第001234号', '15位注册号'],
    ['6', '12345678-0', '校验码应为8'],
  ])('%s %s', (idType, number, note) => {
    const result = checkIdentity(idType, number);
    expect(result.valid).toBe(true);
    expect(result.notes?.join()).toContain(note);
  });
});

describe('documents refused', () => {
  test.each([
    ['1', '91320402MA0TEXT12G', '身份证号码长度或字符不符'],
    ['2', '810000190808080018', '末位应为7'],
    ['2', '', '不能为空'],
    ['3', 'E1', '5至20位'],
    ['4', ' 1', '首尾不能有空格'],
    ['6', '91320402MA0TEXT120', '第18位应为G'],
    ['7', '91320402MA0TEXT120', '第18位应为G'],
    ['7', '', '不能为空'],
    ['8', '320400000012345', '应为18位'],
    ['99', 'x'.repeat(51), '不能超过50个字'],
    ['99', 'a\u0000b', '不可见字符'],
    ['0', '320402190503150019', '没有这个证件种类代码：0'],
    ['9', '1', '没有这个证件种类代码：9'],
  ])('%s %s: %s', (idType, number, reason) => {
    expect(reasonOf(checkIdentity(idType, number))).toContain(reason);
  });
});

test('every kind of document is in the dictionary under its code', () => {
  const names = Object.values(identityTypes).map((code) => nameOf('ZJZL', code));
  expect(names).not.toContain(undefined);
  expect(nameOf('ZJZL', identityTypes.creditCode)).toBe('统一社会信用代码');
});

describe('masks', () => {
  test.each([
    ['320402190503150019', '320***********0019'],
    ['320402050315001', '320********5001'],
    ['E12345678', 'E1*****78'],
    ['D2143569-X', 'D2******-X'],
    ['12345', '1****'],
    ['1', '1'],
    ['', ''],
  ])('number %s becomes %s', (number, masked) => {
    expect(maskIdNumber(number)).toBe(masked);
  });

  test.each([
    ['李明', '李*'],
    ['李小明', '李*明'],
    ['欧阳小明', '欧**明'],
    ['李', '李'],
    ['', ''],
    ['𠮷野', '𠮷*'],
  ])('name %s becomes %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  test('keep the length and hide at least half of a number', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 8, maxLength: 30, unit: fc.constantFrom(...'0123456789X') }),
        (number) => {
          const masked = maskIdNumber(number);
          expect(masked).toHaveLength(number.length);
          expect(masked.split('*').length - 1).toBeGreaterThanOrEqual(number.length / 2);
        },
      ),
    );
  });
});
