import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { feeClassOf } from './fee-facts.ts';
import { type FeeFacts, feeFor, feesFor } from './fee-for.ts';
import { type Circumstance, type FeeClass, feeSchedules } from './schedules.ts';

const facts = (changes: Partial<FeeFacts> = {}): FeeFacts => ({
  on: '2026-11-20',
  units: ['residential'],
  certificates: 1,
  circumstances: [],
  ...changes,
});
const total = (given: FeeFacts, schedule = 'ownership') =>
  feeFor(schedule, given).reduce((sum, line) => sum + line.amount, 0);

describe('the statutory fee', () => {
  test.each<[string, Partial<FeeFacts>, number]>([
    ['a home', {}, 8_000],
    ['something else than a home', { units: ['non-residential'] }, 55_000],
    ['a garage', { units: ['storage'] }, 8_000],
    ['a garage before 2019-07-01', { units: ['storage'], on: '2019-06-30' }, 55_000],
    ['a home and its garage', { units: ['residential', 'storage'], certificates: 2 }, 16_000],
    ['two certificates for one home', { certificates: 2 }, 9_000],
    ['a small enterprise', { units: ['non-residential'], circumstances: ['small-enterprise'] }, 0],
    ['a cancellation', { circumstances: ['cancellation'] }, 0],
    ['a seizure', { circumstances: ['seizure'] }, 0],
    ['an alteration', { circumstances: ['alteration'] }, 0],
    ['an alteration before 2019-07-01', { circumstances: ['alteration'], on: '2019-06-30' }, 4_000],
    ['an objection', { circumstances: ['objection'] }, 4_000],
    ['a reissue', { circumstances: ['reissue'] }, 1_000],
    ['between spouses, two certificates', { circumstances: ['between-spouses'], certificates: 2 }, 2_000],
  ])('of %s', (_what, changes, expected) => {
    expect(total(facts(changes))).toBe(expected);
  });

  test('of a mortgage is by the unit as well', () => {
    expect(total(facts({ units: ['residential', 'non-residential'], certificates: 2 }), 'mortgage')).toBe(
      63_000,
    );
  });

  test('what is let off stays visible with its reason', () => {
    expect(feeFor('ownership', facts({ circumstances: ['small-enterprise'] }))).toEqual([
      {
        code: 'fee-residential',
        title: '不动产登记费（住宅）',
        quantity: 1,
        measure: '件',
        unitPrice: 8_000,
        reduction: 8_000,
        reductionReason: '小微企业（含个体工商户），免收登记费',
        amount: 0,
        citation: expect.objectContaining({ verified: false }),
      },
    ]);
  });

  test('a schedule that does not exist, or did not yet, is refused', () => {
    expect(() => feeFor('constructor', facts())).toThrow(RangeError);
    expect(() => feeFor('ownership', facts({ on: '2016-12-05' }))).toThrow(RangeError);
  });

  test('lines always add up, never cost less than nothing, and never depend on anything but how many units there are', () => {
    const classes = fc.array(fc.constantFrom<FeeClass>('residential', 'non-residential', 'storage'), {
      maxLength: 20,
    });
    const circumstances = fc.subarray<Circumstance>([
      'small-enterprise',
      'reissue',
      'objection',
      'alteration',
      'homestead',
    ]);
    const days = fc.constantFrom('2016-12-06', '2019-06-30', '2019-07-01', '2026-11-20');
    fc.assert(
      fc.property(classes, fc.nat(30), circumstances, days, (units, certificates, applying, on) => {
        const given = facts({ units, certificates, circumstances: applying, on });
        const lines = feeFor('ownership', given);
        for (const line of lines) {
          expect(line.amount).toBe(line.quantity * line.unitPrice - line.reduction);
          expect(line.amount).toBeGreaterThanOrEqual(0);
          expect(line.reduction === 0 || line.reductionReason !== undefined).toBe(true);
        }
        expect(total({ ...given, units: units.toReversed() })).toBe(total(given));
        expect(total(given)).toBeLessThanOrEqual(
          total({ ...given, circumstances: [] }) || Number.POSITIVE_INFINITY,
        );
      }),
    );
  });

  test('every generation names its ground and says that it was not checked', () => {
    for (const { generations } of Object.values(feeSchedules))
      for (const { citations, reductions } of generations)
        for (const citation of [...Object.values(citations), ...reductions.map((each) => each.citation)])
          expect(citation).toEqual({ law: expect.stringContaining('通知'), verified: false });
  });
});

describe('the class of a unit', () => {
  test.each<[string, Parameters<typeof feeClassOf>, FeeClass]>([
    [
      'a home by its planned use',
      [{ use: '11' }, { kind: 'house', houseType: '1', use: '11' }],
      'residential',
    ],
    ['a villa', [{ use: '111' }], 'residential'],
    ['an office', [{ use: '60' }, { kind: 'house', houseType: '3', use: '60' }], 'non-residential'],
    [
      'a garage, whatever the planned use',
      [{ use: '10' }, { kind: 'house', houseType: '6', use: '10' }],
      'storage',
    ],
    ['land for homes', [{ use: '0701' }, { kind: 'land', use: '0701' }], 'residential'],
    ['land for industry', [{ use: '0601' }, { kind: 'land', use: '0601' }], 'non-residential'],
    ['a parking space by its words', [{ use: '车位' }], 'storage'],
    ['a home by its words', [{ use: '成套住宅' }], 'residential'],
  ])('%s', (_what, given, expected) => {
    expect(feeClassOf(...given)).toBe(expected);
  });
});

test('registrations made at once fall each on the side that becomes holder', () => {
  const lines = feesFor('ownership+mortgage', {
    on: '2026-11-20',
    units: ['residential'],
    certificates: 1,
    circumstances: [],
  });
  expect(lines.map(({ code, amount, payer }) => [code, amount, payer])).toEqual([
    ['fee-residential', 8_000, '登记为权利人的一方'],
    ['fee-residential-mortgage', 8_000, '抵押权人'],
  ]);
});
