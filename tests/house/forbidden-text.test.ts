import { expect, test } from 'vitest';
import { allText } from './sources.ts';

/** The worked examples printed in GB 11643, the standard of the identity number. */
const published = new Set(['11010519491231002X', '440524188001010014']);

interface Forbidden {
  what: string;
  pattern: RegExp;
  fine?: (found: string) => boolean;
}

const identityNumber =
  /(?<![0-9A-Za-z])[1-8]\d{5}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])/g;

/** Right by ISO 7064 MOD 11-2. A number that is not is nobody's. */
function checks(number: string): boolean {
  const sum = [...number.slice(0, 17)].reduce(
    (total, digit, place) => total + Number(digit) * (2 ** (17 - place) % 11),
    0,
  );
  return '10X98765432'[sum % 11] === number.at(-1)?.toUpperCase();
}

const forbidden: Forbidden[] = [
  {
    what: 'a path of somebody’s machine',
    pattern: /(?<![\w.~-])\/(?:w[o]rk|r[o]ot|h[o]me|U[s]ers)\/[\w.-]+/g,
  },
  { what: 'a mobile phone number', pattern: /(?<![0-9A-Za-z.０-９])1[3-9]\d{9}(?![0-9A-Za-z])/g },
  {
    what: 'an identity number that could be a living person’s',
    pattern: identityNumber,
    fine: (number) => /^.{6}190[0-9]/.test(number) || published.has(number.toUpperCase()) || !checks(number),
  },
  { what: 'work left for later', pattern: /\b(?:T[O]DO|F[I]XME|X[X]X)\b/g },
  {
    what: 'a silenced check',
    pattern: /@ts-(?:ignore|expect-error|nocheck)|biome-i[g]nore|es[l]int-disable/g,
  },
  { what: 'a test that keeps the others from running', pattern: /\b(?:it|test|describe)\.o[n]ly\b/g },
  { what: 'a folder beside the repository', pattern: /\.\.\/s[h]ared\b/g },
];

/** What must not stand in the repository, with where and what. */
export function violations(path: string, text: string): string[] {
  return forbidden.flatMap(({ what, pattern, fine }) =>
    [...text.matchAll(pattern)]
      .filter(([found]) => !fine?.(found))
      .map(
        ({ 0: found, index }) => `${path}:${text.slice(0, index).split('\n').length} has ${what}: ${found}`,
      ),
  );
}

test('nothing personal, local or unfinished stands in the repository', () => {
  expect(allText().flatMap(({ path, text }) => violations(path, text))).toEqual([]);
});

test.each([
  ['phone', ['138', '0013', '8000'].join('')],
  ['born outside 1900–1909', ['320402', '19900307', '0013'].join('')],
  ['path', ['', 'home', 'somebody', 'project'].join('/')],
  ['unfinished', `// ${['TO', 'DO'].join('')}: later`],
])('a text is refused: %s', (_, text) => {
  expect(violations('a.ts', `'${text}'`)).toHaveLength(1);
});

test.each([
  '320402190503070018',
  '11010519491231002X',
  '320402001001GB00001F00010001',
  '/api/work/1',
  '2026112013812345',
])('a text is fine: %s', (text) => {
  expect(violations('a.ts', `'${text}'`)).toEqual([]);
});
