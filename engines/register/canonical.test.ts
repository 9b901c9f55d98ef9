import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical.ts';
import { chainStart, entryText, hashEntry } from './chain.ts';

test('keys are sorted at every depth, nothing else is lost', () => {
  expect(canonicalJson({ b: [{ d: 1, c: null }], a: '中"' })).toBe('{"a":"中\\"","b":[{"c":null,"d":1}]}');
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('what JSON cannot say is refused', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, [undefined], () => 1, 1n]) {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  }
  expect(canonicalJson({ gone: undefined })).toBe('{}');
});

test('the hashed text of an entry is canonical JSON, and its SM3 hash is fixed for ever', () => {
  const entry = {
    office: '320402',
    number: 1,
    caseNo: 'C1',
    business: 'b',
    effect: canonicalJson({ unit: 'u', type: 'mortgage' }),
    registrar: 'r',
    mode: 'manual' as const,
    enteredAt: new Date('2026-03-01T00:00:00Z'),
    previousHash: chainStart,
  };
  const { effect, ...rest } = entry;
  expect(entryText(entry)).toBe(canonicalJson({ ...rest, effect: JSON.parse(effect) as unknown }));
  expect(hashEntry(entry)).toBe('4ad37a2f1a218f9c66f7ea850dfb2623d0f6347f871b6ea7c992dc38ec3b1dc9');
});
