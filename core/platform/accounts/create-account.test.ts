import { makeCreditCode, makeIdNumber } from '@hengchan/standards';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, systemActor } from '../access/actor.ts';
import { type TestPlatform, testActor, testPlatform } from '../testing/index.ts';
import { changeAccount } from './change-account.ts';
import {
  authoriseAgent,
  createAccount,
  type NewAccount,
  type NewOrganisation,
  withdrawAuthorisation,
} from './create-account.ts';
import { getAccount, listAccounts } from './list-accounts.ts';
import { resolveSession } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { accountTables } from './tables.ts';

const password = 'Correct-Horse-9';

describe('accounts', () => {
  let platform: TestPlatform;
  let count = 0;
  let login: string;
  const administrator = testActor({ roles: [{ role: 'system-admin' }] });

  beforeAll(async () => {
    platform = await testPlatform();
  });
  afterAll(() => platform.close());
  beforeEach(() => {
    count += 1;
    login = `user-${count}`;
  });

  const create = (more: Partial<NewAccount> = {}) =>
    createAccount(platform, administrator, { login, password, name: '张三', kind: 'person', ...more });
  const bank: NewOrganisation = {
    kind: 'bank',
    name: '恒产示范银行',
    idType: '8',
    idNumber: makeCreditCode('91320400MA1HCBANK'),
  };

  test('a login is given once, whatever its capitals', async () => {
    await create();
    await expect(create({ login: login.toUpperCase() })).rejects.toMatchObject({ code: 'LOGIN_TAKEN' });
  });

  test('passwords have a strength', async () => {
    for (const password of ['password', 'aaaaaaaaaaA1'])
      await expect(create({ password })).rejects.toMatchObject({ code: 'PASSWORD_TOO_WEAK' });
  });

  test('an identity number is sealed, found by its index and shown masked', async () => {
    const idNumber = makeIdNumber('320402', '1905-03-07', 12);
    const id = await create({ idType: '1', idNumber });
    const row = await accountTables(platform.database)
      .selectFrom('platform.account')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain(idNumber);
    expect(row.id_index).toBe(platform.cipher.index(idNumber));
    const { actor } = await signIn(platform, { account: login, password });
    expect(actor).toMatchObject({ idType: '1', idIndex: row.id_index });
    const shown = await getAccount(platform, administrator, id);
    expect(shown.idNumber).toMatch(/^320\*{11}\w{4}$/);
  });

  test('staff are enabled only with a background check, whatever asks; losing it disables', async () => {
    const id = await create({ kind: 'staff' });
    await expect(signIn(platform, { account: login, password })).rejects.toMatchObject({
      code: 'ACCOUNT_DISABLED',
    });
    await expect(changeAccount(platform, administrator, id, { status: 'enabled' })).rejects.toMatchObject({
      code: 'BACKGROUND_CHECK_MISSING',
    });
    const byHand = accountTables(platform.database)
      .updateTable('platform.account')
      .set({ status: 'enabled' })
      .where('id', '=', id)
      .execute();
    await expect(byHand).rejects.toThrow(/staff_background_check/);
    await changeAccount(platform, administrator, id, { status: 'enabled', backgroundChecked: true });
    const { token } = await signIn(platform, { account: login, password });
    await changeAccount(platform, administrator, id, { backgroundChecked: false });
    expect(await resolveSession(platform, token)).toBeUndefined();
  });

  test('an agent acts for an organisation until the authorisation is withdrawn', async () => {
    const id = await create({ kind: 'organisation', organisation: bank });
    const { token, actor } = await signIn(platform, { account: login, password });
    expect(actor.organisation).toMatchObject({ kind: 'bank', name: bank.name, businesses: ['*'] });
    expect(actor.organisation?.idIndex).toBe(platform.cipher.index(bank.idNumber));
    expect(platform.access.allows(actor, 'case.create')).toBe(true);
    await withdrawAuthorisation(platform, administrator, id);
    const without = (await resolveSession(platform, token)) as Actor;
    expect(without.organisation).toBeUndefined();
    expect(platform.access.allows(without, 'case.create')).toBe(false);
    await expect(withdrawAuthorisation(platform, administrator, id)).rejects.toMatchObject({
      code: 'AUTHORISATION_NOT_FOUND',
    });
  });

  test('an authorisation lists businesses and runs out', async () => {
    const id = await create({ kind: 'organisation', organisation: bank });
    const expiresAt = new Date(platform.clock.now().getTime() + 60_000);
    await authoriseAgent(platform, administrator, id, { ...bank, businesses: ['mortgage-first'], expiresAt });
    const { token, actor } = await signIn(platform, { account: login, password });
    expect(actor.organisation?.businesses).toEqual(['mortgage-first']);
    platform.clock.advance(60_000);
    expect((await resolveSession(platform, token))?.organisation).toBeUndefined();
  });

  test('agents of one organisation share it; people cannot be agents', async () => {
    await create({ kind: 'organisation', organisation: bank });
    const first = await signIn(platform, { account: login, password });
    login = `${login}-b`;
    await create({ kind: 'organisation', organisation: bank });
    const second = await signIn(platform, { account: login, password });
    expect(second.actor.organisation?.id).toBe(first.actor.organisation?.id);
    login = `${login}-c`;
    const person = await create();
    await expect(authoriseAgent(platform, administrator, person, bank)).rejects.toMatchObject({
      code: 'NOT_AN_AGENT',
    });
  });

  test('the list goes page by page, by part of a login, by whole name, by role', async () => {
    for (const part of ['a', 'b', 'c']) await create({ login: `${login}-page%${part}`, name: `名${login}` });
    const first = await listAccounts(platform, administrator, { q: `${login}-page%`, limit: 2 });
    expect(first.items.map((item) => item.login)).toEqual([`${login}-page%a`, `${login}-page%b`]);
    const second = await listAccounts(platform, administrator, {
      q: `${login}-page%`,
      limit: 2,
      cursor: first.nextCursor,
    });
    expect(second.items.map((item) => item.login)).toEqual([`${login}-page%c`]);
    expect(second.nextCursor).toBeUndefined();
    expect((await listAccounts(platform, administrator, { q: `名${login}` })).items).toHaveLength(3);
    const staff = await createAccount(platform, systemActor, {
      login: `${login}-staff`,
      password,
      name: '李四',
      kind: 'staff',
      backgroundChecked: true,
      roles: [{ role: 'surveyor', office: '320404', purpose: '地籍维护' }],
    });
    const surveyors = await listAccounts(platform, administrator, { role: 'surveyor', office: '320404' });
    expect(surveyors.items.map((item) => item.id)).toEqual([staff]);
    expect(surveyors.items[0]?.grants).toMatchObject([
      { role: 'surveyor', office: '320404', purpose: '地籍维护' },
    ]);
    expect(
      (await listAccounts(platform, administrator, { role: 'surveyor', office: '320402' })).items,
    ).toEqual([]);
  });
});
