import { beforeEach, describe, expect, test } from 'vitest';
import * as make from '../fixtures.ts';
import * as limited from '../fixtures-limited.ts';
import { MemoryUnit } from '../memory-unit.ts';

const [serving, served] = [make.unitCode(1), make.unitCode(2)];
const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}T01:00:00Z`;
const onServed = (changes = {}) =>
  limited.easement(served, served, { side: 'dominant', servient: [serving], dominant: [served], ...changes });

describe('easement', () => {
  let [servient, dominant] = [new MemoryUnit(serving), new MemoryUnit(served)];
  beforeEach(() => {
    [servient, dominant] = [new MemoryUnit(serving), new MemoryUnit(served)];
    servient.enter(make.firstRegistration(serving), day(1));
    dominant.enter(make.firstRegistration(served, { holders: [make.holder('丙')] }), day(1));
  });
  const easements = (unit: MemoryUnit) => unit.rights.filter((right) => right.kind === 'easement');

  test('is on both pages with the same content; its proof is issued once', () => {
    const certificate = { certificate: '地役证明一' };
    expect(servient.enter(limited.easement(serving, served, certificate), day(2))).toEqual([]);
    expect(dominant.enter(onServed(certificate), day(2))).toEqual([]);
    const [here] = easements(servient);
    const [there] = easements(dominant);
    expect(here).toMatchObject({ rightType: '19', certificate: '地役证明一', content: { side: 'servient' } });
    expect({ ...here?.content, side: 'dominant' }).toEqual(there?.content);
    expect(there?.certificate).toBe('地役证明一');
    expect(servient.projection.certificates).toHaveLength(1);
    expect(dominant.projection.certificates).toHaveLength(0);
  });

  test('with a key of its own another may be on the same page', () => {
    servient.enter(limited.easement(serving, served), day(2));
    expect(servient.enter(limited.easement(serving, served), day(3))).toEqual(['EASEMENT_TWICE']);
    expect(servient.enter(limited.easement(serving, served, { key: '地役证明二' }), day(3))).toEqual([]);
  });

  test.each([
    ['EASEMENT_UNITS_INVALID', { servient: [] }],
    ['EASEMENT_UNITS_INVALID', { dominant: [] }],
    ['EASEMENT_UNITS_INVALID', { side: 'dominant' as const, holders: [make.holder('甲')] }],
    ['EASEMENT_UNITS_INVALID', { dominant: [serving] }],
    ['EASEMENT_UNITS_INVALID', { key: '' }],
    ['PROVIDER_NOT_HOLDER', { providers: [make.person('乙')] }],
    ['PROVIDER_NOT_HOLDER', { providers: [] }],
    ['PURPOSE_MISSING', { purpose: ' ' }],
    ['TERM_INVALID', { termTo: '2025-12-31' }],
    ['TERM_OVER', { termFrom: '2020-01-01', termTo: '2025-12-31' }],
    ['TERM_TOO_LONG', { termTo: '2082-01-01' }],
    ['HOLDERS_MISSING', { holders: [] }],
  ])('is refused with %s', (refusal, changes) => {
    expect(servient.enter(limited.easement(serving, served, changes), day(2))).toEqual([refusal]);
  });

  test('land without a title neither serves nor is served', () => {
    const [bare, other] = [new MemoryUnit(serving), new MemoryUnit(served)];
    expect(bare.enter(limited.easement(serving, served), day(2))).toEqual(['NO_OWNERSHIP']);
    expect(other.enter(onServed(), day(2))).toEqual(['HOLDER_NOT_DOMINANT']);
    expect(dominant.enter(onServed({ providers: [] }), day(2))).toEqual(['PROVIDER_NOT_HOLDER']);
  });

  test('joint owners give it together, owners by shares with two thirds', () => {
    const people = ['甲', '乙', '己'].map((name) => make.holder(name));
    servient.enter(make.transfer(serving, { holders: people, coOwnership: '1' }), day(2));
    expect(servient.enter(limited.easement(serving, served), day(3))).toEqual(['ALL_OWNERS_NEEDED']);
    const third = { numerator: 1, denominator: 3 };
    const shared = people.map((each) => ({ ...each, share: third }));
    servient.enter(make.transfer(serving, { holders: shared, coOwnership: '2' }), day(3));
    expect(servient.enter(limited.easement(serving, served), day(4))).toEqual(['SHARES_TOO_FEW']);
    const providers = [make.person('甲'), make.person('乙')];
    expect(servient.enter(limited.easement(serving, served, { providers }), day(4))).toEqual([]);
  });

  test('burdens no land that is seized, promised or stopped; the land it serves gains by it', () => {
    servient.enter(limited.notice(serving), day(2));
    expect(servient.enter(limited.easement(serving, served), day(3))).toEqual(['NOTICED']);
    expect(servient.enter(limited.easement(serving, served, { consents: ['2-1'] }), day(3))).toEqual([]);
    const another = { key: '地役证明二', consents: ['2-1'] };
    servient.enter(make.seizure(serving, day(3)), day(4));
    expect(servient.enter(limited.easement(serving, served, another), day(5))).toEqual(['UNIT_SEIZED']);
    dominant.enter(make.seizure(served, day(3)), day(4));
    expect(dominant.enter(onServed(), day(5))).toEqual([]);
    dominant.enter(limited.lock(served), day(6));
    expect(dominant.enter(onServed({ key: '地役证明二' }), day(7))).toEqual(['UNIT_LOCKED']);
  });

  test('passes with the land it serves and not otherwise', () => {
    dominant.enter(onServed(), day(2));
    servient.enter(limited.easement(serving, served), day(2));
    expect(dominant.enter(limited.transferRight(served, '2-1'), day(3))).toEqual(['HOLDER_NOT_DOMINANT']);
    dominant.enter(make.transfer(served, { holders: [make.holder('己')] }), day(3));
    const certificate = { certificate: '地役证明三' };
    expect(dominant.enter(limited.transferRight(served, '2-1', certificate), day(4))).toEqual([]);
    expect(servient.enter(limited.transferRight(serving, '2-1', certificate), day(4))).toEqual([]);
    expect(easements(servient)).toMatchObject([
      { origin: '2-1', ...certificate, holders: [make.holder('己')] },
    ]);
    expect([servient, dominant].flatMap((unit) => unit.projection.certificates)).toHaveLength(1);
  });

  test('is altered and cancelled on each page', () => {
    servient.enter(limited.easement(serving, served), day(2));
    const alter = (content: object, more = {}) =>
      servient.enter(limited.alterRight(serving, '2-1', { ...content }, more), day(3));
    expect(alter({ termTo: '2082-01-01' })).toEqual(['TERM_TOO_LONG']);
    expect(alter({ side: 'dominant' })).toEqual(['FIELD_NOT_ALTERABLE']);
    expect(alter({ purpose: null })).toEqual(['FIELD_INVALID']);
    expect(alter({ purpose: '通行并铺设管线' }, { certificate: '地役证明四' })).toEqual([]);
    expect(easements(servient)[0]?.content.purpose).toBe('通行并铺设管线');
    expect(servient.projection.certificates).toHaveLength(1);
    expect(servient.enter(limited.cancelRight(serving, '2-1'), day(4))).toEqual([]);
    expect(easements(servient)).toEqual([]);
  });
});
