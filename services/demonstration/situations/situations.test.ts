import { cadastreMigrations } from '@hengchan/cadastre';
import { type BusinessDefinition, caseworkMigrations, makeDefinitions } from '@hengchan/casework';
import { certificatesMigrations, findCertificate } from '@hengchan/certificates';
import { evidenceMigrations, verifyLog } from '@hengchan/evidence';
import { createHttp, type HengchanHttp, resolveSession } from '@hengchan/platform';
import { type TestPlatform, testPlatform } from '@hengchan/platform/testing';
import { findSurveyedUnits, getUnit, parcelBoundary, registerMigrations, verify } from '@hengchan/register';
import { checkUnitCode } from '@hengchan/standards';
import Type from 'typebox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demonstrationOffices } from '../city/offices.ts';
import { demonstrationPlugin } from '../plugin.ts';
import type { DemonstrationUnit } from '../schema.ts';
import { seedDemonstration } from '../seed/seed-demonstration.ts';
import { practiceHomesteads } from '../store.ts';
import { giveTitle } from './acts.ts';
import { type Cast, readCast } from './cast.ts';
import { castRoles } from './casting.ts';
import { makeSituation } from './make-situation.ts';
import { recipeFor } from './recipes/index.ts';
import { openSituations, type Situations } from './situations.ts';
import { openStage } from './stage.ts';

const migrations = [
  cadastreMigrations,
  registerMigrations,
  evidenceMigrations,
  certificatesMigrations,
  caseworkMigrations,
];
const offices = new Map(demonstrationOffices.map((each) => [each.code, each]));
const [info] = demonstrationOffices;
if (!info) throw new Error('no office');

const role = (name: string, changes: Partial<BusinessDefinition['parties'][number]> = {}) => ({
  role: name,
  title: name,
  explanation: '',
  minimum: 1,
  maximum: 5,
  kinds: ['person', 'organisation'] as const,
  ...changes,
});
const citation = { law: '民法典', verified: true };

const business = (code: string, changes: Partial<BusinessDefinition> = {}): BusinessDefinition => ({
  code,
  version: 1,
  effectiveFrom: '2026-01-01',
  name: code,
  keywords: [],
  summary: '',
  audience: '',
  registrationType: '200',
  entrances: ['person', 'counter'],
  channels: ['online', 'counter'],
  laws: [],
  units: { minimum: 1, maximum: 1 },
  exclusive: false,
  parties: [role('transferor', { opens: true, currentHolder: true }), role('transferee')],
  form: Type.Object({
    price: Type.String({ examples: ['1.00'] }),
    certificateNumber: Type.Optional(Type.String()),
    remark: Type.Optional(Type.String({ examples: ['无'] })),
  }),
  materials: [],
  facts: [],
  rules: [],
  process: {
    start: 'prepare',
    nodes: [
      {
        id: 'prepare',
        kind: 'human',
        title: '填写',
        phase: 'draft',
        assignee: { party: 'opener' },
        actions: [{ action: 'submit', title: '提交', next: 'accept', style: 'primary' }],
        next: 'accept',
      },
      {
        id: 'accept',
        kind: 'human',
        title: '受理',
        phase: 'accepting',
        assignee: { staff: 'acceptor' },
        actions: [{ action: 'accept', title: '受理', next: 'completed', style: 'primary' }],
        next: 'completed',
      },
      { id: 'completed', kind: 'end', title: '办结', phase: 'completed' },
    ],
  },
  limit: { workingDays: 1, warningDays: 1, statutoryWorkingDays: 30, citation },
  fee: undefined,
  taxed: false,
  effects: ['transfer-ownership'],
  notifies: [],
  outcome: 'certificate',
  ...changes,
});

const definitions = makeDefinitions([
  business('sale'),
  business('pay-off', { parties: [role('mortgagee', { opens: true })], effects: ['cancel-mortgage'] }),
]);

let platform: TestPlatform;
let http: HengchanHttp;
let situations: Situations;
let cast: Cast;
beforeAll(async () => {
  platform = await testPlatform({ migrations });
  await seedDemonstration(platform, { units: 60, dataFolder: platform.config.dataFolder });
  situations = openSituations({ platform, offices, definitions });
  http = await createHttp(platform, {
    version: '0',
    resolveSession: (token) => resolveSession(platform, token),
  });
  await http.register(demonstrationPlugin({ platform, situations }));
  const made = await readCast(platform.database);
  if (!made) throw new Error('nobody to play');
  cast = made;
}, 240_000);
afterAll(async () => {
  await http?.close();
  await platform?.close();
});

describe('ground', () => {
  test.each(['1', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '15', '24'])(
    'for a title of type %s: surveyed, on the map, and registrable',
    async (rightType) => {
      const stage = await openStage(platform, info, cast);
      const [facts, ...more] = await stage.survey({ rightType });
      if (!facts) throw new Error('nothing surveyed');
      expect(more).toEqual([]);
      expect(checkUnitCode(facts.code)).toMatchObject({ valid: true });
      expect(await findSurveyedUnits(platform.database, info.code, [facts.code])).toEqual(
        new Map([[facts.code, facts]]),
      );
      expect(await parcelBoundary(platform.database, info.code, facts.parcelCode)).toMatchObject({
        type: 'Polygon',
      });
      const title = await giveTitle(stage, facts, { rightType, holders: cast.members.person.slice(0, 1) });
      const page = await getUnit(platform.database, info.code, facts.code);
      expect(page.rights.map((right) => [right.kind, right.rightType])).toEqual([['ownership', rightType]]);
      const certificate = await findCertificate(platform.database, title.certificate ?? '');
      expect(certificate).toMatchObject({ unit_code: facts.code, location: facts.location });
    },
  );
});

describe('a situation', () => {
  test('is a whole application: parties hold what they dispose of, required fields are filled in', async () => {
    const situation = await situations.give({ business: 'sale' });
    const { units, parties, form } = situation?.application ?? {};
    const { rights } = await getUnit(platform.database, info.code, units?.[0] ?? '');
    expect(rights).toMatchObject([
      { kind: 'ownership', holders: [{ name: parties?.[0]?.name }], certificate: form?.certificateNumber },
    ]);
    expect(parties?.map((party) => party.role)).toEqual(['transferor', 'transferee']);
    expect(form).not.toHaveProperty('remark');
    expect(situation).toMatchObject({ channel: 'online', entries: 1 });
    expect(situation?.actors.map((actor) => actor.roles)).toEqual([
      ['transferor'],
      ['transferee'],
      ['acceptor'],
    ]);
    expect(situation?.opener.account).toBe(situation?.actors[0]?.account);
  });

  test('at the counter is opened by who takes applications in', async () => {
    const situation = await situations.give({ business: 'sale', channel: 'counter' });
    expect(situation?.opener.account).toMatch(/^acceptor/);
  });

  test('has what the business is about on its unit', async () => {
    const situation = await situations.give({ business: 'pay-off' });
    const { rights } = await getUnit(platform.database, info.code, situation?.application.units[0] ?? '');
    expect(rights.map((right) => right.kind).sort()).toEqual(['mortgage', 'ownership']);
  });

  test('asked for by several at once is another for each', async () => {
    const given = await Promise.all(
      Array.from({ length: 6 }, () => situations.give({ business: 'sale', office: '330802' })),
    );
    expect(new Set(given.map((each) => each?.application.units[0])).size).toBe(6);
  });

  test('is given again after a while, unless somebody used it', async () => {
    const first = await situations.give({ business: 'sale', office: '442000' });
    platform.clock.advance(11 * 60_000);
    const again = await situations.give({ business: 'sale', office: '442000' });
    expect(again).toEqual(first);
    const unit = first?.application.units[0] ?? '';
    const office = offices.get('442000');
    if (!office) throw new Error('no office');
    const stage = await openStage(platform, office, cast);
    await stage.enter([
      {
        type: 'lock',
        unit,
        reason: '演练',
        authority: { name: '演示市人民法院', kind: 'court' },
        documentNumber: '1',
      },
    ]);
    platform.clock.advance(11 * 60_000);
    const other = await situations.give({ business: 'sale', office: '442000' });
    expect(other?.application.units).not.toEqual(first?.application.units);
  });

  test('of an example is the same for everybody until it is used', async () => {
    const definition = definitions.get('sale');
    const asked = await Promise.all([1, 2, 3].map(() => situations.example(definition)));
    expect(new Set(asked.map((each) => each?.units[0])).size).toBe(1);
    const stage = await openStage(platform, info, cast);
    const unit = asked[0]?.units[0] ?? '';
    await stage.enter([{ type: 'cancellation', unit, reason: '灭失', loss: true }]);
    expect((await situations.example(definition))?.units).not.toEqual(asked[0]?.units);
  });

  test.each([
    ['a business there is not', { business: 'none' }, 'BUSINESS_NOT_FOUND'],
    [
      'a channel the business does not offer',
      { business: 'deed', channel: 'online' as const },
      'CHANNEL_NOT_PRACTISED',
    ],
  ])('is refused for %s', async (_what, wish, code) => {
    const only = makeDefinitions([business('deed', { channels: ['counter'], entrances: ['counter'] })]);
    const asking = openSituations({ platform, offices, definitions: only });
    await expect(asking.give(wish)).rejects.toMatchObject({ code });
  });

  test('cannot be made where the business lets nobody in', async () => {
    const closed = business('closed', { entrances: ['court'], parties: [role('transferor')] });
    await expect(makeSituation(platform, cast, { definition: closed, office: info })).rejects.toThrow(
      'nobody may open closed',
    );
  });
});

describe('who plays whom', () => {
  const play = (changes: Partial<BusinessDefinition>) =>
    castRoles(business('any', changes), cast, 7, 'online', {});

  test('companies come through the entrance of companies, villages hold the land of villages', () => {
    expect(play({ entrances: ['company'] }).one('transferor').kind).toBe('company');
    expect(play({ entrances: ['company'], rightTypes: ['1'] }).one('transferor').kind).toBe('collective');
    expect(play({ entrances: ['developer'] }).one('transferor').kind).toBe('developer');
  });

  test('where the usual people may not open it, somebody in a role that opens is changed', () => {
    const parties = [role('mortgagor'), role('mortgagee', { opens: true, kinds: ['organisation'] })];
    expect(play({ entrances: ['company'], parties }).one('mortgagee').kind).toBe('company');
    expect(play({ entrances: ['bank'], parties }).one('mortgagee').kind).toBe('bank');
  });

  test('a role takes as many as it needs, nobody is on both sides', () => {
    const casting = play({ parties: [role('transferor', { minimum: 2, opens: true }), role('transferee')] });
    expect(casting.all('transferor')).toHaveLength(2);
    expect(new Set(casting.parties().map(({ member }) => member.account)).size).toBe(3);
  });

  test('whoever is to receive a homestead holds no other, however often it is tried', async () => {
    const definition = business('homestead', {
      rightTypes: ['6'],
      rules: [{ rule: 'HOMESTEAD_TRANSFEREE_ELIGIBLE', moments: ['accept'] }],
    });
    const held: string[] = [];
    for (let count = 0; count < 2 * cast.newcomers.length; count++) {
      const { application } = await makeSituation(platform, cast, { definition, office: info });
      const [unit] = application.units;
      const taker = application.parties.find((party) => party.role === 'transferee');
      const member = cast.newcomers.find(({ identity }) => identity.idNumber === taker?.idNumber);
      if (!unit || !member) throw new Error('nobody new receives it');
      const index = platform.cipher.index(member.identity.idNumber);
      expect(await practiceHomesteads(platform.database, info.code, [index])).toEqual([]);
      const stage = await openStage(platform, info, cast);
      const holders = [stage.holder(member.identity)];
      await stage.enter([{ type: 'transfer', unit, reason: '买卖', holders, coOwnership: '0' }]);
      held.push(member.account);
    }
    expect(new Set(held).size).toBeLessThan(held.length);
  });

  test('an effect nobody has a recipe for begins with a held unit', () => {
    expect(recipeFor(business('x', { effects: ['unheard-of'] }))).toBe(
      recipeFor(business('y', { effects: [] })),
    );
  });
});

test.each(['noticed', 'objected', 'locked', 'inhabited', 'eased', 'managed'])(
  'units listed as %s are so in the register',
  async (state) => {
    const answers = await Promise.all(
      [1, 2].map(() => http.inject({ url: `/api/demo/units?state=${state}&office=${info.code}` })),
    );
    const [items, same] = answers.map((answer) =>
      (answer.json() as { items: DemonstrationUnit[] }).items.map((item) => item.code),
    );
    expect(items?.length).toBeGreaterThan(0);
    expect(same).toEqual(items);
    const kinds = {
      noticed: 'advance-notice',
      objected: 'objection',
      locked: 'lock',
      inhabited: 'habitation',
      eased: 'easement',
      managed: 'management',
    }[state];
    for (const code of items ?? []) {
      const { rights } = await getUnit(platform.database, info.code, code);
      expect(rights.map((right) => right.kind)).toContain(kinds);
    }
  },
);

test('all of it follows from its entries, and every entry is in the evidence log', async () => {
  for (const { code } of demonstrationOffices) {
    expect(await verify(platform.database, code)).toMatchObject({ ok: true, findings: [] });
    const { findings } = await verifyLog(platform.database, code);
    expect(findings).toEqual([]);
  }
});
