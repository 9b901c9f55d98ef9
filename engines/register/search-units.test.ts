import { type TestDatabase, testDatabase } from '@hengchan/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EntryRequest } from './enter.ts';
import * as make from './fixtures.ts';
import { bulkEnter, registerMigrations, searchUnits, type UnitSearch } from './index.ts';

const { office } = make;

describe('searching units', () => {
  let open: TestDatabase;
  const now = new Date('2026-03-01T00:00:00Z');
  const codes = Array.from({ length: 12 }, (_, at) => make.unitCode(at + 1));
  const at = (n: number) => codes[n - 1] as string;

  beforeAll(async () => {
    open = await testDatabase([registerMigrations]);
    const half = { share: { numerator: 1, denominator: 2 } };
    const effects = codes.flatMap((code, index) => {
      const n = index + 1;
      const location = n % 2 === 0 ? `恒安区桂花路${n}号` : `恒安区相如里100%小区${n}幢`;
      const both = [make.holder('甲', n % 4 === 0 ? half : {}), make.holder('乙', n % 4 === 0 ? half : {})];
      return [
        make.firstRegistration(code, {
          certificate: `苏（2026）恒安不动产权第000${String(n).padStart(4, '0')}号`,
          facts: make.facts(code, { location }),
          ...(n % 4 === 0
            ? { holders: both, coOwnership: '2' }
            : n % 6 === 0
              ? { holders: both, coOwnership: '1' }
              : {}),
        }),
        ...(n === 3 ? [make.mortgage(code, { certificate: '苏（2026）恒安不动产证明第0000001号' })] : []),
        ...(n === 5 ? [make.seizure(code, '2026-02-28T00:00:00Z')] : []),
        ...(n === 7 ? [make.transfer(code, { certificate: '苏（2026）恒安不动产权第0009999号' })] : []),
      ];
    });
    const common = { caseNo: 'C', business: 'b', registrar: 'r', mode: 'automatic', now } as const;
    await bulkEnter(
      open.database,
      office,
      effects.map((effect): EntryRequest => ({ ...common, effect })),
    );
  });
  afterAll(() => open.close());

  const find = async (search: Omit<UnitSearch, 'office'>) =>
    (await searchUnits(open.database, { office, ...search })).units.map(
      (each) => codes.indexOf(each.unit.code) + 1,
    );

  test.each<[string, Omit<UnitSearch, 'office'>, number[]]>([
    ['two characters', { q: '桂花' }, [2, 4, 6, 8, 10, 12]],
    ['one character', { q: '桂' }, [2, 4, 6, 8, 10, 12]],
    ['characters and digits', { q: '桂花路12' }, [12]],
    ['a whole place with its district', { q: '恒安区桂花路12号' }, [12]],
    ['a district alone', { q: '恒安区' }, codes.map((_, index) => index + 1)],
    ['a number in the middle', { q: '路1' }, [10, 12]],
    ['signs that mean something in SQL', { q: '100%' }, [1, 3, 5, 7, 9, 11]],
    ['signs that occur nowhere', { q: '1_0' }, []],
    ['quotes', { q: "'桂" }, []],
    ['a unit code', { q: make.unitCode(3) }, [3]],
    [
      'the beginning of a unit code',
      { q: make.unitCode(3).slice(0, -2).toLowerCase() },
      codes.map((_, index) => index + 1),
    ],
    ['a certificate number', { q: '苏（2026）恒安不动产权第0000004号' }, [4]],
    ['the certificate of an ended right', { q: '苏（2026）恒安不动产权第0000007号' }, []],
    ['a proof', { certificate: '苏（2026）恒安不动产证明第0000001号' }, [3]],
    ['a holder', { holderIndex: 'index:乙' }, [4, 6, 7, 8, 12]],
    ['a mortgagee', { holderIndex: 'index:恒产银行' }, [3]],
    ['nobody', { holderIndex: 'index:己' }, []],
    ['mortgaged', { standing: ['mortgaged'] }, [3]],
    ['seized', { standing: ['seized'] }, [5]],
    ['joint', { standing: ['joint'] }, [6]],
    ['by shares and clear', { standing: ['shares', 'clear'] }, [4, 8, 12]],
    ['clear, alone, with a word', { standing: ['clear', 'sole'], q: '相如里' }, [1, 7, 9, 11]],
  ])('by %s', async (_, search, expected) => {
    expect(await find({ ...search, limit: 100 })).toEqual(expected);
  });

  test('pages follow each other without gap or repeat', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < 10; page += 1) {
      const found = await searchUnits(open.database, { office, limit: 5, ...(cursor ? { cursor } : {}) });
      seen.push(...found.units.map((each) => each.unit.code));
      cursor = found.next;
      if (!cursor) break;
    }
    expect(seen).toEqual(codes);
  });

  test('other offices are not searched', async () => {
    expect((await searchUnits(open.database, { office: '320404' })).units).toEqual([]);
    expect(await find({ q: at(1), limit: 1 })).toEqual([1]);
  });
});
