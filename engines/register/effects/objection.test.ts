import { beforeEach, describe, expect, test } from 'vitest';
import type { ObjectionSuit } from '../effects.ts';
import * as make from '../fixtures.ts';
import * as limited from '../fixtures-limited.ts';
import { MemoryUnit } from '../memory-unit.ts';
import { standAt } from '../stand.ts';

const code = make.unitCode(1);
const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}T01:00:00Z`;
const suit = (changes: Partial<ObjectionSuit> = {}): ObjectionSuit => ({
  type: 'objection-suit',
  unit: code,
  reason: '提交起诉受理通知',
  objection: '2-1',
  suit: '（2026）苏0402民初1号',
  ...changes,
});

describe('objection', () => {
  let unit: MemoryUnit;
  beforeEach(() => {
    unit = new MemoryUnit(code);
    unit.enter(make.firstRegistration(code), day(1));
    expect(unit.enter(limited.objection(code, { certificate: '证明一' }), '2026-03-02T15:59:59Z')).toEqual(
      [],
    );
  });
  const objections = () => unit.rights.filter((right) => right.kind === 'objection');
  const standing = (moment: string) => {
    if (!unit.state) throw new Error('no page');
    return standAt(unit.state, new Date(moment)).rights.filter((right) => right.kind === 'objection').length;
  };

  test('lasts fifteen whole days of Shanghai after the day it was entered', () => {
    expect(objections()[0]).toMatchObject({ rightType: '97', certificate: '证明一' });
    expect(objections()[0]?.content.lapsesAt).toBe('2026-03-17T16:00:00.000Z');
    unit.enter(limited.objection(code, { holders: [make.holder('己')] }), '2026-03-02T16:00:00Z');
    expect(objections()[1]?.content.lapsesAt).toBe('2026-03-18T16:00:00.000Z');
    expect(unit.enter(limited.objection(code, { holders: [make.holder('庚')], days: 17 }), day(3))).toEqual(
      [],
    );
    expect(objections()[2]?.content.lapsesAt).toBe('2026-03-20T16:00:00.000Z');
  });

  test('without a suit it is gone from that instant, entry or no entry', () => {
    expect(standing('2026-03-17T15:59:59.999Z')).toBe(1);
    expect(standing('2026-03-17T16:00:00Z')).toBe(0);
    unit.enter(make.transfer(code), day(20));
    expect(unit.projection.rights.get('2-1')).toMatchObject({
      endedAt: new Date('2026-03-17T16:00:00Z'),
      endedEntry: 3,
    });
    expect(unit.enter(suit(), day(21))).toEqual(['OBJECTION_NOT_CURRENT']);
    expect(unit.enter(limited.objection(code), day(21))).toEqual([]);
  });

  test('a suit shown in time keeps it until it is cancelled', () => {
    expect(unit.enter(suit(), day(10))).toEqual([]);
    expect(objections()[0]).toMatchObject({ origin: '2-1', content: { suit: '（2026）苏0402民初1号' } });
    expect(objections()[0]?.content).not.toHaveProperty('lapsesAt');
    expect(standing('2027-03-17T16:00:00Z')).toBe(1);
    expect(unit.enter(suit(), day(11))).toEqual(['NOTHING_CHANGES']);
    expect(unit.enter(limited.cancelRight(code, '2-1'), '2027-05-01T01:00:00Z')).toEqual([]);
    expect(objections()).toEqual([]);
  });

  test('a suit shown on the last day and entered after it is in time, one shown later is not', () => {
    expect(unit.enter(suit({ shownAt: '2026-03-17T16:00:00Z' }), day(20))).toEqual(['OBJECTION_NOT_CURRENT']);
    expect(unit.enter(suit({ shownAt: '2026-03-17T15:59:59Z' }), day(20))).toEqual([]);
    expect(standing(day(25))).toBe(1);
  });

  test('what else is over lapses although a suit is shown in time', () => {
    unit.enter(make.seizure(code, day(2), { term: { unit: 'day', count: 5 } }), day(3));
    expect(unit.enter(suit({ shownAt: day(4) }), day(20))).toEqual([]);
    expect(unit.seizures).toEqual([]);
  });

  test('a suit in time keeps its own objection and no other', () => {
    unit.enter(limited.objection(code, { holders: [make.holder('己')] }), day(3));
    expect(unit.enter(suit({ shownAt: day(4) }), day(25))).toEqual([]);
    expect(objections().map((each) => each.origin)).toEqual(['2-1']);
  });

  test.each([
    ['SHOWN_INVALID', { shownAt: '2026-03-09' }],
    ['SHOWN_INVALID', { shownAt: day(11) }],
    ['SUIT_MISSING', { suit: ' ' }],
    ['OBJECTION_NOT_CURRENT', { objection: '1-1' }],
  ])('showing a suit is refused with %s', (refusal, changes) => {
    expect(unit.enter(suit(changes), day(10))).toEqual([refusal]);
  });

  test('it stops neither a transfer nor a mortgage', () => {
    expect(unit.enter(make.mortgage(code), day(3))).toEqual([]);
    expect(unit.enter(make.transfer(code), day(4))).toEqual([]);
    expect(objections()).toHaveLength(1);
  });

  test('it is neither altered nor transferred', () => {
    expect(unit.enter(limited.alterRight(code, '2-1', { matter: '另一事项' }), day(3))).toEqual([
      'FIELD_NOT_ALTERABLE',
    ]);
    expect(unit.enter(limited.transferRight(code, '2-1'), day(3))).toEqual(['NOT_TRANSFERABLE']);
  });

  test.each([
    ['OBJECTION_TWICE', {}],
    ['OBJECTOR_IS_HOLDER', { holders: [make.holder('甲')] }],
    ['MATTER_MISSING', { matter: '', holders: [make.holder('己')] }],
    ['TERM_INVALID', { days: 14, holders: [make.holder('己')] }],
    ['TERM_INVALID', { days: 61, holders: [make.holder('己')] }],
    ['HOLDERS_MISSING', { holders: [] }],
  ])('is refused with %s', (refusal, changes) => {
    expect(unit.enter(limited.objection(code, changes), day(3))).toEqual([refusal]);
  });

  test('there must be something to object to', () => {
    const bare = new MemoryUnit(code);
    expect(bare.enter(limited.objection(code), day(3))).toEqual(['NO_OWNERSHIP']);
  });
});
