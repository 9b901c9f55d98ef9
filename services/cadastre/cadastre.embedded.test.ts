import { systemActor } from '@hengchan/platform';
import { type TestPlatform, testActor, testPlatform } from '@hengchan/platform/testing';
import { registerMigrations, saveParcels } from '@hengchan/register';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Cadastre } from './cadastre.ts';
import { decide } from './decide.ts';
import { findAffectedParcels, findDifferences } from './find-differences.ts';
import { exportEdition, findDistricts } from './find-districts.ts';
import { findEditions, readEdition } from './find-editions.ts';
import { importEdition } from './import-edition.ts';
import { cadastreMigrations, subzonesInForce } from './index.ts';
import { restoreEdition } from './restore-edition.ts';
import { after, before, bytes, collection, district, office, polygon, ring } from './testing/sheet.ts';

let platform: TestPlatform;
let cadastre: Cadastre;
const who = (accountId: string, role: 'surveyor' | 'approver') =>
  testActor({ accountId, name: accountId, roles: [{ role, office }] });
const surveyor = who('surveyor', 'surveyor');
const colleague = who('colleague', 'surveyor');
const registrar = who('registrar', 'approver');
const other = who('other', 'approver');

const bring = (districts: Parameters<typeof collection>[0], title = '分区整理') =>
  importEdition(cadastre, surveyor, {
    office,
    title,
    reason: '年度整理',
    fileName: 'districts.geojson',
    content: bytes(collection(districts)),
  });
type Act = Parameters<typeof decide>[3]['act'];
const act = (number: number, what: Act, actor = surveyor) =>
  decide(cadastre, actor, { office, number }, { act: what, reason: '核对无误' });
const holds = async (...subzones: string[]) => {
  const codes = subzones.map((each) => `${office}${each}`);
  return [...((await subzonesInForce(platform.database, office, codes, platform.clock.now())) ?? [])].sort();
};
const refusal = (wanted: Promise<unknown>) =>
  wanted.then(
    () => undefined,
    (problem: { code: string; errors?: { path: string; message: string }[] }) => problem,
  );

/** Parcels of one hundredth by one, in 甲's south and north, over the line between them, in what 乙 takes over, and in 丙 to stay. */
const parcels = {
  south: [`${office}001001GB00001`, [1, 0.5, 2, 1.5]],
  north: [`${office}001001GB00002`, [1, 2.5, 2, 3.5]],
  across: [`${office}001001GB00003`, [2.5, 1.2, 3.5, 2.2]],
  taken: [`${office}001003GB00001`, [8.2, 1, 8.8, 2]],
  cut: [`${office}001003GB00002`, [8.5, 3, 9.8, 3.8]],
  stays: [`${office}001003GB00003`, [10, 1, 11, 2]],
  unmapped: [`${office}001001GB00009`, undefined],
  astray: [`${office}001002GB00007`, [10, 3, 11, 3.5]],
} as const;

beforeAll(async () => {
  platform = await testPlatform({ migrations: [registerMigrations, cadastreMigrations] });
  cadastre = { platform, offices: new Map([[office, { name: '演示登记中心' }]]) };
  await saveParcels(
    platform.database,
    office,
    Object.values(parcels).map(([code, box]) => ({
      code,
      location: '演示路1号',
      area: '100',
      use: '071',
      ownerNature: '国有',
      ...(box ? { boundary: polygon(box) } : {}),
    })),
    platform.clock.now(),
  );
  // One unit on 'south', two on 'taken', one that ended; entries only so far as the tables ask for them.
  await sql`
    INSERT INTO register.entry (office, number, case_no, business, unit_code, effect_type, effect, registrar, mode, entered_at,
      previous_hash, hash)
    SELECT ${office}, n, 'case', 'business', 'unit', 'first-registration', '{}', 'registrar', 'manual', now(),
      lpad((n - 1)::text, 64, '0'), lpad(n::text, 64, '0') FROM generate_series(1, 5) AS n`.execute(
    platform.database,
  );
  await sql`
    INSERT INTO register.unit (office, code, since_entry, since_at, ended_entry, ended_at, kind, location, location_tokens, area, use,
      parcel_code, rights_nature)
    SELECT ${office}, code, entry, now(), ended, CASE WHEN ended IS NULL THEN NULL ELSE now() END, 'land', '演示路1号', '', 1, '071',
      left(code, 19), '102'
    FROM (VALUES (${`${parcels.south[0]}W00000000`}, 1, NULL), (${`${parcels.taken[0]}F00010001`}, 2, NULL),
      (${`${parcels.taken[0]}F00010002`}, 3, NULL), (${`${parcels.taken[0]}F00010003`}, 4, 5)) AS given (code, entry, ended)`.execute(
    platform.database,
  );
});
afterAll(() => platform?.close());

describe('districts are brought in, compared, confirmed by another and restored', () => {
  test('nothing holds until somebody else has confirmed it', async () => {
    expect(await subzonesInForce(platform.database, office, [], platform.clock.now())).toBeUndefined();
    const number = await bring(before, '首版');
    expect(number).toBe(1);
    await act(1, 'submit');
    expect(await subzonesInForce(platform.database, office, [], platform.clock.now())).toBeUndefined();
    expect(await refusal(act(1, 'confirm'))).toMatchObject({ code: 'FORBIDDEN' });
    await act(1, 'confirm', registrar);
    expect(await holds('001001', '001002', '001003', '001004')).toEqual([
      `${office}001001`,
      `${office}001002`,
      `${office}001003`,
    ]);
  });

  test('what the new ones change is found, with areas measured independently', async () => {
    const number = await bring(after);
    expect(await holds('001001', '001004')).toEqual([`${office}001001`]);
    const { items, total } = await findDifferences(cadastre, surveyor, { office, number });
    expect(items.map(({ code, changes }) => [code.slice(6), changes])).toEqual([
      ['001001', ['abolished']],
      ['001002', ['boundary']],
      ['001003', ['boundary', 'renamed']],
      ['001004', ['added']],
      ['001005', ['added']],
    ]);
    expect(total).toBe(5);
    const of = (code: string) => items.find((each) => each.code === `${office}${code}`);
    expect(of('001001')?.related).toEqual([`${office}001004`, `${office}001005`]);
    expect(of('001002')).toMatchObject({ related: [`${office}001003`], areaLost: 0 });
    expect(of('001003')).toMatchObject({ nameBefore: '丙片', nameAfter: '新丙片', areaGained: 0 });
    const strip = sphericalArea([8, 0, 9, 4]);
    expect(relative(of('001002')?.areaGained, strip)).toBeLessThan(0.001);
    expect(relative(of('001003')?.areaLost, strip)).toBeLessThan(0.001);
    expect(relative(of('001001')?.areaLost, sphericalArea([0, 0, 4, 4]))).toBeLessThan(0.001);
    expect(relative(of('001003')?.areaKept, sphericalArea([9, 0, 12, 4]))).toBeLessThan(0.001);
  });

  test('parcels and units it touches are counted as a look at the ground counts them', async () => {
    const key = { office, number: 2 };
    const { items, total } = await findAffectedParcels(cadastre, surveyor, key);
    expect(items.map(({ code, how, liesIn, units }) => [code, how, liesIn?.slice(6), units])).toEqual([
      [parcels.south[0], 'gone', '001004', 1],
      [parcels.north[0], 'gone', '001005', 0],
      [parcels.across[0], 'gone', '001004', 0],
      [parcels.unmapped[0], 'gone', undefined, 0],
      [parcels.taken[0], 'outside', '001002', 2],
      [parcels.cut[0], 'crossed', '001003', 0],
    ]);
    expect(total).toBe(6);
    const { items: differences } = await findDifferences(cadastre, surveyor, key);
    expect(differences.map(({ code, parcels: touched, units }) => [code.slice(6), touched, units])).toEqual([
      ['001001', 4, 1],
      ['001002', 1, 2],
      ['001003', 2, 2],
      ['001004', 2, 1],
      ['001005', 1, 0],
    ]);
    for (const { code, parcels: touched } of differences)
      expect((await findAffectedParcels(cadastre, surveyor, key, { district: code })).total).toBe(touched);
    expect((await readEdition(cadastre, surveyor, key)).comparison).toMatchObject({
      base: 1,
      added: 2,
      abolished: 1,
      boundary: 2,
      renamed: 1,
      parcels: 6,
      units: 3,
    });
    const page = await findAffectedParcels(cadastre, surveyor, key, { limit: 4 });
    const rest = await findAffectedParcels(cadastre, surveyor, key, {
      limit: 4,
      cursor: page.nextCursor ?? '',
    });
    expect([...page.items, ...rest.items]).toEqual(items);
  });

  test('confirmed they hold, the ones before are superseded, and the past stays as it was', async () => {
    const earlier = platform.clock.now();
    platform.clock.set(new Date('2026-11-21T02:00:00Z'));
    await act(2, 'submit');
    expect((await readEdition(cadastre, registrar, { office, number: 2 })).may).toEqual([
      'confirm',
      'return',
    ]);
    expect((await readEdition(cadastre, colleague, { office, number: 2 })).may).toEqual([]);
    expect(await refusal(act(2, 'withdraw', colleague))).toMatchObject({ code: 'EDITION_BY_ANOTHER' });
    await act(2, 'confirm', registrar);
    expect(await holds('001001', '001004')).toEqual([`${office}001004`]);
    const then = await subzonesInForce(platform.database, office, [`${office}001001`], earlier);
    expect(then?.has(`${office}001001`)).toBe(true);
    const asOf = await findDistricts(cadastre, registrar, {
      office,
      asOf: earlier.toISOString(),
      level: 'subzone',
    });
    expect(asOf.items.map(({ name, edition }) => [name, edition])).toEqual([
      ['甲片', 1],
      ['乙片', 1],
      ['丙片', 1],
    ]);
    const { items } = await findEditions(cadastre, registrar, { office });
    expect(
      items.map(({ number, state, confirmedBy, inForceTo }) => [number, state, confirmedBy, inForceTo]),
    ).toEqual([
      [2, 'in-force', 'registrar', undefined],
      [1, 'superseded', 'registrar', '2026-11-21T02:00:00.000Z'],
    ]);
  });

  test('the old ones come back as a new edition that somebody else confirms', async () => {
    expect(await refusal(restoreEdition(cadastre, surveyor, { office, number: 2 }, '误'))).toMatchObject({
      code: 'NOTHING_TO_RESTORE',
    });
    const number = await restoreEdition(cadastre, surveyor, { office, number: 1 }, '批复撤回');
    expect(await holds('001001')).toEqual([]);
    await act(number, 'confirm', registrar);
    expect(await holds('001001', '001004')).toEqual([`${office}001001`]);
    const [old, restored] = await Promise.all(
      [1, number].map((each) => exportEdition(cadastre, surveyor, { office, number: each })),
    );
    expect(restored?.features).toEqual(old?.features);
    expect(await readEdition(cadastre, surveyor, { office, number })).toMatchObject({
      restores: 1,
      state: 'in-force',
    });
  });

  test('what was compared with districts that hold no more is compared again first', async () => {
    const [one, two] = [
      await bring(after, '甲案'),
      await bring(before.with(2, district(`${office}001001`, '新甲片', [0, 0, 4, 4])), '乙案'),
    ];
    await act(one, 'submit');
    await act(two, 'submit');
    await act(two, 'confirm', registrar);
    expect(await refusal(act(one, 'confirm', registrar))).toMatchObject({ code: 'EDITION_OUTDATED' });
    await act(one, 'return', registrar);
    await act(one, 'submit');
    await act(one, 'withdraw');
    await act(one, 'submit');
    const again = await readEdition(cadastre, surveyor, { office, number: one });
    expect(again.comparison?.base).toBe(two);
    expect(again.history.map((step) => [step.act, step.by])).toEqual([
      ['submit', 'surveyor'],
      ['return', 'registrar'],
      ['submit', 'surveyor'],
      ['withdraw', 'surveyor'],
      ['submit', 'surveyor'],
    ]);
  });

  test('of two who confirm at once one is refused', async () => {
    const submitted =
      (await findEditions(cadastre, registrar, { office, state: 'submitted' })).items[0]?.number ?? 0;
    const answers = await Promise.all(
      [registrar, other].map((actor) => refusal(act(submitted, 'confirm', actor))),
    );
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(1);
    expect(answers.find((answer) => answer)?.code).toBe('EDITION_STATE');
    expect(await refusal(act(submitted, 'discard'))).toMatchObject({ code: 'EDITION_STATE' });
  });

  test('every act left its line in the audit', async () => {
    const { rows } = await sql<{ action: string }>`
      SELECT DISTINCT action FROM platform.audit WHERE action LIKE 'cadastre.%' ORDER BY 1`.execute(
      platform.database,
    );
    expect(rows.map((row) => row.action)).toEqual(
      ['confirm', 'import', 'restore', 'return', 'submit', 'withdraw'].map((each) => `cadastre.${each}`),
    );
  });
});

describe('a file with faults is refused as a whole, each fault at its feature', () => {
  const messages = async (districts: Parameters<typeof collection>[0]) => {
    const problem = await refusal(bring(districts));
    expect(problem?.code).toBe('DISTRICTS_FAULTY');
    return problem?.errors?.map(({ path, message }) => `${path} ${message}`) ?? [];
  };
  const first = before.slice(0, 2);

  test('siblings that overlap, a subzone beyond its zone', async () => {
    const found = await messages([
      ...first,
      district(`${office}001001`, '甲片', [0, 0, 5, 4]),
      district(`${office}001002`, '乙片', [4, 0, 13, 4]),
    ]);
    expect(found).toHaveLength(2);
    expect(found[0]).toMatch(
      /^\/features\/2\/geometry 第 3 个要素 320402001001（甲片）：与 320402001002 重叠 [\d,]+ 平方米，位于东经/,
    );
    expect(found[1]).toMatch(
      /^\/features\/3\/geometry 第 4 个要素 320402001002（乙片）：超出所属的 320402001 /,
    );
  });

  test('a boundary that crosses itself', async () => {
    const [a, b, c, d] = ring([0, 0, 4, 4]);
    const bow = {
      ...district(`${office}001001`, '甲片', [0, 0, 4, 4]),
      geometry: { type: 'Polygon', coordinates: [[a, c, b, d, a]] },
    };
    expect(await messages([...first, bow])).toEqual([
      expect.stringMatching(
        /^\/features\/2\/geometry 第 3 个要素 320402001001（甲片）：边界自相交，位于东经/,
      ),
    ]);
  });

  test('and nothing of it is kept', async () => {
    const { total } = await findEditions(cadastre, systemActor, { office, state: 'draft' });
    expect(total).toBe(0);
    const stray = await sql`SELECT FROM cadastre.district AS d WHERE NOT EXISTS (
      SELECT FROM cadastre.edition AS e WHERE e.office = d.office AND e.number = d.edition)`.execute(
      platform.database,
    );
    expect(stray.rows).toEqual([]);
  });
});

/** Of a box on the sheet, on a sphere with the radius of the ellipsoid there: within a thousandth. */
function sphericalArea([west, south, east, north]: readonly [number, number, number, number]): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const latitude = radians(31.7 + (south + north) / 200);
  const [a, e2] = [6_378_137, 0.006_694_380_022_9];
  const w = Math.sqrt(1 - e2 * Math.sin(latitude) ** 2);
  const [meridian, normal] = [(a * (1 - e2)) / w ** 3, a / w];
  return (
    meridian * radians((north - south) / 100) * normal * Math.cos(latitude) * radians((east - west) / 100)
  );
}

const relative = (measured: number | undefined, wanted: number) => Math.abs((measured ?? 0) / wanted - 1);
