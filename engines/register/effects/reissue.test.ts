import { beforeEach, describe, expect, test } from 'vitest';
import type { Reissue } from '../effects.ts';
import * as make from '../fixtures.ts';
import * as limited from '../fixtures-limited.ts';
import { MemoryUnit } from '../memory-unit.ts';

const code = make.unitCode(1);
const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}T01:00:00Z`;
const half = { share: { numerator: 1, denominator: 2 } };
const anew = (changes: Partial<Reissue> = {}): Reissue => ({
  type: 'reissue',
  unit: code,
  reason: '证书遗失',
  certificate: '证九',
  mode: 'loss',
  ...changes,
});

describe('a certificate issued anew', () => {
  let unit: MemoryUnit;
  beforeEach(() => {
    unit = new MemoryUnit(code);
    const holders = [make.holder('甲', { ...half, certificate: '证甲' }), make.holder('乙', half)];
    unit.enter(make.firstRegistration(code, { coOwnership: '2', holders, certificate: '证一' }), day(1));
    unit.enter(make.mortgage(code, { certificate: '证明一' }), day(2));
  });
  const numbers = () => unit.projection.certificates.map((each) => [each.number, each.right]);

  test('is the same right under another number', () => {
    const before = unit.ownership;
    expect(unit.enter(anew(), day(3))).toEqual([]);
    expect(unit.ownership).toMatchObject({ origin: '1-1', continues: '1-1', certificate: '证九' });
    expect(unit.ownership?.content).toEqual(before?.content);
    expect(unit.ownership?.holders).toEqual(before?.holders);
    expect(unit.projection.rights.get('1-1')?.endedReason).toBe('补发证书，原证书作废');
    expect(numbers()).toEqual([
      ['证一', '1-1'],
      ['证甲', '1-1'],
      ['证明一', '2-1'],
      ['证九', '3-1'],
    ]);
  });

  test('of one co-owner, and of another right', () => {
    expect(unit.enter(anew({ holder: 'index:甲', mode: 'exchange' }), day(3))).toEqual([]);
    expect(unit.ownership?.certificate).toBe('证一');
    expect(unit.ownership?.holders.map((each) => each.certificate)).toEqual(['证九', undefined]);
    expect(unit.enter(anew({ right: '2-1', certificate: '证明二' }), day(3))).toEqual([]);
    expect(unit.mortgages[0]).toMatchObject({ rank: 1, origin: '2-1', certificate: '证明二' });
  });

  test('also under seizure, for nothing is disposed of', () => {
    unit.enter(make.seizure(code, day(3)), day(3));
    expect(unit.enter(anew(), day(4))).toEqual([]);
    expect(unit.enter(anew({ right: '3-1' }), day(5))).toEqual(['CERTIFICATE_NOT_DUE']);
  });

  test.each<[string, Partial<Reissue>]>([
    ['RIGHT_NOT_CURRENT', { right: '9-9' }],
    ['CERTIFICATE_SAME', { certificate: '证一' }],
    ['CERTIFICATE_SAME', { certificate: '证甲', holder: 'index:乙' }],
    ['HOLDER_NOT_FOUND', { holder: 'index:丙' }],
  ])('is refused with %s for %j', (refusal, changes) => {
    expect(unit.enter(anew(changes), day(3))).toEqual([refusal]);
  });

  test('not for common parts, nor while the page is stopped', () => {
    const common = new MemoryUnit(code);
    common.enter(make.firstRegistration(code, { commonParts: true }), day(1));
    expect(common.enter(anew(), day(2))).toEqual(['CERTIFICATE_NOT_DUE']);
    unit.enter(limited.lock(code), day(3));
    expect(unit.enter(anew(), day(4))).toEqual(['UNIT_LOCKED']);
  });
});
