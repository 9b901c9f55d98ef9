import { beforeEach, describe, expect, test } from 'vitest';
import type { Alteration } from '../effects.ts';
import * as make from '../fixtures.ts';
import * as limited from '../fixtures-limited.ts';
import { MemoryUnit } from '../memory-unit.ts';

const code = make.unitCode(1);
const share = (numerator: number, denominator: number) => ({ share: { numerator, denominator } });
const alter = (changes: Partial<Alteration>): Alteration => ({
  type: 'alteration',
  unit: code,
  reason: '变更',
  ...changes,
});

describe('alteration of the title', () => {
  let unit: MemoryUnit;
  const enter = (changes: Partial<Alteration>, day = 5) =>
    unit.enter(alter(changes), `2026-03-0${day}T01:00:00Z`);
  beforeEach(() => {
    unit = new MemoryUnit(code);
    const holders = [
      make.holder('甲', { ...share(1, 2), certificate: '证甲' }),
      make.holder('乙', share(1, 2)),
    ];
    const first = make.firstRegistration(code, { holders, coOwnership: '2', certificate: '证一' });
    expect(unit.enter(first, '2026-03-01T01:00:00Z')).toEqual([]);
  });

  test('a new name: the same right goes on in other words, under a new certificate', () => {
    unit.enter(make.mortgage(code), '2026-03-02T01:00:00Z');
    const holders = [make.holder('甲', { ...share(1, 2), name: '甲新' }), make.holder('乙', share(1, 2))];
    expect(enter({ holders, certificate: '证二' })).toEqual([]);
    expect(unit.ownership).toMatchObject({
      origin: '1-1',
      continues: '1-1',
      certificate: '证二',
      content: { reason: '首次登记' },
      holders: [{ name: '甲新', certificate: '证甲' }, { name: '乙' }],
    });
    expect(unit.projection.rights.get('1-1')).toMatchObject({ endedEntry: 3, endedReason: '变更' });
    expect(unit.projection.certificates.map((each) => each.number)).toEqual(['证一', '证甲', '证二']);
    expect(unit.projection.versions).toHaveLength(1);
    expect(unit.mortgages[0]?.id).toBe('2-1');
    expect(unit.projection.disposals).toEqual([]);
  });

  test('a new document number, when it is said whose', () => {
    const renewed = make.holder('甲', {
      ...share(1, 2),
      idIndex: 'index:甲二',
      idMasked: '3204**********9999',
    });
    const holders = [renewed, make.holder('乙', share(1, 2))];
    expect(enter({ holders })).toEqual(['HOLDERS_DIFFER']);
    expect(enter({ holders, identityChanged: [{ from: 'index:甲', to: 'index:甲二' }] })).toEqual([]);
    expect(unit.ownership?.holders[0]).toMatchObject({ idIndex: 'index:甲二', certificate: '证甲' });
  });

  test('other shares, and another way of holding', () => {
    const shares = [make.holder('甲', share(1, 3)), make.holder('乙', share(2, 3))];
    expect(enter({ holders: shares })).toEqual([]);
    const joint = [make.holder('甲'), make.holder('乙')];
    expect(enter({ holders: joint, coOwnership: '1' })).toEqual([]);
    expect(unit.ownership?.coOwnership).toBe('1');
  });

  test('other facts make a new version of the unit', () => {
    expect(enter({ facts: { location: '恒安区桂花路14号301室', use: '12' } })).toEqual([]);
    expect(unit.state?.unit).toEqual({
      ...make.facts(code),
      location: '恒安区桂花路14号301室',
      use: '12',
      sinceEntry: 2,
    });
    expect(unit.projection.versions).toHaveLength(2);
    expect(unit.ownership?.certificate).toBe('证一');
    expect(unit.projection.certificates).toHaveLength(2);
  });

  test('a remark is kept beside how the title was acquired', () => {
    expect(enter({ remark: '门牌更新' })).toEqual([]);
    expect(unit.ownership?.content).toEqual({ reason: '首次登记', remark: '门牌更新' });
  });

  const same = [make.holder('甲', share(1, 2)), make.holder('乙', share(1, 2))];
  test.each<[string, Partial<Alteration>]>([
    ['NOTHING_CHANGES', {}],
    ['NOTHING_CHANGES', { certificate: '证二' }],
    ['NOTHING_CHANGES', { holders: same.toReversed().map((each) => ({ ...each, idSealed: 'again' })) }],
    ['NOTHING_CHANGES', { facts: { area: '89.50' } }],
    ['HOLDERS_DIFFER', { holders: [make.holder('丙', share(1, 2)), make.holder('乙', share(1, 2))] }],
    ['HOLDERS_DIFFER', { remark: 'x', identityChanged: [{ from: 'index:丙', to: 'index:甲' }] }],
    ['FACTS_FIXED', { facts: { code: make.unitCode(2) } }],
    ['FACTS_FIXED', { facts: { kind: 'land' } }],
    ['FACTS_FIXED', { facts: { parcelCode: '320402001001GB00002' } }],
    ['AREA_INVALID', { facts: { area: '0' } }],
    ['SHARES_NOT_WHOLE', { holders: [make.holder('甲', share(1, 2)), make.holder('乙', share(1, 3))] }],
    ['SHARE_NOT_EXPECTED', { coOwnership: '1' }],
  ])('is refused with %s for %j', (refusal, changes) => {
    expect(enter(changes)).toEqual([refusal]);
  });

  test('who is missing is not altered away', () => {
    expect(enter({ holders: [make.holder('甲')], coOwnership: '0' })).toEqual(['HOLDERS_DIFFER']);
  });

  test('under seizure only names, documents and the place may change', () => {
    unit.enter(make.seizure(code, '2026-03-02T00:00:00Z'), '2026-03-02T01:00:00Z');
    expect(enter({ facts: { area: '80.00' } })).toEqual(['UNIT_SEIZED']);
    expect(enter({ remark: '备注' })).toEqual(['UNIT_SEIZED']);
    expect(enter({ holders: [make.holder('甲', share(1, 3)), make.holder('乙', share(2, 3))] })).toEqual([
      'UNIT_SEIZED',
    ]);
    const renamed = [make.holder('甲', { ...share(1, 2), name: '甲新' }), make.holder('乙', share(1, 2))];
    expect(enter({ holders: renamed, facts: { location: '恒安区桂花路14号301室' } })).toEqual([]);
    expect(unit.seizures).toHaveLength(1);
  });

  test('a stopped page stays as it is', () => {
    unit.enter(limited.lock(code), '2026-03-02T01:00:00Z');
    expect(enter({ remark: 'x' })).toEqual(['UNIT_LOCKED']);
  });

  test('common parts get no certificate by alteration either', () => {
    const common = new MemoryUnit(code);
    common.enter(make.firstRegistration(code, { commonParts: true }), '2026-03-01T01:00:00Z');
    const effect = alter({ remark: 'x', certificate: '证一' });
    expect(common.enter(effect, '2026-03-02T01:00:00Z')).toEqual(['CERTIFICATE_NOT_DUE']);
  });

  test('nothing is altered where nothing is registered', () => {
    expect(new MemoryUnit(code).enter(alter({ remark: 'x' }), '2026-03-01T01:00:00Z')).toEqual([
      'NO_OWNERSHIP',
    ]);
  });
});
