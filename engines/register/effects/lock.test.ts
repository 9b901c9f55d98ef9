import { beforeEach, describe, expect, test } from 'vitest';
import type { Unlock } from '../effects.ts';
import * as make from '../fixtures.ts';
import * as limited from '../fixtures-limited.ts';
import { MemoryUnit } from '../memory-unit.ts';

const code = make.unitCode(1);
const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}T01:00:00Z`;
const unlock = (changes: Partial<Unlock> = {}): Unlock => ({
  type: 'unlock',
  unit: code,
  reason: '整改完成',
  lock: '2-1',
  documentNumber: '恒自然资函〔2026〕2号',
  ...changes,
});

describe('lock', () => {
  let unit: MemoryUnit;
  beforeEach(() => {
    unit = new MemoryUnit(code);
    unit.enter(make.firstRegistration(code), day(1));
  });
  const locks = () => unit.rights.filter((right) => right.kind === 'lock');

  test('says who stopped the page and by what document, and is there once', () => {
    expect(unit.enter(limited.lock(code), day(2))).toEqual([]);
    expect(locks()).toMatchObject([
      { holders: [], content: { documentNumber: '恒自然资函〔2026〕1号', reason: '违法建筑' } },
    ]);
    expect(unit.enter(limited.lock(code), day(3))).toEqual(['LOCK_TWICE']);
    expect(unit.enter(unlock(), day(4))).toEqual([]);
    expect(locks()).toEqual([]);
    expect(unit.enter(limited.lock(code), day(5))).toEqual([]);
  });

  test('stops what disposes, burdens or alters; seizures, objections and cancellations go on', () => {
    unit.enter(limited.habitation(code), day(2));
    unit.enter(limited.lock(code), day(2));
    const stopped = [
      make.transfer(code),
      make.mortgage(code),
      limited.notice(code),
      limited.habitation(code),
      limited.alterRight(code, '2-1', { mayLet: true }),
    ];
    for (const effect of stopped) expect(unit.enter(effect, day(3))).toEqual(['UNIT_LOCKED']);
    const goingOn = [make.seizure(code, day(2)), limited.objection(code), limited.cancelRight(code, '2-1')];
    for (const effect of goingOn) expect(unit.enter(effect, day(3))).toEqual([]);
  });

  test('stops the transfer of a mortgage too', () => {
    unit.enter(make.mortgage(code), day(2));
    unit.enter(limited.lock(code), day(3));
    const transfer = limited.transferRight(code, '2-1', { holders: [make.bank('另一银行')] });
    expect(unit.enter(transfer, day(4))).toEqual(['UNIT_LOCKED']);
    expect(unit.enter(unlock({ lock: '3-1' }), day(5))).toEqual([]);
    expect(unit.enter(transfer, day(6))).toEqual([]);
  });

  test('needs a page and a document', () => {
    expect(new MemoryUnit(code).enter(limited.lock(code), day(2))).toEqual(['UNIT_NOT_REGISTERED']);
    expect(unit.enter(limited.lock(code, { documentNumber: ' ' }), day(2))).toEqual(['DOCUMENT_MISSING']);
  });

  test.each([
    ['LOCK_NOT_CURRENT', { lock: '1-1' }],
    ['DOCUMENT_MISSING', { documentNumber: '' }],
    ['OTHER_AUTHORITY', { authority: make.court() }],
  ])('is not lifted: %s', (refusal, changes) => {
    unit.enter(limited.lock(code), day(2));
    expect(unit.enter(unlock(changes), day(3))).toEqual([refusal]);
  });

  test('is lifted by the authority that put it there', () => {
    unit.enter(limited.lock(code), day(2));
    const { authority } = limited.lock(code);
    expect(unit.enter(unlock({ authority }), day(3))).toEqual([]);
  });
});
