import { beforeEach, describe, expect, test } from 'vitest';
import type { Cancellation } from '../effects.ts';
import * as make from '../fixtures.ts';
import * as limited from '../fixtures-limited.ts';
import { MemoryUnit } from '../memory-unit.ts';

const code = make.unitCode(1);
const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}T01:00:00Z`;
const cancel = (changes: Partial<Cancellation> = {}): Cancellation => ({
  type: 'cancellation',
  unit: code,
  reason: '放弃',
  ...changes,
});

describe('cancellation of the title', () => {
  let unit: MemoryUnit;
  beforeEach(() => {
    unit = new MemoryUnit(code);
    unit.enter(make.firstRegistration(code, { certificate: '证一' }), day(1));
  });

  test('ends it; the page stays and takes a title again', () => {
    expect(unit.enter(cancel(), day(2))).toEqual([]);
    expect(unit.rights).toEqual([]);
    expect(unit.projection.rights.get('1-1')).toMatchObject({ endedEntry: 2, endedReason: '放弃' });
    expect(unit.projection.disposals).toEqual([{ entry: 2, at: new Date(day(2)) }]);
    expect(unit.state?.closed).toBeUndefined();
    expect(unit.enter(cancel(), day(3))).toEqual(['NO_OWNERSHIP']);
    expect(unit.enter(make.firstRegistration(code), day(3))).toEqual([]);
  });

  test('of a thing that is no more closes the page for good', () => {
    expect(unit.enter(cancel({ loss: true, reason: '灭失' }), day(2))).toEqual([]);
    expect(unit.state?.closed).toEqual({
      how: 'loss',
      reason: '灭失',
      successors: [],
      at: new Date(day(2)),
      entry: 2,
    });
    expect(unit.enter(make.firstRegistration(code), day(3))).toEqual(['PAGE_CLOSED']);
  });

  test('needs everyone whose right rests on it, and ends those rights too', () => {
    unit.enter(make.mortgage(code), day(2));
    unit.enter(limited.habitation(code), day(2));
    unit.enter(limited.easement(code, make.unitCode(2)), day(2));
    unit.enter(limited.objection(code), day(2));
    unit.enter(limited.notice(code), day(3));
    expect(unit.rights).toHaveLength(6);
    expect(unit.enter(cancel(), day(4))).toEqual(Array(4).fill('CONSENT_MISSING'));
    expect(unit.enter(cancel({ consents: ['2-1', '9-9'] }), day(4))).toEqual(
      Array(3).fill('CONSENT_MISSING'),
    );
    const consents = unit.rights.map((right) => right.id);
    expect(unit.enter(cancel({ consents, loss: true }), day(4))).toEqual([]);
    expect(unit.rights).toEqual([]);
    expect(unit.projection.rights.get('2-1')?.endedReason).toBe('所依附的不动产权利注销');
  });

  test('no consent helps against a seizure or a stop', () => {
    unit.enter(make.seizure(code, day(2)), day(2));
    expect(unit.enter(cancel({ consents: ['2-1'], loss: true }), day(3))).toEqual(['UNIT_SEIZED']);
    unit.enter(make.release(code, '2-1'), day(3));
    unit.enter(limited.lock(code), day(3));
    expect(unit.enter(cancel({ consents: ['4-1'] }), day(4))).toEqual(['UNIT_LOCKED']);
  });
});
