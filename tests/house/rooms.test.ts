import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readJson, rooms, root } from './sources.ts';

const has = (path: string) => existsSync(root + path);

describe.each(rooms())('%s looks like the other rooms', (room) => {
  const manifest = readJson(`${room}/package.json`);

  test('is a private package named after its folder, with index.ts as its face', () => {
    expect(manifest).toMatchObject({
      name: `@hengchan/${room.split('/').at(-1)}`,
      private: true,
      license: 'MulanPSL-2.0',
      type: 'module',
      exports: { '.': './index.ts' },
    });
    expect(has(`${room}/index.ts`), `${room}/index.ts`).toBe(true);
  });

  test('exports only files that are there', () => {
    const targets = Object.values(manifest.exports as Record<string, string>);
    expect(targets.filter((target) => !has(`${room}/${target}`))).toEqual([]);
  });

  const service = room.startsWith('services/');
  const migrations = has(`${room}/migrations`) ? readdirSync(`${root}${room}/migrations`).sort() : [];

  if (service)
    test('has its plugin, schemas and errors where everybody looks', () => {
      const wanted = ['plugin.ts', 'schema.ts', 'errors.ts'];
      expect(wanted.filter((file) => !has(`${room}/${file}`))).toEqual([]);
    });

  if (migrations.length > 0)
    test('numbers its migrations and types its tables', () => {
      migrations.forEach((name, index) => {
        expect(name).toMatch(new RegExp(`^${String(index + 1).padStart(3, '0')}-[a-z]+(-[a-z0-9]+)+\\.sql$`));
      });
      if (room.startsWith('core/')) return;
      expect(has(`${room}/tables.ts`), `${room}/tables.ts`).toBe(true);
    });
});
