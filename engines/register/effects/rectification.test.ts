import { beforeEach, describe, expect, test } from 'vitest';
import type { Rectification } from '../effects.ts';
import * as make from '../fixtures.ts';
import * as limited from '../fixtures-limited.ts';
import { MemoryUnit } from '../memory-unit.ts';

const code = make.unitCode(1);
const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}T01:00:00Z`;
const rectify = (changes: Partial<Rectification> = {}): Rectification => ({
  type: 'rectification',
  unit: code,
  reason: '登记错误',
  exOfficio: false,
  ...changes,
});

describe('rectification', () => {
  let unit: MemoryUnit;
  beforeEach(() => {
    unit = new MemoryUnit(code);
    unit.enter(make.firstRegistration(code, { certificate: '证一', price: 5 }), day(1));
    unit.enter(make.mortgage(code, { certificate: '证明一' }), day(2));
  });

  test('puts the right owner in place; the right goes on and nothing was disposed of', () => {
    expect(unit.enter(rectify({ holders: [make.holder('丙')], certificate: '证二' }), day(3))).toEqual([]);
    expect(unit.ownership).toMatchObject({
      origin: '1-1',
      certificate: '证二',
      holders: [{ name: '丙' }],
      content: { reason: '首次登记', price: 5 },
    });
    expect(unit.projection.disposals).toEqual([]);
    expect(unit.mortgages).toHaveLength(1);
  });

  test('of facts and of how the title was acquired', () => {
    const effect = rectify({ facts: { area: '98.50' }, content: { price: 6, remark: '面积更正' } });
    expect(unit.enter(effect, day(3))).toEqual([]);
    expect(unit.state?.unit.area).toBe('98.50');
    expect(unit.ownership?.content).toEqual({ reason: '首次登记', price: 6, remark: '面积更正' });
  });

  test('of a mortgage: it keeps its rank', () => {
    const effect = rectify({
      target: '2-1',
      content: { principal: 90_000_000 },
      holders: [make.bank('另一银行')],
      certificate: '证明二',
    });
    expect(unit.enter(effect, day(3))).toEqual([]);
    expect(unit.mortgages[0]).toMatchObject({
      rank: 1,
      origin: '2-1',
      certificate: '证明二',
      holders: [{ name: '另一银行' }],
      content: { principal: 90_000_000, termTo: '2055-12-31' },
    });
  });

  test('a pre-seizure of the person who turns out to be the owner becomes a seizure', () => {
    unit.enter(make.seizure(code, day(2), { kind: '3', respondent: make.person('丙') }), day(3));
    expect(unit.seizures[0]?.content.kind).toBe('3');
    expect(unit.enter(rectify({ holders: [make.holder('丁')] }), day(4))).toEqual(['UNIT_SEIZED']);
    expect(unit.enter(rectify({ holders: [make.holder('丙')] }), day(4))).toEqual([]);
    expect(unit.seizures[0]).toMatchObject({ origin: '3-1', content: { kind: '1' } });
  });

  test.each<[string, Partial<Rectification>]>([
    ['RIGHT_NOT_CURRENT', { target: '9-9' }],
    ['NOTHING_CHANGES', {}],
    ['NOTHING_CHANGES', { target: '2-1', holders: [{ ...make.bank(), idSealed: 'again' }] }],
    ['FIELD_INVALID', { content: { price: -1 } }],
    ['FIELD_INVALID', { content: { commonParts: true } }],
    ['FIELD_INVALID', { target: '2-1', content: { principal: 0 } }],
    ['FIELD_NOT_ALTERABLE', { target: '2-1', content: { rank: 2 } }],
    ['FACTS_NOT_EXPECTED', { target: '2-1', facts: { area: '1' } }],
    ['FACTS_FIXED', { facts: { parcelCode: 'x' } }],
    ['HOLDERS_MISSING', { target: '2-1', holders: [] }],
    ['SOLE_HOLDER_EXPECTED', { holders: [make.holder('丙'), make.holder('丁')] }],
  ])('is refused with %s for %j', (refusal, changes) => {
    expect(unit.enter(rectify(changes), day(3))).toEqual([refusal]);
  });

  test('orders of authorities are not rectified, and a stopped page not at all', () => {
    unit.enter(make.seizure(code, day(3)), day(3));
    expect(unit.enter(rectify({ target: '3-1', content: {} }), day(3))).toEqual(['NOT_RECTIFIABLE']);
    expect(unit.enter(rectify({ facts: { area: '1' } }), day(3))).toEqual(['UNIT_SEIZED']);
    expect(unit.enter(rectify({ facts: { location: '桂花路14号' } }), day(3))).toEqual([]);
    unit.enter(limited.lock(code), day(4));
    expect(unit.enter(rectify({ facts: { location: '桂花路16号' } }), day(4))).toEqual(['UNIT_LOCKED']);
  });

  describe('by the registry itself', () => {
    const own = rectify({ exOfficio: true, facts: { area: '98.50' } });
    let fresh: MemoryUnit;
    beforeEach(() => {
      fresh = new MemoryUnit(code);
      fresh.enter(make.firstRegistration(code), day(1));
    });

    test('where nobody can have relied on the error', () => {
      fresh.enter(limited.objection(code), day(2));
      expect(fresh.enter(own, day(3))).toEqual([]);
    });

    test('not where the unit was disposed of since, is noticed or seized', () => {
      expect(unit.enter(own, day(3))).toEqual(['RECTIFICATION_BARRED']);
      fresh.enter(limited.notice(code), day(2));
      expect(fresh.enter(own, day(3))).toEqual(['RECTIFICATION_BARRED']);
      const seized = new MemoryUnit(code);
      seized.enter(make.firstRegistration(code), day(1));
      seized.enter(make.seizure(code, day(2)), day(2));
      expect(seized.enter(own, day(3))).toEqual(['RECTIFICATION_BARRED']);
    });

    test('the error may be older than the right that stands now', () => {
      fresh.enter(make.transfer(code), day(2));
      expect(fresh.enter({ ...own, wrongEntry: 1 }, day(3))).toEqual(['RECTIFICATION_BARRED']);
      expect(fresh.enter({ ...own, wrongEntry: 2 }, day(3))).toEqual([]);
    });
  });
});
