import { beforeEach, describe, expect, test } from 'vitest';
import * as make from '../fixtures.ts';
import * as limited from '../fixtures-limited.ts';
import { MemoryUnit } from '../memory-unit.ts';

const code = make.unitCode(1);
const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}T01:00:00Z`;

describe('a mortgage transferred', () => {
  let unit: MemoryUnit;
  beforeEach(() => {
    unit = new MemoryUnit(code);
    unit.enter(make.firstRegistration(code), day(1));
    unit.enter(make.mortgage(code, { certificate: '证明一' }), day(2));
    unit.enter(make.mortgage(code, { mode: '2' }), day(3));
  });
  const other = { holders: [make.bank('另一银行')] };
  const pass = (right: string, more: object = {}) =>
    unit.enter(limited.transferRight(code, right, { ...other, ...more }), day(4));

  test('keeps its rank and content; the old proof is void', () => {
    expect(pass('2-1')).toEqual([]);
    expect(unit.mortgages[0]).toMatchObject({
      origin: '2-1',
      rank: 1,
      ...other,
      content: { principal: 100_000_000 },
    });
    expect(unit.mortgages[0]).not.toHaveProperty('certificate');
    expect(pass('2-1', { holders: [make.bank()], certificate: '证明二' })).toEqual([]);
    expect(unit.mortgages[0]?.certificate).toBe('证明二');
    expect(unit.projection.certificates.map((each) => each.number)).toEqual(['证明一', '证明二']);
  });

  test('a seizure of the unit does not bind the mortgagee', () => {
    unit.enter(make.seizure(code, day(3)), day(4));
    expect(pass('2-1')).toEqual([]);
  });

  test('with open claims only as agreed, with fixed ones freely', () => {
    expect(pass('3-1')).toEqual(['CLAIMS_NOT_FIXED']);
    expect(pass('3-1', { agreed: true })).toEqual([]);
    unit.enter(limited.alterRight(code, '3-1', { determinedOn: '2026-03-04' }), day(5));
    expect(unit.enter(limited.transferRight(code, '3-1', { holders: [make.bank()] }), day(5))).toEqual([]);
  });

  test.each([
    ['NOTHING_CHANGES', '2-1', { holders: [make.bank()] }],
    ['HOLDERS_MISSING', '2-1', { holders: [] }],
    ['RIGHT_NOT_CURRENT', '1-1', {}],
    ['RIGHT_NOT_CURRENT', '9-1', {}],
  ])('is refused with %s', (refusal, right, more) => {
    expect(pass(right, more)).toEqual([refusal]);
  });
});

test('of these rights any current one is cancelled, and no other', () => {
  const unit = new MemoryUnit(code);
  unit.enter(make.firstRegistration(code), day(1));
  unit.enter(make.mortgage(code), day(2));
  unit.enter(make.seizure(code, day(2)), day(3));
  unit.enter(limited.lock(code), day(4));
  const cancel = (right: string) => unit.enter(limited.cancelRight(code, right), day(5));
  for (const right of ['1-1', '3-1', '4-1', '9-9']) expect(cancel(right)).toEqual(['RIGHT_NOT_CURRENT']);
  expect(cancel('2-1')).toEqual([]);
  expect(cancel('2-1')).toEqual(['RIGHT_NOT_CURRENT']);
  expect(unit.projection.rights.get('2-1')?.endedReason).toBe('注销');
});
