import { beforeEach, describe, expect, test } from 'vitest';
import * as make from './fixtures.ts';
import * as limited from './fixtures-limited.ts';
import { MemoryUnit } from './memory-unit.ts';
import { standAt } from './stand.ts';

const code = make.unitCode(1);

describe('what time alone ends', () => {
  let unit: MemoryUnit;
  beforeEach(() => {
    unit = new MemoryUnit(code);
    unit.enter(make.firstRegistration(code), '2026-01-01T01:00:00Z');
  });
  const kinds = (moment: string) => {
    if (!unit.state) throw new Error('no page');
    return standAt(unit.state, new Date(moment)).rights.map((right) => right.kind);
  };

  test('a notice ends ninety days after what it protects could be registered', () => {
    unit.enter(limited.notice(code, { registrableFrom: '2026-02-01' }), '2026-02-02T01:00:00Z');
    // The ninetieth day after 1 February is 2 May.
    expect(kinds('2026-05-02T15:59:59.999Z')).toEqual(['ownership', 'advance-notice']);
    expect(kinds('2026-05-02T16:00:00Z')).toEqual(['ownership']);
    expect(unit.enter(make.transfer(code), '2026-05-02T15:59:59Z')).toEqual(['NOTICED']);
    expect(unit.enter(make.transfer(code), '2026-05-02T16:00:00Z')).toEqual([]);
    expect(unit.projection.rights.get('2-1')).toMatchObject({
      endedAt: new Date('2026-05-02T16:00:00Z'),
      endedReason: '自能够进行不动产登记之日起九十日内未申请登记，预告登记失效',
    });
  });

  test('a notice stays while registration is not possible, and the day may be written down later', () => {
    unit.enter(limited.notice(code), '2026-02-02T01:00:00Z');
    expect(kinds('2036-05-02T16:00:00Z')).toEqual(['ownership', 'advance-notice']);
    unit.enter(limited.alterRight(code, '2-1', { registrableFrom: '2030-01-01' }), '2030-01-02T01:00:00Z');
    expect(kinds('2030-04-01T15:59:59Z')).toEqual(['ownership', 'advance-notice']);
    expect(kinds('2030-04-01T16:00:00Z')).toEqual(['ownership']);
  });

  test('everything that is over by the next entry ends at its own instant, in that order', () => {
    unit.enter(
      make.seizure(code, '2026-01-02T00:00:00Z', { term: { unit: 'day', count: 10 } }),
      '2026-01-02T01:00:00Z',
    );
    unit.enter(
      make.seizure(code, '2026-01-02T00:30:00Z', {
        authority: make.court('第二法院'),
        term: { unit: 'day', count: 20 },
      }),
      '2026-01-02T01:30:00Z',
    );
    unit.enter(limited.objection(code), '2026-01-03T01:00:00Z');
    expect(unit.enter(make.transfer(code), '2026-03-01T00:00:00Z')).toEqual([]);
    const ended = [...unit.projection.rights.values()]
      .filter((right) => right.endedEntry === 5 && right.kind !== 'ownership')
      .map((right) => [right.origin, right.endedAt?.toISOString()])
      .sort(([, left], [, right]) => (left ?? '').localeCompare(right ?? ''));
    expect(ended).toEqual([
      ['2-1', '2026-01-11T16:00:00.000Z'],
      ['3-1', '2026-01-11T16:00:00.000Z'],
      ['4-1', '2026-01-18T16:00:00.000Z'],
      ['3-1', '2026-01-31T16:00:00.000Z'],
    ]);
  });

  test('a renewal in time holds back the seizure and nothing else', () => {
    unit.enter(
      make.seizure(code, '2026-01-02T00:00:00Z', { term: { unit: 'day', count: 30 } }),
      '2026-01-02T01:00:00Z',
    );
    unit.enter(limited.objection(code), '2026-01-03T01:00:00Z');
    const renewal = {
      type: 'seizure-renewal' as const,
      unit: code,
      reason: '续封',
      seizure: '2-1',
      authority: make.court(),
      documentNumber: '续',
      deliveredAt: '2026-01-10T00:00:00Z',
      term: { unit: 'year' as const, count: 1 },
    };
    expect(unit.enter(renewal, '2026-03-01T00:00:00Z')).toEqual([]);
    expect(unit.rights.map((right) => right.kind)).toEqual(['ownership', 'seizure']);
  });
});
