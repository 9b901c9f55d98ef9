import { type TestPlatform, testActor, testPlatform } from '@hengchan/platform/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examples } from './examples.ts';
import { findEntries, readEntry, readVersions } from './find-entries.ts';
import { knowledgeMigrations } from './index.ts';
import type { CaseSubject, Knowledge } from './knowledge.ts';
import { pushBeside } from './push.ts';
import type { WriteEntry } from './schema.ts';
import { type SeedRule, seedKnowledge } from './seed.ts';
import { createEntry, editEntry, setEntryState } from './write-entry.ts';

const rules: SeedRule[] = [
  {
    code: 'UNIT_NOT_SEIZED',
    title: '不动产未被查封',
    text: '已查封的不得处分。',
    message: '该不动产已被查封。',
    citation: { law: '查封规定', article: '第二十四条', verified: true },
  },
  {
    code: 'SEIZURE_CHOSEN',
    title: '指明所解除的查封',
    text: '由作出查封的机关解除。',
    message: '没有该机关的查封。',
    citation: { law: '查封规定', article: '第二十四条', verified: true },
  },
  {
    code: 'TAX_SETTLED',
    title: '税款已结清',
    text: '未缴清税款的不予登记。',
    message: '税款未结清。',
    citation: { law: '契税法', verified: false },
  },
];

let platform: TestPlatform;
let knowledge: Knowledge;
beforeAll(async () => {
  platform = await testPlatform({ migrations: [knowledgeMigrations] });
  knowledge = { platform };
  await seedKnowledge(knowledge, rules);
});
afterAll(() => platform?.close());

const manager = testActor({
  accountId: 'manager',
  name: '业务管理员',
  roles: [{ role: 'business-manager' }],
});
const reviewer = testActor({ accountId: 'reviewer', roles: [{ role: 'reviewer', office: '320402' }] });
const citizen = testActor({ accountId: 'citizen', kind: 'person' });

const written = (change: Partial<WriteEntry> = {}): WriteEntry => ({
  office: '*',
  kind: 'case',
  title: '桂花园一案',
  body: '桂花园十二幢的查封已经解除。',
  verified: false,
  businesses: [],
  rules: [],
  registrationTypes: [],
  rightTypes: [],
  reason: '新写',
  ...change,
});

describe('what the product writes itself', () => {
  test('is there from the start: an entry for each article, each rule and each example', async () => {
    const of = async (kind: 'law' | 'rule' | 'case') =>
      (await findEntries(knowledge, reviewer, { kind, limit: 100 })).total;
    expect(await of('law')).toBe(2);
    expect(await of('rule')).toBe(3);
    expect(await of('case')).toBe(examples.length);
    const [law] = (await findEntries(knowledge, reviewer, { q: '查封规定', kind: 'law' })).items;
    expect(law).toMatchObject({
      body: '已查封的不得处分。\n由作出查封的机关解除。',
      verified: true,
      rules: ['UNIT_NOT_SEIZED', 'SEIZURE_CHOSEN'],
      byProduct: true,
    });
  });

  test('is written once however often the product starts, again where a rule changed, never over a person’s words', async () => {
    await seedKnowledge(knowledge, rules);
    const find = async (rule: string) => {
      const { items } = await findEntries(knowledge, reviewer, { rule, kind: 'rule' });
      if (!items[0]) throw new Error(`no entry for ${rule}`);
      return items[0];
    };
    const [seized, tax] = [await find('UNIT_NOT_SEIZED'), await find('TAX_SETTLED')];
    expect(seized.version).toBe(1);
    const own = written({ kind: 'rule', title: '税款', body: '我们的说法', rules: ['TAX_SETTLED'] });
    await editEntry(knowledge, manager, tax.id, own, 1);
    const changed = rules.map((rule) => ({ ...rule, message: `${rule.message}请先办理。` }));
    await Promise.all([seedKnowledge(knowledge, changed), seedKnowledge(knowledge, changed)]);
    expect(await find('UNIT_NOT_SEIZED')).toMatchObject({ version: 2 });
    expect((await find('UNIT_NOT_SEIZED')).body).toContain('请先办理');
    expect(await find('TAX_SETTLED')).toMatchObject({ version: 2, body: '我们的说法', byProduct: false });
    expect((await readVersions(knowledge, reviewer, seized.id)).items).toHaveLength(2);
  });
});

describe('an entry', () => {
  test('is written, changed, retired and restored, and each version stays with who and why', async () => {
    const id = await createEntry(knowledge, manager, written());
    await editEntry(knowledge, manager, id, written({ title: '桂花园二案', reason: '改名' }), 1);
    await expect(editEntry(knowledge, manager, id, written(), 1)).rejects.toMatchObject({ status: 412 });
    await setEntryState(knowledge, manager, id, { state: 'retired', reason: '过时' }, undefined);
    await setEntryState(knowledge, manager, id, { state: 'current', reason: '又要用' }, undefined);
    const { items } = await readVersions(knowledge, reviewer, id);
    expect(items.map(({ version, title, state, reason }) => [version, title, state, reason])).toEqual([
      [4, '桂花园二案', 'current', '又要用'],
      [3, '桂花园二案', 'retired', '过时'],
      [2, '桂花园二案', 'current', '改名'],
      [1, '桂花园一案', 'current', '新写'],
    ]);
    expect(items.every((each) => each.changedBy === '业务管理员')).toBe(true);
    for (const statement of ['UPDATE', 'DELETE FROM'])
      await expect(
        sql
          .raw(`${statement} knowledge.entry_version ${statement === 'UPDATE' ? "SET title = ''" : ''}`)
          .execute(platform.database),
      ).rejects.toThrow(/permission denied/);
  });

  test('is found by two characters of its text beside each other, and not by the same apart', async () => {
    const id = await createEntry(knowledge, manager, written({ title: '寻物', body: '天宁区的天井与安宁' }));
    const ids = async (q: string) =>
      (await findEntries(knowledge, reviewer, { q, limit: 100 })).items.map((each) => each.id);
    expect(await ids('天宁')).toContain(id);
    expect(await ids('天井')).toContain(id);
    expect(await ids('天安')).not.toContain(id);
    expect(await ids('井安')).not.toContain(id);
    expect(await ids('天宁 安宁')).toContain(id);
    expect(await ids('100%')).toEqual([]);
  });

  test('of another office is nobody else’s', async () => {
    const id = await createEntry(knowledge, manager, written({ office: '330802' }));
    await expect(readEntry(knowledge, reviewer, id)).rejects.toMatchObject({ status: 404 });
    const { items } = await findEntries(knowledge, reviewer, { limit: 100 });
    expect(items.map((each) => each.id)).not.toContain(id);
  });

  test('pages come without gaps', async () => {
    const all = (await findEntries(knowledge, reviewer, { limit: 100 })).items.map((each) => each.id);
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await findEntries(knowledge, reviewer, { limit: 4, ...(cursor ? { cursor } : {}) });
      paged.push(...page.items.map((each) => each.id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(paged).toEqual(all);
  });
});

describe('beside a case', () => {
  const subject = (change: Partial<CaseSubject>): CaseSubject => ({
    office: '320402',
    business: { code: 'resale-transfer', name: '存量房转移' },
    registrationType: '200',
    rightTypes: ['4'],
    rules: rules.map(({ code, title }) => ({ code, title })),
    open: [],
    ...change,
  });

  test('what it did not pass stands first, and another business sees something else (REG-AUD-08)', async () => {
    const sale = await pushBeside(
      knowledge,
      reviewer,
      subject({ open: [{ code: 'TAX_SETTLED', outcome: 'block' }] }),
    );
    expect(sale.items[0]?.why).toContain('税款');
    const seizure = await pushBeside(
      knowledge,
      reviewer,
      subject({
        business: { code: 'seizure', name: '查封' },
        registrationType: '800',
        rules: [{ code: 'SEIZURE_CHOSEN', title: '' }],
      }),
    );
    const titles = (items: { title: string }[]) => items.map((each) => each.title);
    expect(titles(seizure.items)).not.toEqual(titles(sale.items));
    expect(titles(seizure.items)).toContain('两家法院先后查封同一套房');
    expect(titles(sale.items)).not.toContain('两家法院先后查封同一套房');
    for (const kind of ['law', 'rule', 'case'] as const)
      expect(sale.items.filter((each) => each.kind === kind).length).toBeLessThanOrEqual(5);
  });

  test('what was retired, or is another office’s, is not shown', async () => {
    const mine = { rules: ['TAX_SETTLED'], businesses: ['resale-transfer'] };
    const retired = await createEntry(knowledge, manager, written({ title: '停用的', ...mine }));
    await setEntryState(knowledge, manager, retired, { state: 'retired', reason: '过时' }, undefined);
    const far = await createEntry(
      knowledge,
      manager,
      written({ title: '外地的', office: '330802', ...mine }),
    );
    const near = await createEntry(
      knowledge,
      manager,
      written({ title: '本地的', office: '320402', ...mine }),
    );
    const ids = (await pushBeside(knowledge, reviewer, subject({}))).items.map((each) => each.id);
    expect(ids).toContain(near);
    expect(ids).not.toContain(far);
    expect(ids).not.toContain(retired);
  });
});

describe('who may', () => {
  test('a citizen reads nothing, a reviewer writes nothing', async () => {
    await expect(findEntries(knowledge, citizen, {})).rejects.toMatchObject({ status: 403 });
    await expect(createEntry(knowledge, reviewer, written())).rejects.toMatchObject({ status: 403 });
    const id = await createEntry(knowledge, manager, written());
    await expect(editEntry(knowledge, reviewer, id, written(), undefined)).rejects.toMatchObject({
      status: 403,
    });
    const local = testActor({
      accountId: 'local',
      roles: [{ role: 'business-manager', office: '320402' }],
    });
    await expect(createEntry(knowledge, local, written())).rejects.toMatchObject({ status: 403 });
    await expect(
      setEntryState(knowledge, local, id, { state: 'retired', reason: '试' }, undefined),
    ).rejects.toMatchObject({ status: 403 });
    await createEntry(knowledge, local, written({ office: '320402' }));
  });
});
