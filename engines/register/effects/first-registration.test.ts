import { describe, expect, test } from 'vitest';
import * as make from '../fixtures.ts';
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
});
