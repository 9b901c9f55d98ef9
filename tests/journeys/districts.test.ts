import { openStage, readCast, type Situation } from '@hengchan/demonstration';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EditionDetail, FeatureCollection } from '../../services/cadastre/schema.ts';
import type { CaseView } from '../../services/registration/schema.ts';
import type { Answer, Client, ProblemBody } from '../support/client.ts';
import { doorkeeper, gatherCompany, type JourneyOptions, journey } from '../support/journey.ts';
import { makeWorld, office, password, type World } from '../support/world.ts';

let world: World;
let surveyor: Client;
let registrars: [Client, Client];
let enter: (account: string) => Promise<Client>;
beforeAll(async () => {
  world = await makeWorld({ city: 60 });
  const door = doorkeeper(world);
  enter = (account) => door(account, password);
  surveyor = await enter('surveyor');
  registrars = [await enter('approver1'), await enter('approver2')];
}, 240_000);
afterAll(() => world?.close());

const editions = '/api/district-editions';

async function bring(file: unknown, title: string): Promise<Answer<EditionDetail & ProblemBody>> {
  const form = new FormData();
  form.append('file', new Blob([JSON.stringify(file)]), 'districts.geojson');
  const query = new URLSearchParams({ office, title, reason: '市自然资源局批复' });
  return surveyor.post(`${editions}?${query}`, form);
}

const act = (who: Client, number: number, what: string): Promise<Answer<EditionDetail & ProblemBody>> =>
  who.post(`${editions}/${office}/${number}/acts`, { act: what, reason: '核对无误' });

const demo = async <Body>(path: string): Promise<Body> => {
  const answer = await fetch(`${world.server.address}${path}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Body;
};

/** A first registration of a newly surveyed parcel of the practice ground, in its subzone or as numbered in another one. */
async function firstRegistration(subzone?: string) {
  const situation = await demo<Situation>('/api/demo/situations?business=sep-state-land-first');
  const company = await gatherCompany((account) => enter(account), situation);
  let units = situation.application.units;
  if (subzone !== undefined) {
    const [cast, info] = [
      await readCast(world.platform.database),
      world.product.registration.offices.get(office),
    ];
    if (!cast || !info) throw new Error('no demonstration here');
    const stage = await openStage(world.platform, info, cast);
    const [facts] = await stage.survey({ rightType: '3' });
    const code = `${office}${subzone}${facts?.code.slice(12)}`;
    await stage.survey({ rightType: '3', changes: { code, parcelCode: code.slice(0, 19) } });
    units = [code];
  }
  const opened = await company.opener.post<CaseView>('/api/cases', { ...situation.application, units });
  expect(opened.status, JSON.stringify(opened.body)).toBe(201);
  const { caseNo } = opened.body;
  return {
    code: units[0] ?? '',
    /** Goes on until it was accepted (or to its end); answers what refused it. */
    async goOn(until: 'accepted' | 'end') {
      let refusal: ProblemBody | undefined;
      const options: JourneyOptions = {
        refused: ({ body }) => {
          refusal = body as ProblemBody;
        },
        ...(until === 'accepted' ? { before: (_action, view) => view.acceptedAt !== undefined } : {}),
      };
      const view = await journey(caseNo, company, options);
      return {
        refused: refusal?.findings?.map((finding) => finding.code),
        view,
        message: refusal?.findings?.[0]?.message,
      };
    },
  };
}

test('the adjustment that comes with the demonstration is laid over the city and counted as the database counts', async () => {
  const example = await demo<FeatureCollection>(`/api/demo/districts?office=${office}`);
  const brought = await bring(example, '示例调整');
  expect(brought.status, JSON.stringify(brought.body)).toBe(201);
  const { number, comparison } = brought.body;
  expect(comparison).toMatchObject({ base: 1, added: 2, abolished: 1, boundary: 2, renamed: 1 });
  // All parcels of the first subzone lose it; nothing else of this small city lies where a boundary moved.
  const { rows } = await sql<{ parcels: number; units: number }>`
    SELECT count(DISTINCT p.code)::int AS parcels, count(u.code)::int AS units FROM register.parcel AS p
    LEFT JOIN register.unit AS u ON u.office = p.office AND u.parcel_code = p.code AND u.ended_entry IS NULL
    WHERE p.office = ${office} AND p.code LIKE ${`${office}001001%`}`.execute(world.platform.database);
  expect(rows[0]?.parcels).toBeGreaterThan(1);
  expect(rows[0]?.units).toBeGreaterThan(10);
  expect(comparison).toMatchObject(rows[0] ?? {});
  const table = await surveyor.get<ArrayBuffer>(`${editions}/${office}/${number}/differences?format=csv`);
  const lines = new TextDecoder().decode(table.body).trim().split('\r\n');
  expect(lines[0]).toContain('地籍分区差异导出');
  expect(lines).toHaveLength(2 + 6);
  const again = await surveyor.get<FeatureCollection>(`${editions}/${office}/${number}/file`);
  expect(again.body.features.map((each) => each.properties.code)).toEqual(
    example.features.map((each) => each.properties.code).sort(),
  );
  expect((await act(surveyor, number, 'discard')).status).toBe(200);
}, 120_000);

test('old districts govern until the new ones are confirmed, and again when they were restored', async () => {
  const held = await surveyor.get<FeatureCollection>(`/api/districts/file?office=${office}`);
  const [gone, added] = [`${office}990001`, `${office}990003`];
  const renumbered = {
    ...held.body,
    features: held.body.features.map((each) =>
      each.properties.code === gone ? { ...each, properties: { ...each.properties, code: added } } : each,
    ),
  };
  const [accepted, open] = [await firstRegistration(), await firstRegistration()];
  const { body } = await bring(renumbered, '演练地籍子区换号');
  expect(body.comparison).toMatchObject({ added: 1, abolished: 1 });
  expect((await act(surveyor, body.number, 'submit')).status).toBe(200);

  // Submitted is not in force.
  const early = await firstRegistration('990003');
  expect((await early.goOn('accepted')).refused).toContain('SUBZONE_IN_FORCE');
  expect(await accepted.goOn('accepted')).toMatchObject({
    refused: undefined,
    view: { acceptedAt: expect.any(String) },
  });

  const answers = await Promise.all(registrars.map((who) => act(who, body.number, 'confirm')));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const { history } = (await surveyor.get<EditionDetail>(`${editions}/${office}/${body.number}`)).body;
  expect(history.at(-1)).toMatchObject({ act: 'confirm', by: expect.any(String), at: expect.any(String) });

  const late = await open.goOn('accepted');
  expect(late.refused).toContain('SUBZONE_IN_FORCE');
  expect(late.message).toContain(gone);
  const fresh = await firstRegistration('990003');
  expect((await fresh.goOn('accepted')).refused).toBeUndefined();
  // Accepted before the change, it ends under the districts of that day.
  expect((await accepted.goOn('end')).view.status).toBe('completed');

  const restored = await surveyor.post<EditionDetail>(`${editions}/${office}/1/restoration`, {
    reason: '批复撤回',
  });
  expect(restored.status).toBe(201);
  expect((await open.goOn('accepted')).refused).toContain('SUBZONE_IN_FORCE');
  expect((await act(registrars[0], restored.body.number, 'confirm')).status).toBe(200);
  expect((await open.goOn('accepted')).refused).toBeUndefined();
}, 240_000);
