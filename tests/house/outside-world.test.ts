import { expect, test } from 'vitest';
import { sources, withoutComments } from './sources.ts';

interface Forbidden {
  what: string;
  pattern: RegExp;
  use: string;
}

const forbidden: Forbidden[] = [
  { what: 'the environment', pattern: /\bprocess\.env\b/, use: 'platform.config' },
  {
    what: 'the wall clock',
    pattern: /\bDate\.now\(|\bnew Date\(\s*\)|\bnew Date\b(?!\()/,
    use: 'platform.clock',
  },
  {
    what: 'randomness',
    pattern: /\bMath\.random\(|\brandomUUID\(|\brandomBytes\(|\bgetRandomValues\(/,
    use: 'platform.random or platform.ids',
  },
  { what: 'the network', pattern: /(?<![.\w])fetch\(/, use: 'platform.http' },
];

/** Folders that are the outside world's own, or stand outside the product. */
const free = [
  /^core\/platform\/(system|config|testing)\//,
  /^(tests|bench)\//,
  /^apps\/web\//,
  /\.test\.ts$/,
  /\/testing\//,
];

/** Single places with a reason. */
const allowed: { path: RegExp; line: RegExp; reason: string }[] = [
  {
    path: /^apps\/(server|outside)\/.*\.ts$/,
    line: /\bload\w*Config\(process\.env[,)]/,
    reason: 'a program hands its environment to the configuration once, at its start',
  },
  {
    path: /^apps\/outside\/system\.ts$/,
    line: /./,
    reason: 'the stand-ins are other departments: they have a clock and a network of their own, in one file',
  },
];

/** Lines that reach for the clock, randomness, the environment or the network. */
export function reaches(path: string, text: string): string[] {
  if (free.some((pattern) => pattern.test(path))) return [];
  return withoutComments(text).flatMap((line, index) =>
    forbidden
      .filter(({ pattern }) => pattern.test(line))
      .filter(() => !allowed.some((each) => each.path.test(path) && each.line.test(line)))
      .map(({ what, use }) => `${path}:${index + 1} reaches for ${what}; use ${use}`),
  );
}

test('only core/platform touches the clock, randomness, the environment and the network', () => {
  expect(sources('ts,tsx').flatMap(({ path, text }) => reaches(path, text))).toEqual([]);
});

test.each([
  'const at = Date.now();',
  'const at = new Date();',
  'const dice = Math.random();',
  'const id = randomUUID();',
  'const answer = await fetch(url);',
  'const port = process.env.PORT;',
])('%s is found in a service', (line) => {
  expect(reaches('services/payment/pay.ts', line)).toHaveLength(1);
});

test.each([
  '// never Date.now() here',
  'const at = new Date(text);',
  'await room.fetch(x)',
  'loader.prefetch(x)',
])('%s is fine', (line) => {
  expect(reaches('services/payment/pay.ts', line)).toEqual([]);
});

test('a program may read its environment only into its configuration', () => {
  expect(reaches('apps/server/main.ts', 'const config = loadConfig(process.env);')).toEqual([]);
  expect(reaches('apps/server/main.ts', 'const port = process.env.PORT;')).toHaveLength(1);
});
