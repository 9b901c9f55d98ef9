import { beforeEach, describe, expect, test } from 'vitest';
import * as make from '../fixtures.ts';
import * as limited from '../fixtures-limited.ts';
import { MemoryUnit } from '../memory-unit.ts';

const code = make.unitCode(1);
const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}T01:00:00Z`;

describe('advance notice', () => {
  let unit: MemoryUnit;
  beforeEach(() => {
    unit = new MemoryUnit(code);
    unit.enter(make.firstRegistration(code), day(1));
  });
  const notices = () => unit.rights.filter((right) => right.kind === 'advance-notice');

  test('of a sale records who may ask for what, and issues its proof', () => {
    const effect = limited.notice(code, { certificate: '证明一', contractNumber: '合同一' });
    expect(unit.enter(effect, day(2))).toEqual([]);
    expect(notices()).toMatchObject([
      {
        rightType: '96',
        certificate: '证明一',
        holders: [make.holder('乙')],
        content: {
          noticeKind: '1',
          obligors: [make.person('甲')],
          amount: 200_000_000,
          contractNumber: '合同一',
        },
      },
    ]);
    expect(unit.projection.certificates.map((each) => each.number)).toEqual(['证明一']);
  });

  test('there is one of a sale on a unit, and it may come again when the first is gone', () => {
    unit.enter(limited.notice(code), day(2));
    const second = limited.notice(code, { noticeKind: '2', holders: [make.holder('丙')] });
    expect(unit.enter(second, day(3))).toEqual(['NOTICE_TWICE']);
    unit.enter(limited.cancelRight(code, '2-1'), day(4));
    expect(unit.enter(second, day(5))).toEqual([]);
  });

  test('it opens the page of a unit that has none', () => {
    const fresh = new MemoryUnit(code);
    const facts = make.facts(code);
    expect(fresh.enter(limited.notice(code), day(2))).toEqual(['UNIT_NOT_REGISTERED']);
    const other = make.facts(make.unitCode(9));
    expect(fresh.enter(limited.notice(code, { facts: other }), day(2))).toEqual(['UNIT_CODE_DIFFERS']);
    expect(fresh.enter(limited.notice(code, { facts, obligors: [make.person('开发公司')] }), day(2))).toEqual(
      [],
    );
    expect(fresh.state?.unit.location).toBe(facts.location);
    expect(fresh.ownership).toBeUndefined();
    expect(fresh.enter(limited.notice(code, { facts }), day(3))).toEqual(['NOTICE_TWICE']);
  });

  test('the buyer may promise the mortgage, who is neither buyer nor owner may not', () => {
    unit.enter(limited.notice(code), day(2));
    const byBuyer = limited.mortgageNotice(code, { obligors: [make.person('乙')] });
    expect(unit.enter(byBuyer, day(3))).toEqual([]);
    expect(notices()[1]?.content.mortgage).toMatchObject({ principal: 100_000_000, mode: '1' });
    expect(unit.enter(limited.mortgageNotice(code, { obligors: [make.person('丙')] }), day(4))).toEqual([
      'OBLIGOR_NOT_HOLDER',
      'NOTICED',
    ]);
  });

  test('the owner needs the buyer to promise a mortgage', () => {
    unit.enter(limited.notice(code), day(2));
    expect(unit.enter(limited.mortgageNotice(code), day(3))).toEqual(['NOTICED']);
    expect(unit.enter(limited.mortgageNotice(code, { consents: ['2-1'] }), day(3))).toEqual([]);
  });

  test('a seized or locked unit takes none', () => {
    unit.enter(make.seizure(code, day(1)), day(2));
    expect(unit.enter(limited.notice(code), day(3))).toEqual(['UNIT_SEIZED']);
    unit.enter(make.release(code, '2-1'), day(4));
    unit.enter(limited.lock(code), day(5));
    expect(unit.enter(limited.notice(code), day(6))).toEqual(['UNIT_LOCKED']);
  });

  test('joint owners promise together, owners by shares may promise their own', () => {
    const both = [make.holder('甲'), make.holder('己')];
    unit.enter(make.transfer(code, { holders: both, coOwnership: '1' }), day(2));
    expect(unit.enter(limited.notice(code), day(3))).toEqual(['ALL_OWNERS_NEEDED']);
    const shared = both.map((each) => ({ ...each, share: { numerator: 1, denominator: 2 } }));
    unit.enter(make.transfer(code, { holders: shared, coOwnership: '2' }), day(3));
    expect(unit.enter(limited.notice(code), day(4))).toEqual([]);
  });

  test.each([
    ['AMOUNT_INVALID', limited.notice(code, { amount: 0 })],
    ['AMOUNT_INVALID', limited.notice(code, { amount: 1.5 })],
    ['OBLIGOR_MISSING', limited.notice(code, { obligors: [] })],
    ['OBLIGOR_HOLDS', limited.notice(code, { obligors: [make.person('乙')] })],
    ['OBLIGOR_NOT_HOLDER', limited.notice(code, { obligors: [make.person('丙')] })],
    ['HOLDERS_MISSING', limited.notice(code, { holders: [] })],
    ['MORTGAGE_NOT_EXPECTED', { ...limited.mortgageNotice(code), noticeKind: '2' as const }],
    ['TERM_INVALID', limited.notice(code, { registrableFrom: '2026-02-30' })],
    ['TERM_INVALID', limited.notice(code, { registrableFrom: '9999-12-31' })],
    ['NOTICE_OVER', limited.notice(code, { registrableFrom: '2025-01-01' })],
  ])('is refused with %s', (refusal, effect) => {
    expect(unit.enter(effect, day(2))).toEqual([refusal]);
  });

  test('of a mortgage says what it will secure', () => {
    const { mortgage, ...bare } = limited.mortgageNotice(code);
    expect(unit.enter(bare, day(2))).toEqual(['PRINCIPAL_MISSING']);
    const of = (changes: object) => ({
      ...bare,
      ...(mortgage ? { mortgage: { ...mortgage, ...changes } } : {}),
    });
    expect(unit.enter(of({ principal: 0 }), day(2))).toEqual(['PRINCIPAL_INVALID']);
    expect(unit.enter(of({ termTo: '2025-12-31' }), day(2))).toEqual(['TERM_INVALID']);
    expect(unit.enter({ ...bare, amount: 100 }, day(2))).toEqual([]);
  });

  test('it is altered within its kind and passes to another claimant', () => {
    unit.enter(limited.notice(code, { certificate: '证明一' }), day(2));
    expect(unit.enter(limited.alterRight(code, '2-1', { mortgage: { principal: 1 } }), day(3))).toEqual([
      'FIELD_INVALID',
    ]);
    expect(
      unit.enter(limited.alterRight(code, '2-1', { amount: 5, contractNumber: '合同二' }), day(3)),
    ).toEqual([]);
    expect(notices()).toMatchObject([
      {
        origin: '2-1',
        continues: '2-1',
        certificate: '证明一',
        content: { amount: 5, contractNumber: '合同二' },
      },
    ]);
    expect(unit.enter(limited.alterRight(code, '2-1', { amount: null }), day(4))).toEqual([]);
    expect(notices()[0]?.content).not.toHaveProperty('amount');
    expect(unit.enter(limited.alterRight(code, '2-1', { registrableFrom: '2025-01-01' }), day(5))).toEqual([
      'NOTICE_OVER',
    ]);
    expect(unit.enter(limited.transferRight(code, '2-1', { certificate: '证明二' }), day(6))).toEqual([]);
    expect(notices()).toMatchObject([{ origin: '2-1', certificate: '证明二', holders: [make.holder('己')] }]);
  });

  test('where what was promised passes, the mortgage on it is promised by the new claimant', () => {
    unit.enter(limited.notice(code), day(2));
    unit.enter(limited.mortgageNotice(code, { obligors: [make.person('乙')] }), day(3));
    const byNext = { obligors: [make.person('己')] };
    expect(unit.enter(limited.alterRight(code, '3-1', byNext), day(4))).toEqual(['OBLIGOR_NOT_HOLDER']);
    expect(unit.enter(limited.transferRight(code, '2-1', { consents: ['3-1'] }), day(4))).toEqual([]);
    expect(unit.enter(limited.alterRight(code, '3-1', { obligors: [] }), day(5))).toEqual(['FIELD_INVALID']);
    expect(unit.enter(limited.alterRight(code, '3-1', byNext), day(5))).toEqual([]);
    expect(notices().find(({ origin }) => origin === '3-1')?.content).toMatchObject(byNext);
  });

  test('the notice of a mortgage passes to another bank together with who promised it', () => {
    unit.enter(limited.notice(code), day(2));
    unit.enter(limited.mortgageNotice(code, { obligors: [make.person('乙')] }), day(3));
    const next = [make.holder('另一银行')];
    const to = (name: string) =>
      limited.transferRight(code, '3-1', { holders: next, obligors: [make.person(name)] });
    expect(unit.enter(to('丙'), day(4))).toEqual(['OBLIGOR_NOT_HOLDER']);
    expect(unit.enter(to('另一银行'), day(4))).toEqual(['OBLIGOR_HOLDS']);
    unit.enter(limited.transferRight(code, '2-1', { consents: ['3-1'] }), day(5));
    expect(unit.enter(to('己'), day(6))).toEqual([]);
    expect(notices().find(({ origin }) => origin === '3-1')).toMatchObject({
      holders: next,
      content: { obligors: [make.person('己')] },
    });
  });

  test('who lent on the claim, or seized it, must agree before it goes', () => {
    unit.enter(limited.notice(code), day(2));
    unit.enter(limited.mortgageNotice(code, { obligors: [make.person('乙')] }), day(3));
    expect(unit.enter(limited.cancelRight(code, '2-1'), day(4))).toEqual(['CONSENT_MISSING']);
    expect(unit.enter(limited.transferRight(code, '2-1'), day(4))).toEqual(['CONSENT_MISSING']);
    expect(unit.enter(limited.transferRight(code, '2-1', { consents: ['3-1'] }), day(5))).toEqual([]);
    unit.enter(make.seizure(code, day(5), { kind: '3', respondent: make.person('己') }), day(6));
    expect(unit.enter(limited.cancelRight(code, '2-1'), day(7))).toEqual(['UNIT_SEIZED']);
    expect(unit.enter(limited.cancelRight(code, '3-1'), day(7))).toEqual([]);
  });
});
