import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { allText, root } from './sources.ts';

/** Targets of Markdown links that lead to a file of the repository which is not there. */
function broken(path: string, text: string): string[] {
  return [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)/g)]
    .map(([, target = '']) => posix.join(posix.dirname(path), target))
    .filter((target) => !existsSync(root + target))
    .map((target) => `${path} leads to ${target}`);
}

test('every link of the documents leads somewhere', () => {
  const documents = allText().filter(({ path }) => path.endsWith('.md'));
  expect(documents.length).toBeGreaterThan(5);
  expect(documents.flatMap(({ path, text }) => broken(path, text))).toEqual([]);
});

test('a link to nowhere is noticed', () => {
  expect(broken('docs/a.md', '[x](../no-such-file.ts)')).toEqual(['docs/a.md leads to no-such-file.ts']);
});
