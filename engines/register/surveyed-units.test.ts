import { readFile } from 'node:fs/promises';
import { type TestDatabase, testDatabase } from '@hengchan/platform/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registerMigrations, saveSurveyedUnits, searchSurveyedUnits } from './index.ts';
import type { UnitFacts } from './state.ts';
import { surveyedStatement } from './surveyed-units.ts';

const office = '320402';
const many = 4_000;
const places = ['青枫里', '翠竹新村', '桂花路', '相如里100%小区', '和平中路Ａ座', '兰陵〇八队'];

const unit = (n: number): UnitFacts => {
  const code = `${office}001001GB0000${1 + (n % 9)}F${String(n).padStart(8, '0')}`;
  return {
    code,
    kind: 'house',
    location: `常州市天宁区${places[n % places.length]}${n}幢${n % 30}室`,
    area: '98.76',
    use: '11',
    parcelCode: code.slice(0, 19),
    rightsNature: '102',
  };
};

let open: TestDatabase;
beforeAll(async () => {
  open = await testDatabase([registerMigrations]);
  const units = Array.from({ length: many }, (_, at) => unit(at + 1));
  await saveSurveyedUnits(open.database, office, units, new Date('2026-11-20T02:00:00Z'));
  await open.asOwner((owner) => sql`VACUUM ANALYZE register.surveyed_unit`.execute(owner));
});
afterAll(() => open?.close());

const found = async (location: string, limit = 50) =>
  (await searchSurveyedUnits(open.database, office, { location }, limit)).map((each) => each.location);

describe('surveyed units are found by place', () => {
  test.each([
    ['a part of it', '翠竹新村3967', ['常州市天宁区翠竹新村3967幢7室']],
    ['the whole of it', unit(1234).location, [unit(1234).location]],
    ['signs that mean something in SQL', '100%小区3993', [unit(3993).location]],
    ['pairs that occur, but not beside each other', '翠竹里', []],
    ['nothing there is', '不存在路', []],
  ])('%s', async (_what, q, expected) => {
    expect(await found(q)).toEqual(expected);
  });

  test('a page of what is common', async () => {
    expect(await found('常州市天宁区', 20)).toHaveLength(20);
    expect((await found('青枫里', 20)).every((each) => each.includes('青枫里'))).toBe(true);
  });

  test.each(['翠竹新村3967', '天宁区和平中路', '桂花路20幢'])(
    '%s by the index, not by the table',
    async (q) => {
      const statement = surveyedStatement(open.database, office, { location: q }, 50);
      const plan = JSON.stringify(await statement.explain('json'));
      expect(plan).toContain('surveyed_unit_location');
      expect(plan).not.toContain('Seq Scan');
    },
  );

  test('a survey that is brought up to date is found by its new place alone', async () => {
    const moved = { ...unit(10), location: '常州市天宁区红梅西村10幢' };
    await saveSurveyedUnits(open.database, office, [moved], new Date('2026-11-21T02:00:00Z'));
    expect(await found('红梅西村')).toEqual([moved.location]);
    expect(await found(unit(10).location)).toEqual([]);
  });
});

test('what was surveyed before there was an index is found the same way', async () => {
  const migration = new URL('./migrations/004-find-surveyed-units-by-place.sql', import.meta.url);
  const [fill] = /UPDATE register\.surveyed_unit[^;]+;/.exec(await readFile(migration, 'utf8')) ?? [];
  const written = sql<{ all: string }>`
    SELECT md5(string_agg(code || location || location_tokens::text, ' ' ORDER BY code)) AS all FROM register.surveyed_unit`;
  const before = (await written.execute(open.database)).rows;
  await open.asOwner(async (owner) => {
    await sql`UPDATE register.surveyed_unit SET location = '', location_tokens = ''`.execute(owner);
    await sql.raw(fill ?? '').execute(owner);
  });
  expect((await written.execute(open.database)).rows).toEqual(before);
});
