import { beforeEach, describe, expect, test } from 'vitest';
import type { SeizureRenewal } from '../effects.ts';
import * as make from '../fixtures.ts';
import { MemoryUnit } from '../memory-unit.ts';
import { standAt } from '../stand.ts';

const code = make.unitCode(1);
const courts = { 一: '第一法院', 二: '第二法院', 三: '第三法院' };
const by = (name: string) => ({ authority: make.court(name) });

describe('seizure', () => {
  let unit: MemoryUnit;
  beforeEach(() => {
    unit = new MemoryUnit(code);
    unit.enter(make.firstRegistration(code), '2026-01-01T01:00:00Z');
  });
  const seize = (name: string, delivered: string, entered: string, more = {}) =>
    unit.enter(make.seizure(code, delivered, { ...by(name), ...more }), entered);
  const queue = () =>
    unit.seizures.map((each) => [each.queue, each.content.authority.name, each.content.kind]);

  test('runs from the day of delivery in Shanghai for the whole term', () => {
    expect(seize(courts.一, '2026-03-01T17:00:00Z', '2026-03-02T01:00:00Z')).toEqual([]);
    expect(unit.seizures[0]?.content).toMatchObject({
      kind: '1',
      effectiveFrom: '2026-03-02',
      effectiveUntil: '2029-03-01T16:00:00.000Z',
    });
  });

  test('later ones wait in the order of delivery, whatever the order of entry', () => {
    seize(courts.一, '2026-03-01T01:00:00Z', '2026-03-01T02:00:00Z');
    seize(courts.三, '2026-03-03T01:00:00Z', '2026-03-03T02:00:00Z');
    seize(courts.二, '2026-03-02T01:00:00Z', '2026-03-03T03:00:00Z');
    expect(queue()).toEqual([
      [0, courts.一, '1'],
      [1, courts.二, '2'],
      [2, courts.三, '2'],
    ]);
    expect(unit.seizures[1]?.content.effectiveUntil).toBeUndefined();
  });

  test('one delivered first takes the place of one entered first', () => {
    seize(courts.二, '2026-03-02T01:00:00Z', '2026-03-02T02:00:00Z');
    seize(courts.一, '2026-03-01T01:00:00Z', '2026-03-03T02:00:00Z');
    expect(queue()).toEqual([
      [0, courts.一, '1'],
      [1, courts.二, '2'],
    ]);
    expect(unit.seizures[1]).toMatchObject({ continues: '2-1', origin: '2-1' });
  });

  test('delivered at the same instant, the one entered first is first', () => {
    seize(courts.一, '2026-03-01T01:00:00Z', '2026-03-01T02:00:00Z');
    seize(courts.二, '2026-03-01T01:00:00Z', '2026-03-01T03:00:00Z');
    expect(queue().map(([, name]) => name)).toEqual([courts.一, courts.二]);
  });

  test('on release the next comes into force by itself and its term counts from then', () => {
    seize(courts.一, '2026-03-01T01:00:00Z', '2026-03-01T02:00:00Z');
    seize(courts.二, '2026-03-02T01:00:00Z', '2026-03-02T02:00:00Z', { term: { unit: 'month', count: 6 } });
    seize(courts.三, '2026-03-03T01:00:00Z', '2026-03-03T02:00:00Z');
    expect(unit.enter(make.release(code, '2-1', courts.一), '2026-05-01T02:00:00Z')).toEqual([]);
    expect(queue()).toEqual([
      [0, courts.二, '1'],
      [1, courts.三, '2'],
    ]);
    expect(unit.seizures[0]).toMatchObject({
      origin: '3-1',
      continues: '3-1',
      content: { effectiveFrom: '2026-05-01', effectiveUntil: '2026-10-31T16:00:00.000Z' },
    });
    expect(unit.enter(make.release(code, '3-1', courts.二), '2026-05-02T02:00:00Z')).toEqual([]);
    expect(unit.enter(make.release(code, '4-1', courts.三), '2026-05-02T03:00:00Z')).toEqual([]);
    expect(unit.enter(make.transfer(code), '2026-05-03T02:00:00Z')).toEqual([]);
  });

  test('a waiting one can be released from the middle', () => {
    seize(courts.一, '2026-03-01T01:00:00Z', '2026-03-01T02:00:00Z');
    seize(courts.二, '2026-03-02T01:00:00Z', '2026-03-02T02:00:00Z');
    seize(courts.三, '2026-03-03T01:00:00Z', '2026-03-03T02:00:00Z');
    unit.enter(make.release(code, '3-1', courts.二), '2026-05-01T02:00:00Z');
    expect(queue()).toEqual([
      [0, courts.一, '1'],
      [1, courts.三, '2'],
    ]);
  });

  test('only who seized, or who stands above, releases', () => {
    seize(courts.一, '2026-03-01T01:00:00Z', '2026-03-01T02:00:00Z');
    const wrong = make.release(code, '2-1', courts.二);
    expect(unit.enter(wrong, '2026-05-01T02:00:00Z')).toEqual(['OTHER_AUTHORITY']);
    expect(unit.enter({ ...wrong, superior: true } as typeof wrong, '2026-05-01T02:00:00Z')).toEqual([]);
    expect(unit.enter(wrong, '2026-05-01T02:00:00Z')).toEqual(['SEIZURE_NOT_CURRENT']);
  });

  test('it lapses with its term and the next follows from that instant, entry or no entry', () => {
    seize(courts.一, '2026-03-01T01:00:00Z', '2026-03-01T02:00:00Z', { term: { unit: 'year', count: 1 } });
    seize(courts.二, '2026-03-02T01:00:00Z', '2026-03-02T02:00:00Z', { term: { unit: 'day', count: 10 } });
    const state = unit.state;
    if (!state) throw new Error('no page');
    const during = standAt(state, new Date('2027-03-05T00:00:00Z')).rights.filter(
      (each) => each.kind === 'seizure',
    );
    expect(during).toMatchObject([{ id: '3-1', queue: 0, content: { effectiveFrom: '2027-03-01' } }]);
    expect(unit.enter(make.transfer(code), '2027-03-05T00:00:00Z')).toEqual(['UNIT_SEIZED']);
    expect(unit.enter(make.transfer(code), '2027-03-10T16:00:00Z')).toEqual([]);
    expect(unit.seizures).toEqual([]);
    expect(unit.projection.rights.get('2-1')?.endedAt).toEqual(new Date('2027-02-28T16:00:00Z'));
    expect(unit.projection.rights.get('4-1')?.endedAt).toEqual(new Date('2027-03-10T16:00:00Z'));
  });

  test('at most three years, begun, not over, delivered in the past, once a notice', () => {
    const at = '2026-03-01T02:00:00Z';
    const delivered = '2026-03-01T01:00:00Z';
    expect(seize(courts.一, delivered, at, { term: { unit: 'month', count: 37 } })).toEqual([
      'TERM_TOO_LONG',
    ]);
    expect(seize(courts.一, delivered, at, { term: { unit: 'day', count: 1097 } })).toEqual([
      'TERM_TOO_LONG',
    ]);
    expect(seize(courts.一, delivered, at, { term: { unit: 'year', count: 0 } })).toEqual(['TERM_TOO_LONG']);
    expect(seize(courts.一, delivered, at, { from: '2026-03-02' })).toEqual(['TERM_INVALID']);
    expect(seize(courts.一, delivered, at, { from: '2022-01-01' })).toEqual(['TERM_OVER']);
    expect(seize(courts.一, '2026-03-01T03:00:00Z', at)).toEqual(['DELIVERY_INVALID']);
    expect(seize(courts.一, '2026-03-01', at)).toEqual(['DELIVERY_INVALID']);
    expect(
      seize(courts.一, delivered, at, { term: { unit: 'day', count: 1096 }, documentNumber: '协1' }),
    ).toEqual([]);
    expect(seize(courts.一, delivered, at, { documentNumber: '协1' })).toEqual(['SEIZURE_TWICE']);
  });

  test('nothing registered cannot be seized, only pre-seized', () => {
    const fresh = new MemoryUnit(code);
    expect(fresh.enter(make.seizure(code, '2026-03-01T01:00:00Z'), '2026-03-01T02:00:00Z')).toEqual([
      'NO_OWNERSHIP',
    ]);
  });
});

describe('renewal', () => {
  let unit: MemoryUnit;
  beforeEach(() => {
    unit = new MemoryUnit(code);
    unit.enter(make.firstRegistration(code), '2026-01-01T01:00:00Z');
    unit.enter(make.seizure(code, '2026-03-01T01:00:00Z', by(courts.一)), '2026-03-01T02:00:00Z');
    unit.enter(make.seizure(code, '2026-03-02T01:00:00Z', by(courts.二)), '2026-03-02T02:00:00Z');
  });
  const renew = (delivered: string, entered: string, changes: Partial<SeizureRenewal> = {}) =>
    unit.enter(
      {
        type: 'seizure-renewal',
        unit: code,
        reason: '续封',
        seizure: '2-1',
        ...by(courts.一),
        documentNumber: '续1',
        deliveredAt: delivered,
        term: { unit: 'year', count: 3 },
        ...changes,
      },
      entered,
    );

  test('adds to the end of the old term and keeps the place', () => {
    expect(renew('2029-02-01T01:00:00Z', '2029-02-01T02:00:00Z')).toEqual([]);
    expect(unit.seizures[0]).toMatchObject({
      queue: 0,
      origin: '2-1',
      continues: '2-1',
      content: { effectiveFrom: '2026-03-01', effectiveUntil: '2032-02-29T16:00:00.000Z', renewedBy: '续1' },
    });
    expect(renew('2032-02-01T01:00:00Z', '2032-02-01T02:00:00Z')).toEqual([]);
  });

  test('delivered in time and entered after the last day still counts', () => {
    expect(renew('2029-02-28T01:00:00Z', '2029-03-02T02:00:00Z')).toEqual([]);
    expect(unit.seizures.map((each) => each.content.authority.name)).toEqual([courts.一, courts.二]);
  });

  test.each([
    ['SEIZURE_NOT_CURRENT', '2029-03-01T01:00:00Z', '2029-03-01T02:00:00Z', {}],
    ['SEIZURE_NOT_CURRENT', '2029-02-01T01:00:00Z', '2029-02-01T02:00:00Z', { seizure: '1-1' }],
    ['SEIZURE_WAITS', '2029-02-01T01:00:00Z', '2029-02-01T02:00:00Z', { seizure: '3-1', ...by(courts.二) }],
    ['OTHER_AUTHORITY', '2029-02-01T01:00:00Z', '2029-02-01T02:00:00Z', by(courts.二)],
    [
      'TERM_TOO_LONG',
      '2029-02-01T01:00:00Z',
      '2029-02-01T02:00:00Z',
      { term: { unit: 'month' as const, count: 37 } },
    ],
    [
      'TERM_OVER',
      '2029-02-28T01:00:00Z',
      '2029-03-09T02:00:00Z',
      { term: { unit: 'day' as const, count: 5 } },
    ],
    ['DELIVERY_INVALID', '2029-02-02T01:00:00Z', '2029-02-01T02:00:00Z', {}],
  ])('is refused with %s', (refusal, delivered, entered, changes) => {
    expect(renew(delivered, entered, changes)).toEqual([refusal]);
  });
});

describe('pre-seizure', () => {
  const delivered = '2026-03-01T01:00:00Z';
  const entered = '2026-03-01T02:00:00Z';
  const pre = { kind: '3' as const, respondent: make.person('乙'), facts: make.facts(code) };

  test('opens a page, lets the developer register, and turns formal when the buyer is registered', () => {
    const unit = new MemoryUnit(code);
    expect(unit.enter(make.seizure(code, delivered, pre), entered)).toEqual([]);
    const second = { ...pre, ...by(courts.二) };
    unit.enter(make.seizure(code, '2026-03-01T03:00:00Z', second), '2026-03-01T04:00:00Z');
    expect(unit.seizures.map((each) => each.content.kind)).toEqual(['3', '4']);
    const developer = [make.holder('开发公司', { holderKind: '2', idType: '8' })];
    expect(unit.enter(make.firstRegistration(code, { holders: developer }), '2026-04-01T01:00:00Z')).toEqual(
      [],
    );
    expect(unit.seizures.map((each) => each.content.kind)).toEqual(['3', '4']);
    const toOther = make.transfer(code, { holders: [make.holder('丙')] });
    expect(unit.enter(toOther, '2026-05-01T01:00:00Z')).toEqual(['UNIT_SEIZED']);
    expect(unit.enter(make.transfer(code), '2026-05-01T01:00:00Z')).toEqual([]);
    expect(unit.seizures.map((each) => each.content.kind)).toEqual(['1', '2']);
    expect(unit.enter(toOther, '2026-05-02T01:00:00Z')).toEqual(['UNIT_SEIZED']);
  });

  test('turns formal at first registration in the name of the person it is against', () => {
    const unit = new MemoryUnit(code);
    unit.enter(make.seizure(code, delivered, pre), entered);
    unit.enter(make.firstRegistration(code, { holders: [make.holder('乙')] }), '2026-04-01T01:00:00Z');
    expect(unit.seizures.map((each) => each.content.kind)).toEqual(['1']);
  });

  test.each([
    ['RESPONDENT_MISSING', { kind: '3' as const, facts: make.facts(code) }],
    ['UNIT_NOT_REGISTERED', { kind: '3' as const, respondent: make.person('乙') }],
    ['UNIT_CODE_DIFFERS', { ...pre, facts: make.facts(make.unitCode(2)) }],
  ])('is refused with %s', (refusal, changes) => {
    expect(new MemoryUnit(code).enter(make.seizure(code, delivered, changes), entered)).toEqual([refusal]);
  });

  test('is not for what is already registered to that person', () => {
    const unit = new MemoryUnit(code);
    unit.enter(make.firstRegistration(code, { holders: [make.holder('乙')] }), '2026-01-01T01:00:00Z');
    expect(unit.enter(make.seizure(code, delivered, pre), entered)).toEqual(['SEIZURE_EXPECTED']);
  });
});
