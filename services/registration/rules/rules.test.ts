import { evaluate } from '@hengchan/rules';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RegistrationFacts } from '../facts.ts';
import { factsWith, mortgage, ownership, party, unitWith } from '../testing/facts.ts';
import { situations } from '../testing/rule-situations/index.ts';
import { registrationRules } from './index.ts';

function ask(code: string, facts: RegistrationFacts, parameters = {}) {
  const rule = registrationRules.find(code);
  if (!rule) throw new Error(`no rule ${code}`);
  const [finding] = evaluate([{ rule, parameters: { ...rule.parameters, ...parameters } }], facts);
  if (!finding) throw new Error('no finding');
  return finding;
}

describe('a rule says of', () => {
  test.each(situations)('%s: %s', (_what, code, facts, outcome) => {
    expect(ask(code, facts).outcome).toBe(outcome);
  });
});

test('a mortgage carried along needs every mortgagee', () => {
  const units = [unitWith([ownership('甲'), mortgage('银行'), mortgage('二行')])];
  const one = factsWith({ units, parties: [party('mortgagee', '银行')] });
  expect(ask('MORTGAGEES_REGISTERED', one).outcome).toBe('pass');
  expect(ask('MORTGAGEES_REGISTERED', one, { all: true }).outcome).toBe('block');
  const both = factsWith({ units, parties: [party('mortgagee', '银行'), party('mortgagee', '二行')] });
  expect(ask('MORTGAGEES_REGISTERED', both, { all: true }).outcome).toBe('pass');
});

test('shares pass exactly when they sum to one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 2, maxLength: 6 }),
      fc.integer({ min: -1, max: 1 }),
      (parts, off) => {
        const denominator = parts.reduce((sum, part) => sum + part, 0) + off;
        fc.pre(denominator >= Math.max(...parts));
        const parties = parts.map((numerator, index) =>
          party('transferee', `乙${index}`, { numerator, denominator }),
        );
        expect(ask('SHARES_ADD_UP', factsWith({ form: { coOwnership: '2' }, parties })).outcome).toBe(
          off === 0 ? 'pass' : 'block',
        );
      },
    ),
  );
});

test('a seizure may last any whole number of months up to three years', () => {
  fc.assert(
    fc.property(fc.integer({ min: -5, max: 120 }), (months) => {
      expect(ask('SEIZURE_TERM_LAWFUL', factsWith({ form: { months } })).outcome).toBe(
        months >= 1 && months <= 36 ? 'pass' : 'block',
      );
    }),
  );
});

test('every rule names its law, speaks Chinese, and is tried above', () => {
  const tried = new Set(situations.map(([, code]) => code).concat('SEIZURE_TERM_LAWFUL'));
  for (const rule of registrationRules.list()) {
    expect(rule.citation.law).toMatch(/[\u4e00-\u9fff]/);
    expect(rule.message).toMatch(/[\u4e00-\u9fff].*。$/);
    expect(tried, `${rule.code} has no situation`).toContain(rule.code);
  }
});

test('findings never carry identity numbers or blind indexes', () => {
  for (const [, code, facts] of situations)
    expect(JSON.stringify(ask(code, facts))).not.toMatch(/index-|sealed/);
});
