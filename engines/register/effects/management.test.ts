import { beforeEach, describe, expect, test } from 'vitest';
import * as make from '../fixtures.ts';
import * as limited from '../fixtures-limited.ts';
import { MemoryUnit } from '../memory-unit.ts';

const code = make.unitCode(1);
const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}T01:00:00Z`;

describe('management of rural land', () => {
  let unit: MemoryUnit;
  beforeEach(() => {
    unit = new MemoryUnit(code);
    expect(unit.enter(limited.contractedLand(code), day(1))).toEqual([]);
  });
  const managements = () => unit.rights.filter((right) => right.kind === 'management');

  test('of five years to the day, one at a time', () => {
    const term = (termTo: string) => limited.management(code, { termFrom: '2026-01-01', termTo });
    expect(unit.enter(term('2030-12-30'), day(2))).toEqual(['TERM_TOO_SHORT']);
    expect(
      unit.enter({ ...term('2030-12-31'), certificate: '证一', contractNumber: '流转一' }, day(2)),
    ).toEqual([]);
    expect(managements()).toMatchObject([
      { rightType: '99', certificate: '证一', content: { contractNumber: '流转一', termTo: '2030-12-31' } },
    ]);
    expect(unit.enter(limited.management(code), day(3))).toEqual(['MANAGEMENT_TWICE']);
    unit.enter(limited.cancelRight(code, '2-1'), day(4));
    expect(unit.enter(limited.management(code), day(5))).toEqual([]);
  });

  test.each([
    ['PROVIDER_NOT_HOLDER', { providers: [make.person('乙')] }],
    ['TERM_INVALID', { termTo: '2025-12-31' }],
    ['TERM_OVER', { termFrom: '2015-01-01', termTo: '2025-12-31' }],
    ['TERM_TOO_LONG', { termTo: '2057-01-01' }],
    ['HOLDERS_MISSING', { holders: [] }],
  ])('is refused with %s', (refusal, changes) => {
    expect(unit.enter(limited.management(code, changes), day(2))).toEqual([refusal]);
  });

  test('only rural land is managed', () => {
    const home = new MemoryUnit(code);
    home.enter(make.firstRegistration(code), day(1));
    expect(home.enter(limited.management(code), day(2))).toEqual(['RURAL_LAND_EXPECTED']);
    expect(new MemoryUnit(code).enter(limited.management(code), day(2))).toEqual(['NO_OWNERSHIP']);
    const farmed = (use: string) => {
      const land = new MemoryUnit(code);
      const facts = make.facts(code, { kind: 'land', use, landTermTo: '2056-12-31' });
      land.enter(make.firstRegistration(code, { rightType: '1', facts }), day(1));
      return land.enter(limited.management(code), day(2));
    };
    expect(farmed('0101')).toEqual([]);
    expect(farmed('0701')).toEqual(['RURAL_LAND_EXPECTED']);
  });

  test('not while the land is seized, promised or stopped', () => {
    unit.enter(limited.notice(code, { noticeKind: '2' }), day(2));
    expect(unit.enter(limited.management(code), day(3))).toEqual(['NOTICED']);
    unit.enter(make.seizure(code, day(2)), day(3));
    unit.enter(limited.lock(code), day(3));
    const agreed = limited.management(code, { consents: ['2-1'] });
    expect(unit.enter(agreed, day(4))).toEqual(['UNIT_LOCKED', 'UNIT_SEIZED']);
  });

  test('is altered within five years and more, and passes to others', () => {
    unit.enter(limited.management(code), day(2));
    const alter = (content: object) => unit.enter(limited.alterRight(code, '2-1', { ...content }), day(3));
    expect(alter({ termTo: '2029-12-31' })).toEqual(['TERM_TOO_SHORT']);
    expect(alter({ termTo: '2057-12-31' })).toEqual(['TERM_TOO_LONG']);
    expect(alter({ termTo: '2040-12-31', contractNumber: '流转二' })).toEqual([]);
    expect(unit.enter(limited.transferRight(code, '2-1'), day(4))).toEqual([]);
    expect(managements()).toMatchObject([
      { holders: [make.holder('己')], content: { termTo: '2040-12-31', contractNumber: '流转二' } },
    ]);
  });
});
