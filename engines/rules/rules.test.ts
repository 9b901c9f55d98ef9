import { type TestPlatform, testActor, testPlatform } from '@hengchan/platform/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blocking, evaluate } from './evaluate.ts';
import { rulesMigrations } from './index.ts';
import type { Rule, Weight } from './rule.ts';
import { makeRulebook } from './rulebook.ts';
import { activationHistory, loadActivations, setActivation } from './store.ts';

interface Picnic {
  guests: number;
}

const rule = (code: string, weight: Weight, limit = 10): Rule<Picnic> => ({
  code,
  version: 1,
  title: code,
  weight,
  citation: { law: '试验用', verified: false },
  text: '',
  message: '客人太多',
  parameters: { limit },
  check: ({ guests }, { limit: most }) => ({ pass: guests <= Number(most), saw: { guests } }),
});

const book = makeRulebook([rule('SMALL', 'block', 3), rule('LARGE', 'warn', 9)]);
const uses = [
  { rule: 'SMALL', moments: ['accept'] },
  { rule: 'LARGE', moments: ['accept', 'entry'] },
];
const scope = { business: 'picnic', office: '320402' };

describe('evaluation', () => {
  test('every rule asked leaves a finding with what it saw, passed or not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), (guests) => {
        const findings = evaluate(book.applying(uses, 'accept', scope, []), { guests });
        expect(findings.map((finding) => finding.code)).toEqual(['SMALL', 'LARGE']);
        expect(findings.map((finding) => finding.outcome)).toEqual([
          guests <= 3 ? 'pass' : 'block',
          guests <= 9 ? 'pass' : 'warn',
        ]);
        expect(findings.every((finding) => finding.facts.guests === guests)).toBe(true);
        expect(blocking(findings)).toHaveLength(guests <= 3 ? 0 : 1);
      }),
    );
  });

  test('only rules of the moment are asked', () => {
    expect(book.applying(uses, 'entry', scope, []).map(({ rule: each }) => each.code)).toEqual(['LARGE']);
  });

  test('a rule nobody wrote stops the business', () => {
    expect(() => book.applying([{ rule: 'MISSING', moments: ['accept'] }], 'accept', scope, [])).toThrow(
      /MISSING/,
    );
    expect(() => makeRulebook([rule('SMALL', 'block'), rule('SMALL', 'warn')])).toThrow(/twice/);
  });
});

describe('settings', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await testPlatform({ migrations: [rulesMigrations] });
  });
  afterAll(() => platform?.close());
  const manager = testActor({
    kind: 'staff',
    accountId: 'manager',
    roles: [{ role: 'business-manager', office: '*' }],
  });
  const set = (business: string, office: string, enabled: boolean, parameters = {}) =>
    setActivation(platform, manager, {
      rule: 'SMALL',
      business,
      office,
      enabled,
      parameters,
      reason: '试验',
    });
  const outcome = async (guests: number, where = scope) =>
    evaluate(book.applying(uses, 'accept', where, await loadActivations(platform.database)), { guests }).find(
      (finding) => finding.code === 'SMALL',
    )?.outcome;

  test('one rule is on for one business and off for another (REG-ACC-15); the most particular setting wins', async () => {
    await set('picnic', '*', false);
    expect(await outcome(5)).toBeUndefined();
    expect(await outcome(5, { business: 'wedding', office: '320402' })).toBe('block');
    await set('picnic', '320402', true, { limit: 6 });
    expect(await outcome(5)).toBe('pass');
    expect(await outcome(7)).toBe('block');
    expect(await outcome(5, { business: 'picnic', office: '330802' })).toBeUndefined();
  });

  test('earlier settings stay on record and cannot be altered', async () => {
    const before = await activationHistory(platform.database, 'SMALL');
    await set('picnic', '*', true);
    const after = await activationHistory(platform.database, 'SMALL');
    expect(after).toHaveLength(before.length + 1);
    const table = platform.database.withTables<{ 'rules.activation': { enabled: boolean } }>();
    await expect(table.updateTable('rules.activation').set({ enabled: false }).execute()).rejects.toThrow(
      /permission denied/,
    );
    await expect(table.deleteFrom('rules.activation').execute()).rejects.toThrow(/permission denied/);
  });

  test('only who may, and with a reason', async () => {
    const clerk = testActor({
      kind: 'staff',
      accountId: 'clerk',
      roles: [{ role: 'acceptor', office: '320402' }],
    });
    const setting = {
      rule: 'SMALL',
      business: '*',
      office: '*',
      enabled: false,
      parameters: {},
      reason: '试验',
    };
    await expect(setActivation(platform, clerk, setting)).rejects.toMatchObject({ status: 403 });
    await expect(setActivation(platform, manager, { ...setting, reason: ' ' })).rejects.toMatchObject({
      errors: [{ path: '/reason' }],
    });
  });
});
