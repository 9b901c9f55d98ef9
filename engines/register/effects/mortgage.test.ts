import { beforeEach, describe, expect, test } from 'vitest';
import * as make from '../fixtures.ts';
import { MemoryUnit } from '../memory-unit.ts';

const code = make.unitCode(1);
const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}T01:00:00Z`;
const half = { share: { numerator: 1, denominator: 2 } };

describe('mortgage', () => {
  let unit: MemoryUnit;
  beforeEach(() => {
    unit = new MemoryUnit(code);
    unit.enter(make.firstRegistration(code), day(1));
  });

  test('records its terms; the owner is the mortgagor', () => {
    expect(unit.enter(make.mortgage(code, { certificate: '证明一', mode: '2' }), day(2))).toEqual([]);
    expect(unit.mortgages[0]).toMatchObject({
      rank: 1,
      rightType: '23',
      coOwnership: '0',
      certificate: '证明一',
      content: { mode: '2', principal: 100_000_000, mortgagors: [make.person('甲')] },
    });
  });

  test('each takes the next rank; cancelling leaves the ranks of others', () => {
    for (let n = 2; n <= 4; n += 1) unit.enter(make.mortgage(code), day(n));
    expect(unit.mortgages.map((each) => each.rank)).toEqual([1, 2, 3]);
    const cancel = (mortgage: string) => ({
      type: 'mortgage-cancellation' as const,
      unit: code,
      reason: '主债权消灭',
      mortgage,
    });
    expect(unit.enter(cancel('3-1'), day(5))).toEqual([]);
    expect(unit.mortgages.map((each) => each.rank)).toEqual([1, 3]);
    expect(unit.enter(cancel('3-1'), day(6))).toEqual(['MORTGAGE_NOT_CURRENT']);
    expect(unit.enter(cancel('1-1'), day(6))).toEqual(['MORTGAGE_NOT_CURRENT']);
    unit.enter(make.mortgage(code), day(7));
    expect(unit.mortgages.map((each) => each.rank)).toEqual([1, 3, 4]);
  });

  test('a seized unit cannot be mortgaged, but a mortgage on it can be cancelled', () => {
    unit.enter(make.mortgage(code), day(2));
    unit.enter(make.seizure(code, '2026-03-03T00:00:00Z'), day(3));
    expect(unit.enter(make.mortgage(code), day(4))).toEqual(['UNIT_SEIZED']);
    const effect = { type: 'mortgage-cancellation' as const, unit: code, reason: '还清', mortgage: '2-1' };
    expect(unit.enter(effect, day(4))).toEqual([]);
  });

  test.each([
    ['PRINCIPAL_INVALID', { principal: 0 }],
    ['PRINCIPAL_INVALID', { principal: 1.5 }],
    ['TERM_INVALID', { termTo: '2025-12-31' }],
    ['TERM_INVALID', { termFrom: '2026-02-30' }],
    ['DEBTOR_MISSING', { debtors: [] }],
    ['HOLDERS_MISSING', { mortgagees: [] }],
    ['MORTGAGOR_NOT_HOLDER', { mortgagors: ['index:丙'] }],
    ['MORTGAGOR_NOT_HOLDER', { mortgagors: [] }],
  ])('is refused with %s', (refusal, changes) => {
    expect(unit.enter(make.mortgage(code, changes), day(2))).toEqual([refusal]);
  });

  test('joint owners mortgage together, owners by shares may mortgage their own', () => {
    const both = [make.holder('乙'), make.holder('丙')];
    unit.enter(make.transfer(code, { coOwnership: '1', holders: both }), day(2));
    const own = make.mortgage(code, { mortgagors: ['index:乙'] });
    expect(unit.enter(own, day(3))).toEqual(['ALL_OWNERS_NEEDED']);
    const shared = both.map((each) => ({ ...each, ...half }));
    unit.enter(make.transfer(code, { coOwnership: '2', holders: shared }), day(3));
    expect(unit.enter(own, day(4))).toEqual([]);
    expect(unit.mortgages[0]?.content.mortgagors.map((each) => each.name)).toEqual(['乙']);
  });

  test('nothing can be mortgaged where nothing is registered', () => {
    expect(new MemoryUnit(code).enter(make.mortgage(code), day(1))).toEqual(['NO_OWNERSHIP']);
  });
});
