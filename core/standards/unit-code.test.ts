import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reasonOf } from './testing/reason.ts';
import { parcelFeatureLetters, unitCodes } from './testing/unit-code-arbitrary.ts';
import {
  buildUnitCode,
  checkUnitCode,
  formatUnitCode,
  normaliseUnitCode,
  parseUnitCode,
} from './unit-code.ts';

/** The same rule in one expression, written independently of the code under test. */
const oracle = /^\d{6}\d{3}\d{3}[GJZ][ABSXCDEFHGWYLN]\d{5}(W0{8}|[FLQ]\d{8})$/;

describe('well-formed unit codes', () => {
  test.each([
    ['320402001001GB00012F00010023', 'a flat on state construction land in Changzhou'],
    ['150721100002JC00345F00010001', 'a house on a collective homestead in Arun Banner'],
    ['442000012003GB00001F00020063', 'Zhongshan, a city without counties'],
    ['330802005006GB00007W00000000', 'bare land in Quzhou'],
    ['110105003004GS00002F00010001', 'space above ground in Beijing'],
    ['330824101002JE00011L00000001', 'collective forest land with its trees'],
  ])('%s: %s', (code) => {
    expect(checkUnitCode(code)).toEqual({ valid: true });
    expect(parseUnitCode(code)?.code).toBe(code);
  });
});

describe('malformed unit codes say what to change', () => {
  test.each([
    ['32040200100GB00012F00010023', '不动产单元代码应为28位，现为27位'],
    ['320402001001GB00012F0001002', '不动产单元代码应为28位，现为27位'],
    ['320402001001KB00012F00010023', '第13位（所有权类型）应为G、J或Z，没有“K”'],
    ['320402001001GI00012F00010023', '第14位（宗地特征码）没有“I”'],
    ['320402001001GB00012W00010023', '定着物特征码为W时，后8位应全为0'],
    ['320402001001GB00012A00010023', '第20位（定着物特征码）应为F、L、Q或W，没有“A”'],
    ['320402001001gb00012f00010023', '不动产单元代码中的字母应为大写'],
    ['320402 001001 GB00012 F00010023', '不动产单元代码中不能有空格，请去掉空格'],
    ['32040X001001GB00012F00010023', '第1至6位（行政区划代码）应为数字'],
    ['320402O01001GB00012F00010023', '第7至9位（地籍区）应为数字'],
    ['320402001OO1GB00012F00010023', '第10至12位（地籍子区）应为数字'],
    ['320402001001GB0O012F00010023', '第15至19位（宗地顺序号）应为数字'],
    ['320402001001GB00012F0001OO23', '第21至28位（定着物单元号）应为数字'],
    ['', '不动产单元代码应为28位，现为0位'],
  ])('%s', (code, reason) => {
    expect(reasonOf(checkUnitCode(code))).toBe(reason);
    expect(parseUnitCode(code)).toBeUndefined();
  });

  test('normalising first mends case, spaces and full-width characters', () => {
    for (const typed of [
      '320402001001gb00012f00010023',
      '320402 001001 GB00012 F00010023',
      '　３２０４０２001001ＧＢ00012F00010023\n',
    ]) {
      expect(normaliseUnitCode(typed)).toBe('320402001001GB00012F00010023');
    }
  });
});

describe('parts', () => {
  test('of a flat', () => {
    expect(parseUnitCode('320402001002GB00012F00030023')).toEqual({
      code: '320402001002GB00012F00030023',
      area: '320402',
      cadastralZone: '001',
      cadastralSubzone: '002',
      ownershipType: 'G',
      parcelFeature: 'B',
      parcelSequence: '00012',
      parcelCode: '320402001002GB00012',
      fixtureFeature: 'F',
      fixtureNumber: '00030023',
      building: '0003',
      household: '0023',
    });
  });

  test('trees and bare land have neither building nor household', () => {
    for (const code of ['330824101002JE00011L00000001', '330802005006GB00007W00000000']) {
      const unit = parseUnitCode(code);
      expect(unit).toBeDefined();
      expect(unit).not.toHaveProperty('building');
      expect(unit).not.toHaveProperty('household');
    }
  });

  test('building pads numbers and knows that nothing stands on W', () => {
    const parcel = {
      area: '320402',
      cadastralZone: 1,
      cadastralSubzone: 2,
      ownershipType: 'G',
      parcelFeature: 'B',
    };
    expect(
      buildUnitCode({ ...parcel, parcelSequence: 12, fixtureFeature: 'F', building: 3, household: 23 }),
    ).toBe('320402001002GB00012F00030023');
    expect(buildUnitCode({ ...parcel, parcelSequence: '00012', fixtureFeature: 'W' })).toBe(
      '320402001002GB00012W00000000',
    );
    expect(buildUnitCode({ ...parcel, parcelSequence: 12, fixtureFeature: 'Q', fixtureNumber: 7 })).toBe(
      '320402001002GB00012Q00000007',
    );
  });

  test('building refuses parts that do not fit', () => {
    const parts = {
      area: '320402',
      cadastralZone: 1,
      cadastralSubzone: 2,
      ownershipType: 'G',
      parcelFeature: 'B',
    };
    expect(() => buildUnitCode({ ...parts, parcelSequence: 123456, fixtureFeature: 'W' })).toThrow(
      '应为28位，现为29位',
    );
    expect(() =>
      buildUnitCode({ ...parts, parcelSequence: 1, fixtureFeature: 'K', fixtureNumber: 1 }),
    ).toThrow('第20位');
  });
});

describe('unusual combinations are noted, not refused', () => {
  test.each([
    ['320402000000GB00012F00010023', '虚拟单元'],
    ['320402001001GB00000F00010023', '宗地顺序号一般从00001起'],
    ['320402001001JA00001F00010001', '没有定着物（W）'],
    ['320402001001JE00001F00010001', '林地（E）'],
    ['320402001001JD00001F00010001', '承包地（D、F）'],
    ['320402001001GB00001L00000001', '建设用地和宅基地'],
  ])('%s', (code, note) => {
    const result = checkUnitCode(code);
    expect(result.valid).toBe(true);
    expect(result.notes?.join()).toContain(note);
  });

  test('sea parcels carry zeros where land has its zone', () => {
    expect(checkUnitCode('442000000000GH00001W00000000')).toEqual({ valid: true });
  });
});

describe('for all codes', () => {
  test('parse and build are inverse', () => {
    fc.assert(
      fc.property(unitCodes, (code) => {
        const unit = parseUnitCode(code);
        expect(unit).toBeDefined();
        if (unit) expect(buildUnitCode(unit)).toBe(code);
      }),
    );
  });

  test('the screen form has four groups and normalises back', () => {
    fc.assert(
      fc.property(unitCodes, (code) => {
        const shown = formatUnitCode(code);
        expect(shown.split(' ').map((group) => group.length)).toEqual([6, 6, 7, 9]);
        expect(normaliseUnitCode(shown)).toBe(code);
      }),
    );
  });

  test('one changed character is judged as the single expression judges it', () => {
    const characters = fc.constantFrom(
      ...'0123456789',
      ...parcelFeatureLetters,
      'I',
      'K',
      'O',
      'Q',
      'Z',
      'x',
      ' ',
    );
    fc.assert(
      fc.property(unitCodes, fc.nat(27), characters, (code, index, character) => {
        const changed = code.slice(0, index) + character + code.slice(index + 1);
        expect(checkUnitCode(changed).valid).toBe(oracle.test(changed));
      }),
    );
  });

  test('any text gets an answer, and a refusal has a reason', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const result = checkUnitCode(text);
        expect(result.valid).toBe(oracle.test(text));
        if (!result.valid) expect(result.reason).not.toBe('');
      }),
    );
  });

  test('text that is no code is shown as it is', () => {
    expect(formatUnitCode('旧证无单元号')).toBe('旧证无单元号');
  });
});
