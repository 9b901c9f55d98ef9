import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { capitalYuan, parseCapitalYuan } from './capital-yuan.ts';

describe('capital figures', () => {
  test.each([
    [128_000_000, '壹佰贰拾捌万元整'],
    [0, '零元整'],
    [1, '壹分'],
    [10, '壹角整'],
    [55, '伍角伍分'],
    [100, '壹元整'],
    [105, '壹元零伍分'],
    [150, '壹元伍角整'],
    [168_032, '壹仟陆佰捌拾元叁角贰分'],
    [10_700_053, '壹拾万柒仟元伍角叁分'],
    [1_000_0500, '壹拾万零伍元整'],
    [140_950, '壹仟肆佰零玖元伍角整'],
    [600_714, '陆仟零柒元壹角肆分'],
    [1_000_000, '壹万元整'],
    [1_000_100, '壹万零壹元整'],
    [1_010_000, '壹万零壹佰元整'],
    [10_000_000_000, '壹亿元整'],
    [10_000_000_100, '壹亿零壹元整'],
    [10_001_000_000, '壹亿零壹万元整'],
    [10_000_100_000, '壹亿零壹仟元整'],
    [10_500_000_000, '壹亿零伍佰万元整'],
    [15_000_000_000, '壹亿伍仟万元整'],
    [100_000_000_000_000, '壹万亿元整'],
    [123_450_000_000_000, '壹万贰仟叁佰肆拾伍亿元整'],
    [100_000_000_000_100, '壹万亿零壹元整'],
    [100_010_000_000_000, '壹万零壹亿元整'],
    [Number.MAX_SAFE_INTEGER, '玖拾万零柒佰壹拾玖亿玖仟贰佰伍拾肆万柒仟肆佰零玖元玖角壹分'],
    [-105, '负壹元零伍分'],
  ])('%i fen is %s', (fen, text) => {
    expect(capitalYuan(fen)).toBe(text);
    expect(parseCapitalYuan(text)).toBe(fen);
  });

  test.each([0.5, Number.NaN, 2 ** 53])('refuses %d', (fen) => {
    expect(() => capitalYuan(fen)).toThrow(RangeError);
  });
});

describe('reading other hands', () => {
  test.each([
    ['壹拾万零柒仟元伍角叁分', 10_700_053],
    ['壹佰贰拾捌万圆正', 128_000_000],
    ['壹佰贰拾捌万元', 128_000_000],
    ['零元零伍分', 5],
    ['零元', 0],
    ['壹元零伍分整', 105],
  ])('%s', (text, fen) => {
    expect(parseCapitalYuan(text)).toBe(fen);
  });

  test.each([
    '',
    '整',
    '元整',
    '壹',
    '拾元整',
    '壹贰元整',
    '万元整',
    '壹万万元整',
    '壹佰仟元整',
    '壹元伍',
    '128万元',
  ])('%s is no amount', (text) => {
    expect(parseCapitalYuan(text)).toBeUndefined();
  });
});

describe('for all amounts', () => {
  const amounts = fc.oneof(
    fc.maxSafeInteger(),
    fc.integer({ min: 0, max: 100_000_000 }),
    fc.tuple(fc.nat(9), fc.nat(13)).map(([digit, zeros]) => digit * 10 ** zeros),
  );

  test('figures read back', () => {
    fc.assert(
      fc.property(amounts, (fen) => {
        expect(parseCapitalYuan(capitalYuan(fen))).toBe(fen === 0 ? 0 : fen);
      }),
      { numRuns: 1000 },
    );
  });

  test('no zero is doubled, and whole jiao end in 整', () => {
    fc.assert(
      fc.property(amounts, (fen) => {
        const text = capitalYuan(fen);
        expect(text).not.toMatch(/零零|零万|零亿|亿万|零角|零分/);
        expect(text.endsWith('整')).toBe(fen % 10 === 0);
      }),
      { numRuns: 1000 },
    );
  });
});
