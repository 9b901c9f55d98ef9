import { beforeEach, describe, expect, test } from 'vitest';
import * as make from '../fixtures.ts';
import * as limited from '../fixtures-limited.ts';
import { MemoryUnit } from '../memory-unit.ts';

const code = make.unitCode(1);
const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}T01:00:00Z`;

describe('habitation', () => {
  let unit: MemoryUnit;
  beforeEach(() => {
    unit = new MemoryUnit(code);
    unit.enter(make.firstRegistration(code), day(1));
  });
  const habitations = () => unit.rights.filter((right) => right.kind === 'habitation');

  test('for life or for a time, several on one home', () => {
    expect(unit.enter(limited.habitation(code, { certificate: '证明一' }), day(2))).toEqual([]);
    expect(unit.enter(limited.habitation(code, { termTo: '2035-12-31', mayLet: true }), day(3))).toEqual([]);
    expect(habitations()).toMatchObject([
      { rightType: '92', certificate: '证明一', content: { mayLet: false, conditions: '居住全部房屋' } },
      { content: { termTo: '2035-12-31', mayLet: true } },
    ]);
    expect(habitations()[0]?.content).not.toHaveProperty('termTo');
  });

  test('goes on when the home is sold', () => {
    unit.enter(limited.habitation(code), day(2));
    expect(unit.enter(make.transfer(code), day(3))).toEqual([]);
    expect(habitations()).toHaveLength(1);
  });

  test.each([
    ['PROVIDER_NOT_HOLDER', { providers: [make.person('乙')] }],
    ['CONDITIONS_MISSING', { conditions: '' }],
    ['TERM_INVALID', { termFrom: '2026-13-01' }],
    ['TERM_INVALID', { termTo: '2025-12-31' }],
    ['TERM_OVER', { termFrom: '2020-01-01', termTo: '2025-12-31' }],
    ['HOLDERS_MISSING', { holders: [] }],
  ])('is refused with %s', (refusal, changes) => {
    expect(unit.enter(limited.habitation(code, changes), day(2))).toEqual([refusal]);
  });

  test.each([{ use: '31' }, { kind: 'land' as const, use: '11' }])(
    'only a home is lived in: %j',
    (changes) => {
      const other = new MemoryUnit(code);
      const rightType = changes.kind === 'land' ? '3' : '4';
      other.enter(make.firstRegistration(code, { facts: make.facts(code, changes), rightType }), day(1));
      expect(other.enter(limited.habitation(code), day(2))).toEqual(['HOME_EXPECTED']);
    },
  );

  test('needs a title that is free to be burdened', () => {
    expect(new MemoryUnit(code).enter(limited.habitation(code), day(2))).toEqual(['NO_OWNERSHIP']);
    unit.enter(limited.notice(code), day(2));
    expect(unit.enter(limited.habitation(code), day(3))).toEqual(['NOTICED']);
    expect(unit.enter(limited.habitation(code, { consents: ['2-1'] }), day(3))).toEqual([]);
    unit.enter(make.seizure(code, day(3)), day(4));
    unit.enter(limited.lock(code), day(4));
    const agreed = limited.habitation(code, { consents: ['2-1'] });
    expect(unit.enter(agreed, day(5))).toEqual(['UNIT_LOCKED', 'UNIT_SEIZED']);
  });

  test('is altered, never passed on, and cancelled', () => {
    unit.enter(limited.habitation(code, { termTo: '2035-12-31' }), day(2));
    expect(unit.enter(limited.transferRight(code, '2-1'), day(3))).toEqual(['NOT_TRANSFERABLE']);
    const alter = (content: object) => unit.enter(limited.alterRight(code, '2-1', { ...content }), day(3));
    expect(alter({ termTo: '2025-12-31' })).toEqual(['TERM_INVALID']);
    expect(alter({ mayLet: 'yes' })).toEqual(['FIELD_INVALID']);
    expect(alter({ termTo: null, mayLet: true })).toEqual([]);
    expect(habitations()[0]?.content).toMatchObject({ mayLet: true });
    expect(habitations()[0]?.content).not.toHaveProperty('termTo');
    expect(unit.enter(limited.cancelRight(code, '2-1'), day(4))).toEqual([]);
    expect(habitations()).toEqual([]);
  });
});
