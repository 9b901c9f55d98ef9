import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, isCanonical } from './canonical.ts';
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

test('a text is canonical when it is what its value is written as', () => {
  const texts = fc.tuple(fc.jsonValue(), fc.boolean(), fc.integer({ min: 0, max: 2 }));
  fc.assert(
    fc.property(texts, ([value, canonical, indent]) => {
      const text = canonical ? canonicalJson(value) : JSON.stringify(value, null, indent);
      const parsed: unknown = JSON.parse(text);
      expect(isCanonical(text, parsed)).toBe(canonicalJson(parsed) === text);
    }),
  );
  const not = [
    '{"b":1,"a":2}',
    '{"a":1,"a":1}',
    '{"a": 1}',
    '{"a":1.0}',
    '["\\u0061"]',
    '{"9":1,"10":1}',
    '[{"b":1,"a":2}]',
  ];
  for (const text of not) expect(isCanonical(text, JSON.parse(text)), text).toBe(false);
  for (const text of ['{"10":1,"9":1}', '{"a":[{"b":1}],"b":null}'])
    expect(isCanonical(text, JSON.parse(text)), text).toBe(true);
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
