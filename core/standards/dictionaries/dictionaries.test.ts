import { describe, expect, test } from 'vitest';
import { featureCodeOf } from './feature-codes.ts';
import { dictionaries, dictionary, findDictionary, loadCountries, nameOf } from './index.ts';
import { mortgageRightTypeCodes } from './right-types.ts';

describe('every table', () => {
  test.each(dictionaries.map((each) => [`${each.code} ${each.generation}`, each] as const))(
    '%s',
    (_, each) => {
      const codes = each.entries.map((entry) => entry.code);
      expect(new Set(codes).size).toBe(codes.length);
      expect(codes.length).toBeGreaterThan(0);
      expect(each.entries.every((entry) => entry.name.trim() === entry.name && entry.name !== '')).toBe(true);
      expect(each.title).toMatch(/\p{Script=Han}/u);
      expect(each.source).not.toBe('');
      expect(each.from).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(each.witnesses).toBeGreaterThan(0);
    },
  );

  test('is named once per generation', () => {
    const names = dictionaries.map((each) => `${each.code} ${each.generation}`);
    expect(new Set(names).size).toBe(names.length);
  });

  test('waits for a comparison with the standard itself', () => {
    expect(dictionaries.filter((each) => each.verified)).toEqual([]);
  });
});

describe('sizes of the trial tables', () => {
  test.each([
    ['DJLX', 9],
    ['QLLX', 23],
    ['QLXZ', 14],
    ['QSZT', 4],
    ['GHYT', 37],
    ['FWXZ', 11],
    ['FWJG', 6],
    ['GJZWLX', 11],
    ['ZJZL', 8],
    ['SSHY', 10],
    ['DYBDCLX', 7],
    ['CFLX', 4],
    ['ZDTZM', 12],
    ['JXLX', 11],
    ['TDYT', 57],
    ['HYSYLXB', 30],
    ['YHFS', 21],
    ['SJLX', 6],
    ['SS', 34],
  ])('%s has %i entries', (code, count) => {
    expect(dictionary(code, { generation: 'trial-2015' }).entries).toHaveLength(count);
  });
});

describe('names that are easily got wrong', () => {
  test.each([
    ['DJLX', '900', '其它登记'],
    ['QLLX', '4', '国有建设用地使用权/房屋（构筑物）所有权'],
    ['QLSDFS', '1', '地上'],
    ['QLSDFS', '2', '地表'],
    ['FWXZ', '0', '市场化商品房'],
    ['XB', '3', '不详'],
    ['GYFS', '0', '单独所有'],
    ['TDYT', '071', '城镇住宅用地'],
    ['DYBDCLX', '4', '土地和在建建筑物'],
    ['YGDJZL', '3', '预售商品房抵押权预告登记'],
    ['CFLX', '2', '轮候查封'],
    ['ZDTZM', 'H', '海域使用权宗海'],
    ['DZWTZM', 'W', '无定着物'],
    ['KZCS', '14', '解除查封'],
    ['SS', '320000', '江苏'],
  ])('%s %s is %s', (table, code, name) => {
    expect(nameOf(table, code)).toBe(name);
  });

  test('land use lost no leading zero', () => {
    expect(dictionary('TDYT').entries.every((entry) => /^\d{3}$/.test(entry.code))).toBe(true);
    expect(nameOf('TDYT', '71')).toBeUndefined();
  });
});

describe('generations', () => {
  test('the newest answers unless an older one is asked for', () => {
    expect(nameOf('ZJZL', '8')).toBe('统一社会信用代码');
    expect(nameOf(dictionary('ZJZL', { generation: 'trial-2015' }), '8')).toBeUndefined();
    expect(nameOf('QLLX', '37')).toBe('抵押权');
    expect(nameOf(dictionary('QLLX', { generation: 'trial-2015' }), '37')).toBeUndefined();
  });

  test('a table the newer generation does not restate is inherited', () => {
    expect(dictionary('DJLX', { generation: 'tdt1066-2021' }).generation).toBe('trial-2015');
  });

  test('a day chooses what was in use on it', () => {
    expect(dictionary('QLLX', { on: '2020-06-01' }).generation).toBe('trial-2015');
    expect(dictionary('QLLX', { on: '2026-06-01' }).generation).toBe('tdt1066-2021');
    expect(findDictionary('QLLX', { on: '2014-12-31' })).toBeUndefined();
  });

  test('restating keeps every earlier code', () => {
    for (const code of ['QLLX', 'ZJZL', 'QLRLX', 'ZDTZM', 'TDSYQLX']) {
      const newer = dictionary(code, { generation: 'tdt1066-2021' });
      const older = dictionary(code, { generation: 'trial-2015' });
      expect(newer.generation).toBe('tdt1066-2021');
      expect(newer.entries).toEqual(expect.arrayContaining([...older.entries]));
      expect(newer.entries.length).toBeGreaterThan(older.entries.length);
    }
  });

  test('codes of vendors are kept apart from national ones', () => {
    expect(dictionary('QLLXKZ').generation).toBe('in-use');
    expect(nameOf('QLLXKZ', '92')).toBe('居住权');
    expect(nameOf('QLLX', '92')).toBeUndefined();
  });

  test('an unknown table throws by name', () => {
    expect(() => dictionary('NONE')).toThrow('no dictionary NONE');
    expect(nameOf('NONE', '1')).toBeUndefined();
  });
});

test('a mortgage has three codes, each known to a table', () => {
  for (const code of mortgageRightTypeCodes) {
    expect(nameOf('QLLX', code) ?? nameOf('QLLXKZ', code)).toBe('抵押权');
  }
});

test('countries are customs codes and load on demand', async () => {
  const countries = await loadCountries();
  expect(countries.entries).toHaveLength(236);
  expect(new Set(countries.entries.map((entry) => entry.code)).size).toBe(236);
  expect(nameOf(countries, '142')).toBe('中华人民共和国');
  expect(nameOf(countries, '156')).toBeUndefined();
  expect(nameOf(countries, '1421')).toBe('香港特别行政区');
});

test('feature codes by message table', () => {
  expect(featureCodeOf('KTT_FW_H')).toBe('6001030140');
  expect(featureCodeOf('QLF_QL_DYAQ')).toBe('6002030100');
  expect(featureCodeOf('toString')).toBeUndefined();
});
