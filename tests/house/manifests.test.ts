import { describe, expect, test } from 'vitest';
import { readJson, workspaces } from './sources.ts';

type Versions = Record<string, string>;
const kinds = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'] as const;
const locked = readJson('package-lock.json').packages as Record<string, Record<string, Versions | undefined>>;

describe.each(['', ...workspaces()])('package.json of "%s"', (folder) => {
  const manifest = readJson(folder === '' ? 'package.json' : `${folder}/package.json`);

  test('pins exact versions', () => {
    const loose = kinds.flatMap((kind) =>
      Object.entries((manifest[kind] ?? {}) as Versions).filter(
        ([, version]) => !/^\d+\.\d+\.\d+/.test(version),
      ),
    );
    expect(loose).toEqual([]);
  });

  test('agrees with the lockfile, so that everybody installs the same', () => {
    for (const kind of kinds) expect(locked[folder]?.[kind] ?? {}, kind).toEqual(manifest[kind] ?? {});
  });
});

test('packages come from the public registry or wherever the installing machine is told to look', () => {
  const elsewhere = Object.values(locked)
    .map((entry) => entry.resolved as unknown as string | undefined)
    .filter((from) => from?.startsWith('http') && !from.startsWith('https://registry.npmjs.org/'));
  expect(elsewhere).toEqual([]);
});
