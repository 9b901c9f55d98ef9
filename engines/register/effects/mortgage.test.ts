import { beforeEach, describe, expect, test } from 'vitest';
import * as make from '../fixtures.ts';
import * as limited from '../fixtures-limited.ts';
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

  test.each([
    ['1', 'land'],
    ['2', 'land'],
    ['5', 'land'],
  ] as const)('land under right type %s is not mortgaged', (rightType, kind) => {
    const land = new MemoryUnit(code);
    land.enter(make.firstRegistration(code, { rightType, facts: make.facts(code, { kind }) }), day(1));
    expect(land.enter(make.mortgage(code), day(2))).toEqual(['NOT_MORTGAGEABLE']);
  });

  test.each([
    ['3', 'land'],
    ['6', 'house'],
    ['9', 'land'],
    ['15', 'sea'],
  ] as const)('a title of type %s is', (rightType, kind) => {
    const other = new MemoryUnit(code);
    other.enter(make.firstRegistration(code, { rightType, facts: make.facts(code, { kind }) }), day(1));
    expect(other.enter(make.mortgage(code), day(2))).toEqual([]);
  });

  test('common parts are not mortgaged, nor what is stopped or promised to a buyer who does not agree', () => {
    const common = new MemoryUnit(code);
    common.enter(make.firstRegistration(code, { commonParts: true }), day(1));
    expect(common.enter(make.mortgage(code), day(2))).toEqual(['NOT_MORTGAGEABLE']);
    unit.enter(limited.notice(code), day(2));
    expect(unit.enter(make.mortgage(code), day(3))).toEqual(['NOTICED']);
    expect(unit.enter(make.mortgage(code, { consents: ['2-1'] }), day(3))).toEqual([]);
    unit.enter(limited.lock(code), day(4));
    expect(unit.enter(make.mortgage(code, { consents: ['2-1'] }), day(5))).toEqual(['UNIT_LOCKED']);
  });

  test('of a building under construction says so', () => {
    expect(unit.enter(make.mortgage(code, { construction: true }), day(2))).toEqual([]);
    expect(unit.mortgages[0]?.content.construction).toBe(true);
  });

  describe('after an advance notice of it', () => {
    beforeEach(() => {
      unit.enter(limited.mortgageNotice(code, { noticeKind: '4' }), '2026-03-01T17:00:00Z');
    });

    test('the notice ends and the mortgage counts from the day of the notice', () => {
      expect(unit.enter(make.mortgage(code, { converts: '2-1' }), day(5))).toEqual([]);
      expect(unit.mortgages[0]?.content.noticedFrom).toBe('2026-03-02');
      expect(unit.projection.rights.get('2-1')).toMatchObject({
        endedEntry: 3,
        endedReason: '预告登记转本登记',
      });
    });

    test('also when the notice was altered or its proof issued anew in between', () => {
      unit.enter(limited.alterRight(code, '2-1', { contractNumber: '合同二' }), day(3));
      const anew = {
        type: 'reissue' as const,
        unit: code,
        reason: '遗失',
        right: '2-1',
        mode: 'loss' as const,
      };
      expect(unit.enter({ ...anew, certificate: '证明九' }, day(4))).toEqual([]);
      expect(unit.enter(make.mortgage(code, { converts: '2-1' }), day(5))).toEqual([]);
      expect(unit.mortgages[0]?.content.noticedFrom).toBe('2026-03-02');
    });

    test('only a current notice of a mortgage, of the very mortgagees', () => {
      unit.enter(limited.notice(code), day(3));
      const converting = (converts: string, name = '恒产银行') =>
        unit.enter(
          make.mortgage(code, { converts, mortgagees: [make.bank(name)], consents: ['3-1'] }),
          day(4),
        );
      expect(converting('3-1')).toEqual(['NOTICE_NOT_CURRENT']);
      expect(converting('9-9')).toEqual(['NOTICE_NOT_CURRENT']);
      expect(converting('2-1', '另一银行')).toEqual(['NOTICE_HOLDERS_DIFFER']);
      expect(converting('2-1')).toEqual([]);
    });
  });
});
