import {
  checkCertificateNumber,
  checkCreditCode,
  checkIdNumber,
  checkUnitCode,
  idNumberBirthday,
  isArea,
  nameOf,
  sharesSumToOne,
} from '@hengchan/standards';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chronicleOf } from '../seed/chronicle.ts';
import { numberingOf } from '../seed/requests.ts';
import { banks, companiesOf, courts, developers } from './bodies.ts';
import { type City, makeCity, type OfficeCity } from './city.ts';
import type { PlannedEvent } from './events.ts';
import { spiral } from './ground.ts';
import { ownersOf } from './making.ts';
import { type HouseholdShape, householdOf, householdsIn, membersOf } from './people.ts';
import type { QuarterStyle } from './quarters.ts';

const now = new Date('2026-11-20T02:00:00Z');
const everyUnit = (city: City) =>
  city.offices.flatMap((office) =>
    Array.from({ length: office.site.units }, (_, index) => ({ office, ...office.unit(index) })),
  );

const region = { seed: 5, areas: ['320402', '320404'] };
const shapes: HouseholdShape[] = ['single', 'divorced', 'couple'];

describe('families', () => {
  test('have valid numbers of the synthetic years', () => {
    const serials = fc.integer({ min: 0, max: householdsIn(region) - 1 });
    fc.assert(
      fc.property(serials, fc.constantFrom(...shapes), (serial, shape) => {
        const household = householdOf(region, { serial, shape });
        for (const { idNumber, name } of [...membersOf(household), ...(household.marriage?.spouses ?? [])]) {
          expect(checkIdNumber(idNumber)).toMatchObject({ valid: true });
          expect(idNumberBirthday(idNumber)).toMatch(/^190[1-9]-/);
          expect(name).toMatch(/^\p{Script=Han}{2,4}$/u);
        }
        expect(householdOf(region, { serial, shape })).toEqual(household);
      }),
    );
  });

  test('no two people have the same number', () => {
    const numbers = Array.from({ length: 20_000 }, (_, at) =>
      householdOf(region, { serial: at * 31, shape: 'couple' }),
    )
      .flatMap(membersOf)
      .map((person) => person.idNumber);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test('end where the numbers end', () => {
    const serial = householdsIn(region);
    expect(() => householdOf(region, { serial, shape: 'single' })).toThrow(RangeError);
  });
});

test('companies, banks and courts have valid credit codes, each its own', () => {
  const bodies = [...banks, ...courts, ...developers, ...companiesOf(1)];
  for (const { idNumber, name } of bodies) {
    expect(checkCreditCode(idNumber)).toEqual({ valid: true });
    expect(name).toContain('演示');
  }
  expect(new Set(bodies.map((each) => each.idNumber)).size).toBe(bodies.length);
});

test('the spiral visits every block once', () => {
  const cells = Array.from({ length: 961 }, (_, n) => spiral(n).join());
  expect(new Set(cells).size).toBe(961);
  expect(Math.max(...cells.flatMap((each) => each.split(',').map((part) => Math.abs(Number(part)))))).toBe(
    15,
  );
});

describe('a city of any size and seed', () => {
  const cities = fc.record({
    units: fc.integer({ min: 1, max: 400 }),
    seed: fc.integer({ min: 1, max: 1e6 }),
  });

  test('has units with valid codes, each its own, and facts that fit', () => {
    fc.assert(
      fc.property(cities, (options) => {
        const city = makeCity({ ...options, now });
        const units = everyUnit(city);
        expect(units.length).toBe(options.units);
        expect(new Set(units.map(({ facts }) => facts.code)).size).toBe(units.length);
        for (const { office, facts } of units) {
          expect(checkUnitCode(facts.code)).toEqual({ valid: true });
          expect(facts.code.startsWith(facts.parcelCode)).toBe(true);
          expect(facts.code.startsWith(office.site.code)).toBe(true);
          expect(isArea(facts.area)).toBe(true);
          expect(nameOf(facts.kind === 'house' ? 'GHYT' : 'TDYT', facts.use)).toBeDefined();
          if (facts.landTermTo) expect(facts.landTermTo > '2026-12-31').toBe(true);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('has histories in order, before now, that give each event a place and a number', () => {
    fc.assert(
      fc.property(cities, (options) => {
        const city = makeCity({ ...options, now });
        for (const office of city.offices) checkHistories(office);
      }),
      { numRuns: 10 },
    );
  });

  test('is the same again, and another with another seed', () => {
    const of = (seed: number) => everyUnit(makeCity({ units: 60, now, seed })).map(({ events }) => events);
    expect(of(3)).toEqual(of(3));
    expect(of(3)).not.toEqual(of(4));
  });
});

function checkHistories(office: OfficeCity): void {
  const chronicle = chronicleOf(office);
  const numbering = numberingOf(office, chronicle);
  const numbers = new Set<string>();
  let last = 0;
  for (let entry = 1; entry <= chronicle.events; entry++) {
    const [unit, ordinal] = [chronicle.unitAt(entry), chronicle.ordinalAt(entry)];
    expect(chronicle.entryOf(unit, ordinal)).toBe(entry);
    const event = office.unit(unit).events[ordinal] as PlannedEvent;
    expect(event.at).toBeGreaterThanOrEqual(last);
    last = event.at;
    const number = numbering.certificate(unit, ordinal, event);
    if (number === undefined) continue;
    expect(checkCertificateNumber(number)).toMatchObject({ valid: true });
    expect(numbers).not.toContain(number);
    numbers.add(number);
    if ('holding' in event && event.holding.coOwnership === '2') {
      expect(sharesSumToOne(event.holding.holders.flatMap((holder) => holder.share ?? []))).toBe(true);
    }
  }
  expect(last).toBeLessThan(now.getTime());
}

test('the mix of a larger city is that of an ordinary one', () => {
  const units = everyUnit(makeCity({ units: 4_000, now })).filter(({ facts }) => facts.houseType === '1');
  const portion = (is: (unit: (typeof units)[number]) => boolean) => units.filter(is).length / units.length;
  const held = (how: string) => portion(({ events }) => ownersOf(events).coOwnership === how);
  expect(held('0')).toBeGreaterThan(0.48);
  expect(held('1')).toBeGreaterThan(0.28);
  expect(held('2')).toBeGreaterThan(0.06);
  const debts = portion(({ events }) => {
    const count = (type: PlannedEvent['type']) => events.filter((event) => event.type === type).length;
    return count('mortgage') > count('mortgage-cancellation');
  });
  expect(debts).toBeGreaterThan(0.28);
  expect(debts).toBeLessThan(0.42);
  const claims = portion(({ events }) => events.some((event) => event.type === 'seizure'));
  expect(claims).toBeGreaterThan(0.004);
  expect(claims).toBeLessThan(0.05);
  const styles = new Set<QuarterStyle | 'land'>(
    makeCity({ units: 4_000, now }).offices.flatMap(({ quarters }) => quarters.map((each) => each.style)),
  );
  expect(styles).toEqual(new Set(['walk-up', 'mid-rise', 'tower', 'land']));
});

test('the two seeded seizures that wait and the one that runs out are among the chosen homes', () => {
  const [main] = makeCity({ units: 2_000, now }).offices;
  const histories = [...(main?.chosen.keys() ?? [])].map((unit) => main?.unit(unit).events ?? []);
  const seizures = histories.map((events) => events.filter((event) => event.type === 'seizure').length);
  expect(seizures.filter((count) => count === 2).length).toBe(1);
  expect(seizures.filter((count) => count > 0).length).toBe(4);
  expect(histories.length).toBe(48);
});
