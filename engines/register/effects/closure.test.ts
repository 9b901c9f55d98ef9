import { beforeEach, describe, expect, test } from 'vitest';
import type { PageClosure } from '../effects.ts';
import * as make from '../fixtures.ts';
import * as limited from '../fixtures-limited.ts';
import { MemoryUnit } from '../memory-unit.ts';

const code = make.unitCode(1);
const [left, right] = [make.unitCode(2), make.unitCode(3)];
const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}T01:00:00Z`;
const close = (changes: Partial<PageClosure> = {}): PageClosure => ({
  type: 'closure',
  unit: code,
  reason: '分割',
  how: 'split',
  successors: [left, right],
  ...changes,
});

/** One page alone; that pages fit each other is the test of succession. */
describe('closing a page', () => {
  let unit: MemoryUnit;
  beforeEach(() => {
    unit = new MemoryUnit(code);
    unit.enter(make.firstRegistration(code, { certificate: '证一' }), day(1));
  });

  test('ends what was on it and names the successors', () => {
    unit.enter(make.mortgage(code), day(2));
    expect(unit.enter(close({ consents: ['2-1'] }), day(3))).toEqual([]);
    expect(unit.rights).toEqual([]);
    expect(unit.state?.closed).toMatchObject({
      how: 'split',
      reason: '分割',
      successors: [left, right],
      entry: 3,
    });
    expect(unit.projection.rights.get('1-1')?.endedReason).toBe('分割');
    expect(unit.projection.rights.get('2-1')?.endedReason).toBe('不动产单元分割，原登记簿页关闭');
    expect(unit.enter(make.transfer(code), day(4))).toEqual(['PAGE_CLOSED']);
  });

  test.each<[string, Partial<PageClosure>]>([
    ['SUCCESSORS_INVALID', { successors: [left] }],
    ['SUCCESSORS_INVALID', { successors: [] }],
    ['SUCCESSORS_INVALID', { successors: [left, left] }],
    ['SUCCESSORS_INVALID', { successors: [left, code] }],
    ['SUCCESSORS_INVALID', { how: 'merger', successors: [left, right] }],
    ['SUCCESSORS_INVALID', { how: 'renumbering', successors: [code] }],
  ])('is refused with %s for %j', (refusal, changes) => {
    expect(unit.enter(close(changes), day(2))).toEqual([refusal]);
  });

  test('needs a title', () => {
    expect(new MemoryUnit(code).enter(close(), day(1))).toEqual(['NO_OWNERSHIP']);
  });

  test('needs the mortgagees and all others with a right on it', () => {
    unit.enter(make.mortgage(code), day(2));
    unit.enter(limited.habitation(code), day(2));
    expect(unit.enter(close(), day(3))).toEqual(['CONSENT_MISSING', 'CONSENT_MISSING']);
    expect(unit.enter(close({ consents: ['2-1', '3-1'] }), day(3))).toEqual([]);
  });

  test('waits for seizure, stop, notice and objection, whoever agrees', () => {
    unit.enter(limited.notice(code), day(2));
    unit.enter(limited.objection(code), day(2));
    expect(unit.enter(close({ consents: ['2-1', '3-1'] }), day(3))).toEqual(['NOTICED', 'OBJECTED']);
    const other = new MemoryUnit(code);
    other.enter(make.firstRegistration(code), day(1));
    other.enter(make.seizure(code, day(2)), day(2));
    expect(other.enter(close(), day(3))).toEqual(['UNIT_SEIZED']);
    other.enter(make.release(code, '2-1'), day(3));
    other.enter(limited.lock(code), day(3));
    expect(other.enter(close(), day(3))).toEqual(['UNIT_LOCKED']);
  });
});
