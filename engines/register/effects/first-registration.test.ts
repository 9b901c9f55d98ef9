import { describe, expect, test } from 'vitest';
import type { CarriedMortgage } from '../effects.ts';
import * as make from '../fixtures.ts';
import * as limited from '../fixtures-limited.ts';
import { MemoryUnit } from '../memory-unit.ts';

const code = make.unitCode(1);
const now = '2026-03-01T01:00:00Z';

describe('first registration', () => {
  test('opens the page with its facts and the first ownership', () => {
    const unit = new MemoryUnit(code);
    expect(unit.enter(make.firstRegistration(code, { certificate: '证一', price: 1 }), now)).toEqual([]);
    expect(unit.state?.unit).toEqual({ ...make.facts(code), sinceEntry: 1 });
    expect(unit.ownership).toMatchObject({
      id: '1-1',
      origin: '1-1',
      rightType: '4',
      coOwnership: '0',
      certificate: '证一',
      content: { reason: '首次登记', price: 1 },
      registeredAt: new Date(now),
    });
    expect(unit.projection.certificates).toEqual([{ number: '证一', right: '1-1', issuedEntry: 1 }]);
  });

  test('is refused a second time', () => {
    const unit = new MemoryUnit(code);
    unit.enter(make.firstRegistration(code), now);
    expect(unit.enter(make.firstRegistration(code), now)).toEqual(['ALREADY_REGISTERED']);
  });

  test.each([
    ['UNIT_CODE_DIFFERS', { facts: make.facts(make.unitCode(2)) }],
    ['RIGHT_TYPE_UNFIT', { rightType: '3' }],
    ['AREA_INVALID', { facts: make.facts(code, { area: '0' }) }],
    ['AREA_INVALID', { facts: make.facts(code, { area: '1e3' }) }],
    ['AREA_INVALID', { facts: make.facts(code, { landArea: '-1' }) }],
    ['HOLDERS_MISSING', { holders: [] }],
    ['SOLE_HOLDER_EXPECTED', { holders: [make.holder('甲'), make.holder('乙')] }],
    ['CO_OWNERS_EXPECTED', { coOwnership: '1' as const }],
    ['HOLDER_TWICE', { coOwnership: '1' as const, holders: [make.holder('甲'), make.holder('甲')] }],
    ['SHARE_MISSING', { coOwnership: '2' as const, holders: [make.holder('甲'), make.holder('乙')] }],
    ['SHARE_NOT_EXPECTED', { holders: [make.holder('甲', { share: { numerator: 1, denominator: 1 } })] }],
  ])('is refused with %s', (refusal, changes) => {
    expect(new MemoryUnit(code).enter(make.firstRegistration(code, changes), now)).toEqual([refusal]);
  });

  test.each([
    ['SHARES_NOT_WHOLE', 1, 2],
    ['SHARES_NOT_WHOLE', 2, 3],
    ['SHARE_INVALID', 0, 3],
    ['SHARE_INVALID', 4, 3],
    ['SHARE_INVALID', 0.5, 1],
    ['SHARE_INVALID', 1, 0],
  ])('is refused with %s for shares of one third and %d/%d', (refusal, numerator, denominator) => {
    const holders = [
      make.holder('甲', { share: { numerator: 2, denominator: 3 } }),
      make.holder('乙', { share: { numerator, denominator } }),
    ];
    const effect = make.firstRegistration(code, { coOwnership: '2', holders });
    expect(new MemoryUnit(code).enter(effect, now)).toEqual([refusal]);
  });

  test('land takes a land-use right', () => {
    const facts = make.facts(code, { kind: 'land' });
    const unit = new MemoryUnit(code);
    expect(unit.enter(make.firstRegistration(code, { facts, rightType: '3' }), now)).toEqual([]);
  });

  test.each([
    ['9', 'land', []],
    ['13', 'land', []],
    ['11', 'forest', []],
    ['10', 'forest', []],
    ['15', 'sea', []],
    ['16', 'structure', []],
    ['4', 'structure', []],
    ['unknown', 'sea', []],
    ['15', 'land', ['RIGHT_TYPE_UNFIT']],
    ['9', 'house', ['RIGHT_TYPE_UNFIT']],
    ['4', 'forest', ['RIGHT_TYPE_UNFIT']],
    ['12', 'land', ['RIGHT_TYPE_UNFIT']],
  ] as const)('a title of type %s on a unit of %s: %j', (rightType, kind, refusals) => {
    const effect = make.firstRegistration(code, { facts: make.facts(code, { kind }), rightType });
    expect(new MemoryUnit(code).enter(effect, now)).toEqual(refusals);
  });

  test('common parts are held by the owners together, without a certificate', () => {
    const owners = make.holder('全体业主', { idType: '99', holderKind: '99' });
    const common = make.firstRegistration(code, { commonParts: true, holders: [owners] });
    const unit = new MemoryUnit(code);
    expect(unit.enter({ ...common, certificate: '证一' }, now)).toEqual(['CERTIFICATE_NOT_DUE']);
    const own = { ...common, holders: [{ ...owners, certificate: '证一' }] };
    expect(unit.enter(own, now)).toEqual(['CERTIFICATE_NOT_DUE']);
    expect(unit.enter(common, now)).toEqual([]);
    expect(unit.ownership?.content).toEqual({ reason: '首次登记', commonParts: true });
  });

  test('on a page a notice opened, the notice stays; a stopped page takes no title', () => {
    const unit = new MemoryUnit(code);
    expect(unit.enter(limited.notice(code, { facts: make.facts(code) }), now)).toEqual([]);
    expect(unit.enter(limited.lock(code), now)).toEqual([]);
    expect(unit.enter(make.firstRegistration(code), now)).toEqual(['UNIT_LOCKED']);
    const open = { type: 'unlock' as const, unit: code, reason: '解除', lock: '2-1', documentNumber: '解' };
    expect(unit.enter(open, now)).toEqual([]);
    expect(unit.enter(make.firstRegistration(code), now)).toEqual([]);
    expect(unit.rights.map((right) => right.kind)).toEqual(['advance-notice', 'ownership']);
  });

  describe('in the place of other units', () => {
    const old = make.unitCode(2);
    const mortgage = (changes: Partial<CarriedMortgage> = {}): CarriedMortgage => {
      const unit = new MemoryUnit(old);
      unit.enter(make.firstRegistration(old), now);
      unit.enter(make.mortgage(old), now);
      const [right] = unit.mortgages;
      if (!right) throw new Error('no mortgage');
      const { content, holders, coOwnership, rank } = right;
      return { content, holders, coOwnership, rank, certificate: '证明一', ...changes };
    };
    const begin = (...mortgages: CarriedMortgage[]) =>
      make.firstRegistration(code, { predecessors: [old], carried: { mortgages } });

    test('their mortgages go on, word for word, under the proofs their holders have', () => {
      const unit = new MemoryUnit(code);
      const [first, third] = [mortgage(), mortgage({ rank: 3, rightType: '37' })];
      expect(unit.enter(begin(first, third), now)).toEqual([]);
      expect(unit.mortgages).toMatchObject([
        { ...first, rightType: '23', origin: '1-2' },
        { ...third, rightType: '37', origin: '1-3' },
      ]);
      expect(unit.projection.certificates).toEqual([]);
      unit.enter(make.mortgage(code), now);
      expect(unit.mortgages.map((each) => each.rank)).toEqual([1, 3, 4]);
    });

    test.each<[string, Parameters<typeof make.firstRegistration>[1]]>([
      ['PREDECESSORS_INVALID', { predecessors: [old, old] }],
      ['PREDECESSORS_INVALID', { predecessors: [code] }],
      ['PREDECESSORS_MISSING', { carried: { mortgages: [mortgage()] } }],
      ['RANK_INVALID', { predecessors: [old], carried: { mortgages: [mortgage(), mortgage()] } }],
      ['RANK_INVALID', { predecessors: [old], carried: { mortgages: [mortgage({ rank: 0 })] } }],
      ['HOLDERS_MISSING', { predecessors: [old], carried: { mortgages: [mortgage({ holders: [] })] } }],
    ])('is refused with %s', (refusal, changes) => {
      expect(new MemoryUnit(code).enter(make.firstRegistration(code, changes), now)).toEqual([refusal]);
    });
  });
});
