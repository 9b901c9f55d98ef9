import { expect, test } from 'vitest';
import { sources } from './sources.ts';

const limit = 600;

test(`no file is longer than ${limit} lines`, () => {
  const long = sources('ts,tsx,sql,css,typ,sh')
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ path, lines }) => lines > limit && !generated.has(path))
    .map(({ path, lines }) => `${path}: ${lines} lines`);
  expect(long).toEqual([]);
});

/** Written by a program, not by hand. */
const generated = new Set(['core/platform/migrations/005-create-job-queue.sql']);
