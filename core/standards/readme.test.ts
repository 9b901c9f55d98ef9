import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as standards from './index.ts';

const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
const examples = [...readme.matchAll(/^([\w.]+\(.*\)); \/\/ (.+)$/gm)].map(([, call = '', answer = '']) => ({
  call,
  answer,
}));

test('the manual has examples', () => {
  expect(examples.length).toBeGreaterThanOrEqual(5);
});

test.each(examples)('$call', ({ call, answer }) => {
  const names = Object.keys(standards);
  const evaluate = (expression: string) =>
    new Function(...names, `return (${expression});`)(...Object.values(standards)) as unknown;
  expect(evaluate(call)).toEqual(evaluate(answer));
});
