import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bigramTokens, normaliseLocation, queryTokens } from './chinese-text.ts';

describe('tokens of a text', () => {
  test('are characters, pairs, and prefixes of numbers', () => {
    expect(bigramTokens('桂花园12幢')).toEqual(
      ['桂', '桂花', '花', '花园', '园', '1', '12', '幢'].toSorted(byFirstSeen),
    );
  });

  function byFirstSeen(a: string, b: string): number {
    const order = ['桂', '花', '园', '桂花', '花园', '1', '12', '幢'];
    return order.indexOf(a) - order.indexOf(b);
  }

  test('hold each token once', () => {
    const tokens = bigramTokens('花花花花11 11');
    expect(tokens).toEqual(['花', '花花', '1', '11']);
  });

  test('ignore punctuation, width and case', () => {
    expect(bigramTokens('Ａ座１室')).toEqual(bigramTokens('a座-1室'));
    expect(bigramTokens('，。 !')).toEqual([]);
  });

  test('do not pair across a break', () => {
    expect(bigramTokens('天宁 钟楼')).not.toContain('宁钟');
  });

  test('take characters beyond the basic plane whole', () => {
    expect(bigramTokens('𠮷野')).toEqual(['𠮷', '野', '𠮷野']);
  });

  test('stay bounded for long text', () => {
    expect(bigramTokens('1'.repeat(10_000))).toHaveLength(12);
    expect(bigramTokens('天'.repeat(10_000))).toEqual(['天', '天天']);
  });
});

describe('tokens of a query', () => {
  test.each([
    ['桂花', ['桂花']],
    ['桂', ['桂']],
    ['桂花园', ['桂花', '花园']],
    ['花园1', ['花园', '1']],
    ['12幢301', ['12', '幢', '301']],
    ['', []],
  ])('%s', (query, tokens) => {
    expect(queryTokens(query)).toEqual(tokens);
  });

  test('any part of a text is found by its tokens', () => {
    const words = fc.constantFrom('天宁区', '桂花园', '幢', '单元', '室', 'a座');
    const numbers = fc.nat(9999).map(String);
    const text = fc
      .array(fc.oneof(words, numbers), { minLength: 1, maxLength: 8 })
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(text, fc.nat(40), fc.integer({ min: 1, max: 10 }), (whole, from, length) => {
        const start = whole.slice(0, from).search(/[0-9a-z]*$/);
        const part = whole.slice(start, start + length);
        const index = new Set(bigramTokens(whole));
        expect(queryTokens(part).filter((token) => !index.has(token))).toEqual([]);
      }),
    );
  });
});

describe('locations', () => {
  test.each([
    ['天宁区 桂花园１２幢３０１室', '天宁区桂花园12幢301室'],
    ['桂花园（一期）12－301', '桂花园(一期)12-301'],
    ['桂花园【一期】12—301', '桂花园(一期)12-301'],
    ['a座1～3层', 'A座1-3层'],
  ])('%s becomes %s', (text, location) => {
    expect(normaliseLocation(text)).toBe(location);
  });

  test('normalising once is enough', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = normaliseLocation(text);
        expect(normaliseLocation(once)).toBe(once);
      }),
    );
  });
});
