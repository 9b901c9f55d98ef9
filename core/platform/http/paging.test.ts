import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Problem } from '../errors/index.ts';
import { readCursor, writeCursor } from './paging.ts';

const at = '2026-11-20T09:00:00.000Z';
const id = '01a1fa15-4c04-7046-8af6-7c18f6ed510e';
const encode = (text: string) => Buffer.from(text).toString('base64url');

describe('a cursor', () => {
  test('comes back as what it was made of', () => {
    expect(readCursor(writeCursor([at, id]), ['moment', 'uuid'])).toEqual([new Date(at), id]);
    expect(readCursor(writeCursor(['王', 3]), ['text', 'number'])).toEqual(['王', 3]);
    expect(readCursor(undefined, ['text'])).toBeUndefined();
  });

  test.each([
    ['nothing', ''],
    ['no JSON', 'W10x'],
    ['no list', encode('{"0":"x"}')],
    ['too few parts', encode(`["${at}"]`)],
    ['too many parts', encode(`["${at}","${id}",1]`)],
    ['a moment there is not', encode(`["x","${id}"]`)],
    ['a moment outside the calendar', encode(`["+275760-09-13T00:00:00.000Z","${id}"]`)],
    ['a month there is not', encode(`["2026-13-01T00:00:00.000Z","${id}"]`)],
    ['an id that is none', encode(`["${at}","' OR 1=1"]`)],
    ['a number in place of a moment', encode(`[1,"${id}"]`)],
  ])('of %s is refused and named', (_what, cursor) => {
    expect(refusalOf(cursor)).toMatchObject({ code: 'INVALID_REQUEST', errors: [{ path: '/cursor' }] });
  });

  test('is read or refused, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json().map(encode)), (cursor) => {
        const problem = refusalOf(cursor);
        expect(problem === undefined || problem instanceof Problem).toBe(true);
      }),
    );
  });
});

function refusalOf(cursor: string): unknown {
  try {
    readCursor(cursor, ['moment', 'uuid']);
    return undefined;
  } catch (error) {
    return error;
  }
}
