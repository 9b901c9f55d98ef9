import { beforeEach, describe, expect, test } from 'vitest';
import * as make from '../fixtures.ts';
import * as limited from '../fixtures-limited.ts';
import { MemoryUnit } from '../memory-unit.ts';

const code = make.unitCode(1);
const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}T01:00:00Z`;

describe('a mortgage altered', () => {
  let unit: MemoryUnit;
  beforeEach(() => {
    unit = new MemoryUnit(code);
    unit.enter(make.firstRegistration(code), day(1));
    unit.enter(make.mortgage(code, { certificate: '证明一' }), day(2));
  });
  const alter = (content: object, more: object = {}, right = '2-1') =>
    unit.enter(limited.alterRight(code, right, { ...content }, more), day(10));

  test('goes on as the same right in the same rank', () => {
    const content = {
      principal: 90_000_000,
      termTo: '2050-12-31',
      scope: '本金、利息',
      transferRestricted: true,
    };
    expect(alter(content, { certificate: '证明二' })).toEqual([]);
    expect(unit.mortgages).toMatchObject([
      { origin: '2-1', continues: '2-1', rank: 1, certificate: '证明二', holders: [make.bank()], content },
    ]);
    expect(unit.projection.certificates.map((each) => each.number)).toEqual(['证明一', '证明二']);
    expect(alter({ scope: null })).toEqual([]);
    expect(unit.mortgages[0]?.content).not.toHaveProperty('scope');
    expect(unit.mortgages[0]?.certificate).toBe('证明二');
  });

  test('the mortgagee under another name is the same mortgagee', () => {
    expect(alter({}, { holders: [{ ...make.bank(), name: '恒产银行股份有限公司' }] })).toEqual([]);
    expect(unit.mortgages[0]?.holders[0]?.name).toBe('恒产银行股份有限公司');
    expect(alter({}, { holders: [make.bank('另一银行')] })).toEqual(['HOLDERS_DIFFER']);
    expect(alter({}, { coOwnership: '1' })).toEqual(['CO_OWNERS_EXPECTED']);
  });

  test.each([
    ['NOTHING_CHANGES', {}],
    ['NOTHING_CHANGES', { principal: 100_000_000 }],
    ['FIELD_INVALID', { principal: Number.MAX_SAFE_INTEGER + 1 }],
    ['TERM_INVALID', { termTo: '2025-12-31' }],
    ['FIELD_INVALID', { termTo: '2025-02-30' }],
    ['FIELD_INVALID', { termTo: null }],
    ['FIELD_INVALID', { principal: '5' }],
    ['FIELD_INVALID', { scope: ['x'] }],
    ['FIELD_INVALID', { transferRestricted: 1 }],
    ['FIELD_NOT_ALTERABLE', { mode: '2' }],
    ['FIELD_NOT_ALTERABLE', { mortgagors: [] }],
    ['FIELD_NOT_ALTERABLE', { toString: 'x' }],
    ['NOT_MAXIMUM', { determinedOn: '2026-03-01' }],
  ])('is refused with %s: %j', (refusal, content) => {
    expect(alter(content)).toEqual([refusal]);
  });

  test('only a current right of this family is altered', () => {
    for (const right of ['1-1', '9-9'])
      expect(alter({ principal: 1 }, {}, right)).toEqual(['RIGHT_NOT_CURRENT']);
    unit.enter(make.seizure(code, day(3)), day(4));
    expect(alter({ caseNumber: 'x' }, {}, '3-1')).toEqual(['RIGHT_NOT_CURRENT']);
  });

  test('more security needs the lower ranks, the noticed buyer and a page that is free', () => {
    unit.enter(make.mortgage(code), day(3));
    unit.enter(limited.notice(code), day(4));
    const more = { principal: 200_000_000 };
    expect(alter(more)).toEqual(['NOTICED', 'RANK_CONSENT_MISSING']);
    expect(alter(more, {}, '3-1')).toEqual(['NOTICED']);
    expect(alter(more, { consents: ['3-1'] })).toEqual(['NOTICED']);
    unit.enter(make.seizure(code, day(4)), day(5));
    expect(alter(more, { consents: ['3-1', '4-1'] })).toEqual(['UNIT_SEIZED']);
    expect(alter({ principal: 50_000_000 })).toEqual([]);
    unit.enter(make.release(code, '5-1'), day(10));
    expect(alter(more, { consents: ['3-1', '4-1'] })).toEqual([]);
  });

  test('the claims of a maximum mortgage are fixed once, on a day that has come, within the maximum', () => {
    unit.enter(make.mortgage(code, { mode: '2' }), day(3));
    const fix = (content: object) => alter(content, {}, '3-1');
    expect(fix({ determinedOn: '2026-03-11' })).toEqual(['TERM_INVALID']);
    expect(fix({ determinedOn: '2026-03-10', principal: 100_000_001 })).toEqual(['MAXIMUM_EXCEEDED']);
    expect(fix({ determinedOn: '2026-03-10', principal: 80_000_000 })).toEqual([]);
    expect(unit.mortgages[1]?.content).toMatchObject({ determinedOn: '2026-03-10', principal: 80_000_000 });
    expect(fix({ principal: 90_000_000 })).toEqual(['CLAIMS_FIXED']);
    expect(fix({ determinedOn: null })).toEqual(['CLAIMS_FIXED']);
    expect(fix({ principal: 70_000_000 })).toEqual([]);
  });

  test('two mortgages exchange their ranks when those between and behind agree', () => {
    unit.enter(make.mortgage(code), day(3));
    unit.enter(make.mortgage(code), day(4));
    expect(alter({}, { rank: 1 }, '4-1')).toEqual(['RANK_CONSENT_MISSING', 'RANK_CONSENT_MISSING']);
    expect(alter({}, { rank: 3 })).toEqual(['RANK_CONSENT_MISSING']);
    expect(alter({}, { rank: 1 })).toEqual(['NOTHING_CHANGES']);
    expect(alter({}, { rank: 4 })).toEqual(['RANK_NOT_HELD']);
    expect(alter({}, { rank: 1, consents: ['2-1', '3-1'] }, '4-1')).toEqual([]);
    expect(unit.mortgages.map((each) => [each.rank, each.origin])).toEqual([
      [1, '4-1'],
      [2, '3-1'],
      [3, '2-1'],
    ]);
    unit.enter(limited.habitation(code), day(11));
    expect(alter({}, { rank: 1 }, '6-1')).toEqual(['FIELD_NOT_ALTERABLE']);
  });
});
