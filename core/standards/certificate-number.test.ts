import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkCertificateNumber,
  makeCertificateNumber,
  normaliseCertificateNumber,
  parseCertificateNumber,
  provinceAbbreviations,
  splitCertificateNumbers,
} from './certificate-number.ts';
import { reasonOf } from './testing/reason.ts';

describe('valid numbers', () => {
  test.each([
    ['苏（2025）常州市不动产权第0001234号', '苏', 2025, '常州市', 'certificate', 1234],
    ['苏(2025)溧阳市不动产证明第0000007号', '苏', 2025, '溧阳市', 'proof', 7],
    ['浙（2026）衢州市不动产权第10002345号', '浙', 2026, '衢州市', 'certificate', 10002345],
    ['粤（2019）东莞不动产权第0000906号', '粤', 2019, '东莞', 'certificate', 906],
    ['内蒙古（2024）阿荣旗不动产权第0000012号', '内蒙古', 2024, '阿荣旗', 'certificate', 12],
    ['京（2026）朝不动产权第0000001号', '京', 2026, '朝', 'certificate', 1],
    [' 苏 (2025) 常州市 不动产权第 0001234 号 ', '苏', 2025, '常州市', 'certificate', 1234],
    ['苏〔２０２５〕常州市不动产权第０００１２３４号', '苏', 2025, '常州市', 'certificate', 1234],
  ])('%s', (text, province, year, place, kind, sequence) => {
    expect(checkCertificateNumber(text)).toEqual({ valid: true });
    expect(parseCertificateNumber(text)).toMatchObject({ province, year, place, kind, sequence });
  });
});

describe('invalid numbers say what is wrong', () => {
  test.each([
    ['苏（2025）常州市不动产第0001234号', '应写有“不动产权第”或“不动产证明第”'],
    ['苏（25）常州市不动产权第0001234号', '括号内应为4位年份'],
    ['苏（2025）常州市不动产权第A001234号', '应为1至10位数字'],
    ['常房权证字第00123456号', '旧的房产证或土地证号'],
    ['苏（2025）常州市不动产权第0001234', '末尾缺少“号”'],
    ['苏2025常州市不动产权第0001234号', '缺少括号中的年份'],
    ['江苏（2025）常州市不动产权第0001234号', '省级简称'],
    ['苏（2025）不动产权第0001234号', '登记机构所在市、县名'],
    ['苏（2025）常州市不动产权第号', '应为1至10位数字'],
    ['', '缺少括号中的年份'],
  ])('%s', (text, reason) => {
    expect(reasonOf(checkCertificateNumber(text))).toContain(reason);
    expect(parseCertificateNumber(text)).toBeUndefined();
  });
});

describe('normalising', () => {
  test('writes full-width brackets and keeps leading zeros', () => {
    expect(normaliseCertificateNumber('苏 (2025)常州市不动产权第0001234号')).toBe(
      '苏（2025）常州市不动产权第0001234号',
    );
  });

  test('different zeros are different texts of one sequence', () => {
    const short = parseCertificateNumber('苏（2025）常州市不动产权第1234号');
    const long = parseCertificateNumber('苏（2025）常州市不动产权第0001234号');
    expect(short?.sequence).toBe(long?.sequence);
    expect(short?.normalised).not.toBe(long?.normalised);
    expect(long?.sequenceText).toBe('0001234');
  });

  test('is idempotent on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = normaliseCertificateNumber(text);
        expect(normaliseCertificateNumber(once)).toBe(once);
      }),
    );
  });
});

describe('several numbers in one field', () => {
  test.each([',', '，', ';', '；', '、'])('separated by %s', (separator) => {
    const field = `苏(2025)常州市不动产权第0000001号${separator}苏(2025)常州市不动产权第0000002号${separator}`;
    expect(splitCertificateNumbers(field)).toEqual([
      '苏（2025）常州市不动产权第0000001号',
      '苏（2025）常州市不动产权第0000002号',
    ]);
  });

  test('none', () => {
    expect(splitCertificateNumbers(' ')).toEqual([]);
  });
});

describe('composing', () => {
  const parts = { province: '苏', year: 2026, place: '常州市', kind: 'proof' as const, sequence: 42 };

  test('pads to seven digits unless told otherwise', () => {
    expect(makeCertificateNumber(parts)).toBe('苏（2026）常州市不动产证明第0000042号');
    expect(makeCertificateNumber({ ...parts, width: 8 })).toBe('苏（2026）常州市不动产证明第00000042号');
  });

  test.each([
    [{ sequence: 0 }],
    [{ sequence: 1.5 }],
    [{ sequence: 12345678 }],
    [{ province: '江苏' }],
    [{ year: 26 }],
    [{ place: '' }],
    [{ place: 'Changzhou' }],
  ])('refuses %o', (change) => {
    expect(() => makeCertificateNumber({ ...parts, ...change })).toThrow(RangeError);
  });

  test('parsing gives the parts back', () => {
    const places = fc.constantFrom('常州市', '溧阳市', '衢州市', '阿荣旗', '中山市', '朝', '东莞');
    const all = fc.record({
      province: fc.constantFrom(...provinceAbbreviations),
      year: fc.integer({ min: 2015, max: 2099 }),
      place: places,
      kind: fc.constantFrom('certificate' as const, 'proof' as const),
      sequence: fc.integer({ min: 1, max: 9_999_999 }),
    });
    fc.assert(
      fc.property(all, (each) => {
        const text = makeCertificateNumber(each);
        expect(parseCertificateNumber(text)).toMatchObject({ ...each, normalised: text });
      }),
    );
  });
});
