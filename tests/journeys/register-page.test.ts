import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UnitFacts } from '@hengchan/register';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type {
  EndedRightView,
  UnitComparison,
  UnitSummary,
  UnitView,
} from '../../services/registration/register-schema.ts';
import type { Client } from '../support/client.ts';
import { enterEffects } from '../support/enter-effects.ts';
import { bank, person } from '../support/people.ts';
import { type Home, makeWorld, office, sealed, type World } from '../support/world.ts';

let world: World;
let home: Home;
let neighbour: Home;
let reader: Client;
const [owner, other, tenant, lender] = [person(801), person(802), person(803), bank(801)];
const page = (code: string) => `/api/register/units/${code}`;
const view = async (code: string, query = '') => (await reader.get<UnitView>(page(code) + query)).body;

beforeAll(async () => {
  world = await makeWorld({ outside: false });
  home = await world.home(8001, [owner]);
  neighbour = await world.home(8002, [other]);
  reader = await world.as('reviewer');
  const seal = (who: Parameters<typeof sealed>[1]) => sealed(world.platform, who);
  const shared = {
    servient: [home.code],
    dominant: [neighbour.code],
    key: '苏（2026）常州市不动产证明第0008001号',
    holders: [seal(other)],
    coOwnership: '0' as const,
    providers: [seal(owner)],
    purpose: '通行，宽 3 米',
    termFrom: '2026-01-01',
    termTo: '2046-01-01',
    reason: '地役权设立',
  };
  await enterEffects(
    world,
    { type: 'easement', unit: home.code, side: 'servient', ...shared },
    { type: 'easement', unit: neighbour.code, side: 'dominant', ...shared },
    {
      type: 'habitation',
      unit: home.code,
      reason: '居住权设立',
      holders: [seal(tenant)],
      coOwnership: '0',
      providers: [seal(owner)],
      conditions: '居住东侧卧室',
      termFrom: '2026-01-01',
      mayLet: false,
    },
    {
      type: 'mortgage',
      unit: home.code,
      reason: '抵押',
      mode: '1',
      principal: 80_000_000,
      termFrom: '2026-01-01',
      termTo: '2036-01-01',
      transferRestricted: false,
      mortgagees: [seal(lender)],
      debtors: [seal(owner)],
    },
    {
      type: 'objection',
      unit: home.code,
      reason: '异议登记',
      holders: [seal(tenant)],
      coOwnership: '0',
      matter: '登记的共有人有遗漏',
    },
    {
      type: 'advance-notice',
      unit: home.code,
      reason: '房屋买卖预告',
      noticeKind: '2',
      holders: [seal(other)],
      coOwnership: '0',
      obligors: [seal(owner)],
      amount: 150_000_000,
    },
    {
      type: 'lock',
      unit: home.code,
      reason: '监察机关要求限制',
      authority: { name: '天宁区监察委员会', kind: 'supervision' },
      documentNumber: '天监限〔2026〕1号',
    },
  );
}, 120_000);
afterAll(() => world?.close());

test('the page says every restriction in words, and easements lead to the page of the other side', async () => {
  const unit = await view(home.code);
  expect(unit.flags).toEqual({
    seized: false,
    mortgaged: true,
    noticed: true,
    objected: true,
    locked: true,
    inhabited: true,
    closed: false,
  });
  expect(unit.rights.map((right) => right.kind)).toEqual(['ownership']);
  expect(unit.restrictions.map((right) => right.kind).toSorted()).toEqual([
    'advance-notice',
    'easement',
    'habitation',
    'lock',
    'mortgage',
    'objection',
  ]);
  for (const right of unit.restrictions) expect(right.items.length, right.title).toBeGreaterThan(2);
  const burden = unit.restrictions.find((right) => right.kind === 'easement');
  expect(burden?.otherSide?.map((each) => [each.title, each.code])).toEqual([['需役地', neighbour.code]]);
  const served = await view(neighbour.code);
  expect(served.rights.map((right) => right.kind)).toEqual(['ownership', 'easement']);
  expect(served.rights[1]?.otherSide?.map((each) => [each.title, each.code])).toEqual([
    ['供役地', home.code],
  ]);
  expect(served.restrictions).toEqual([]);
  expect(JSON.stringify(unit)).not.toMatch(/idSealed|idIndex/);
});

test('lists find units by how they stand', async () => {
  for (const standing of ['noticed', 'objected', 'locked']) {
    const found = await reader.get<{ items: UnitSummary[] }>(
      `/api/register/units?office=${office}&standing=${standing}`,
    );
    expect(
      found.body.items.map((unit) => unit.code),
      standing,
    ).toEqual([home.code]);
  }
  const clear = await reader.get<{ items: UnitSummary[] }>(
    `/api/register/units?office=${office}&standing=clear&q=${encodeURIComponent('青枫里1幢800')}`,
  );
  expect(clear.body.items.map((unit) => unit.code)).toEqual([neighbour.code]);
});

test('two moments side by side: what was there, what is, what changed', async () => {
  const before = '2020-12-31T00:00:00Z';
  const answer = await reader.get<UnitComparison>(`${page(home.code)}/comparison?from=${before}`);
  expect(answer.status).toBe(200);
  const { rights, facts } = answer.body;
  expect(rights.filter((right) => right.change === 'same').map((right) => right.kind)).toEqual(['ownership']);
  expect(rights.filter((right) => right.change === 'added')).toHaveLength(6);
  expect(new Set(facts.map((item) => item.change))).toEqual(new Set(['same']));

  const longAgo = await reader.get<UnitComparison>(
    `${page(home.code)}/comparison?from=2001-01-01T00:00:00Z&to=${before}`,
  );
  expect(longAgo.body.from.exists).toBe(false);
  expect(new Set(longAgo.body.facts.map((item) => item.change))).toEqual(new Set(['added']));

  const reversed = await reader.get(`${page(home.code)}/comparison?from=${before}&to=2001-01-01T00:00:00Z`);
  expect(reversed.status).toBe(400);
  const never = await reader.get(
    `${page(home.code)}/comparison?from=2001-01-01T00:00:00Z&to=2002-01-01T00:00:00Z`,
  );
  expect(never.status).toBe(404);
});

test('rights that ended are kept, the latest first, a page at a time', async () => {
  const unit = await view(home.code);
  const objection = unit.restrictions.find((right) => right.kind === 'objection');
  const habitation = unit.restrictions.find((right) => right.kind === 'habitation');
  const lock = unit.restrictions.find((right) => right.kind === 'lock');
  await enterEffects(world, {
    type: 'unlock',
    unit: home.code,
    reason: '解除限制',
    lock: lock?.id ?? '',
    documentNumber: '天监解〔2026〕1号',
  });
  await enterEffects(world, {
    type: 'right-alteration',
    unit: home.code,
    reason: '居住权内容变更',
    right: habitation?.id ?? '',
    content: { conditions: '居住西侧卧室' },
  });
  await enterEffects(world, {
    type: 'right-cancellation',
    unit: home.code,
    reason: '注销异议登记',
    right: objection?.id ?? '',
  });
  const path = `${page(home.code)}/ended-rights?limit=1`;
  const first = (await reader.get<{ items: EndedRightView[]; nextCursor?: string }>(path)).body;
  expect(first.items.map((right) => [right.kind, right.goesOn])).toEqual([['objection', false]]);
  const second = (
    await reader.get<{ items: EndedRightView[]; nextCursor?: string }>(`${path}&cursor=${first.nextCursor}`)
  ).body;
  expect(second.items.map((right) => [right.kind, right.goesOn])).toEqual([['habitation', true]]);
  const third = (
    await reader.get<{ items: EndedRightView[]; nextCursor?: string }>(`${path}&cursor=${second.nextCursor}`)
  ).body;
  expect(third.items.map((right) => right.kind)).toEqual(['lock']);
  expect(third.nextCursor).toBeUndefined();
  const now = await view(home.code);
  expect(now.flags.objected).toBe(false);
  expect(now.restrictions.find((right) => right.kind === 'habitation')?.origin).toBe(habitation?.origin);
});

test('a divided unit is closed, says so, and leads to those that took its place', async () => {
  const divided = await world.home(8010, [person(810)]);
  const earlier = await view(divided.code);
  const successors = ['8011', '8012'].map((n) => `${divided.code.slice(0, -4)}${n}`);
  const holders = [sealed(world.platform, person(810))];
  await enterEffects(
    world,
    { type: 'closure', unit: divided.code, reason: '申请分割', how: 'split', successors },
    ...successors.map((unit, index) => ({
      type: 'first-registration' as const,
      unit,
      reason: '不动产分割',
      rightType: '4',
      coOwnership: '0' as const,
      holders,
      predecessors: [divided.code],
      facts: {
        ...(earlier.facts as unknown as UnitFacts),
        code: unit,
        location: `${divided.location}-${index + 1}`,
        area: '49.38',
      },
    })),
  );
  const closed = await view(divided.code);
  expect(closed.flags.closed).toBe(true);
  expect(closed.closed?.text).toMatch(/^该不动产单元已因分割注销，后继单元：/);
  expect(closed.rights).toEqual([]);
  expect(closed.lineage.successors.map((unit) => unit.code)).toEqual(successors);
  const heir = await view(successors[0] ?? '');
  expect(heir.lineage.predecessors.map((unit) => [unit.code, unit.closed])).toEqual([[divided.code, true]]);
  expect(heir.others.map((item) => item.label)).toContain('前身单元');
  const past = await view(divided.code, `?asOf=2021-06-01T00:00:00Z`);
  expect(past.closed).toBeUndefined();
  expect(past.lineage.successors).toEqual([]);
  const former = await world.as(person(810));
  expect((await former.get(page(divided.code))).status).toBe(200);
  expect((await (await world.as(person(811))).get(page(divided.code))).status).toBe(403);
  const found = await reader.get<{ items: UnitSummary[] }>(
    `/api/register/units?office=${office}&standing=closed`,
  );
  expect(found.body.items.map((unit) => unit.code)).toEqual([divided.code]);
});

test('common parts of the building owners are shown with the units of their parcel', async () => {
  const unit = `${home.code.slice(0, -4)}8020`;
  const facts = (await view(home.code)).facts as unknown as UnitFacts;
  await enterEffects(world, {
    type: 'first-registration',
    unit,
    reason: '业主共有部分登记',
    rightType: '4',
    coOwnership: '0',
    commonParts: true,
    holders: [{ ...sealed(world.platform, { ...bank(820), name: '青枫里小区全体业主' }), holderKind: '99' }],
    facts: { ...facts, code: unit, location: '青枫里1幢物业用房' },
  });
  const parts = await reader.get<{ items: { code: string }[] }>(`${page(home.code)}/common-parts`);
  expect(parts.body.items.map((each) => each.code)).toEqual([unit]);
  expect((await view(unit)).others).toContainEqual({
    label: '业主共有部分',
    value: '业主共有，不发不动产权证书',
  });
});

const readable = ['pdftotext', 'qpdf'].every((name) => {
  try {
    return execFileSync('which', [name]).length > 0;
  } catch {
    return false;
  }
});

test.skipIf(!readable)(
  'the official sheet holds every right and the four parts (pdftotext and qpdf needed)',
  async () => {
    const answer = await reader.get<ArrayBuffer>(
      `${page(home.code)}/sheet?purpose=${encodeURIComponent('核对')}`,
    );
    expect(answer.status).toBe(200);
    const file = join(world.folder, 'sheet.pdf');
    writeFileSync(file, Buffer.from(answer.body));
    execFileSync('qpdf', ['--check', file]);
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replaceAll(
      /\s/g,
      '',
    );
    for (const words of [
      '一、自然状况',
      '二、权属状况',
      '三、权利限制及提示',
      '四、其他',
      '地役权（供役地）',
      '通行，宽3米',
      '居住权',
      '居住西侧卧室',
      '异议登记',
      '登记的共有人有遗漏',
      '限制登记',
      '天监限〔2026〕1号',
      '抵押权',
      '测试登记员',
    ])
      expect(text).toContain(words);
    const divided = `${home.code.slice(0, -4)}8010`;
    const closed = await reader.get<ArrayBuffer>(
      `${page(divided)}/sheet?purpose=${encodeURIComponent('核对')}`,
    );
    writeFileSync(file, Buffer.from(closed.body));
    const said = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replaceAll(
      /\s/g,
      '',
    );
    expect(said).toContain('该不动产单元已因分割注销，后继单元：');
    expect(said).toContain('注销情况');
  },
);
