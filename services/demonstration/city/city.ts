import type { UnitFacts } from '@hengchan/register';
import { companiesOf } from './bodies.ts';
import { lastDayBefore } from './days.ts';
import type { PlannedEvent } from './events.ts';
import { type Ground, groundAt } from './ground.ts';
import { historyOf } from './history.ts';
import { firstOwnerSerial } from './holdings.ts';
import type { HistoryContext } from './making.ts';
import { type OfficeSite, shareOut } from './offices.ts';
import { type Household, householdOf, householdsIn, type Identity, type Region } from './people.ts';
import { layOut, type Quarter } from './quarters.ts';
import { type StaffMember, staffOf } from './staff.ts';
import { buildingOf, factsOf } from './unit-facts.ts';
import { type Wish, wishesAt } from './wishes.ts';

export interface CityOptions {
  /** Units of all offices together, from 1 to some five million. */
  readonly units: number;
  /** The moment before which everything happened. */
  readonly now: Date;
  /** The same seed and moment give the same city. */
  readonly seed?: number;
}

export interface City {
  readonly seed: number;
  readonly units: number;
  readonly now: Date;
  readonly offices: readonly OfficeCity[];
  readonly companies: readonly Identity[];
  /** Families without property: two couples and singles. */
  readonly buyers: readonly Household[];
}

export interface UnitPlan {
  readonly index: number;
  readonly facts: UnitFacts;
  readonly events: readonly PlannedEvent[];
}

/** One office's part of the city. Units are made when asked for: nothing grows with their number but the quarters. */
export interface OfficeCity {
  readonly site: OfficeSite;
  readonly region: Region;
  readonly quarters: readonly Quarter[];
  /** Units whose holders get accounts, by index. */
  readonly chosen: ReadonlyMap<number, Wish>;
  readonly staff: readonly StaffMember[];
  unit(index: number): UnitPlan;
}

export const standardSeed = 20_261_120;

/** A made-up city: parcels, buildings, units, people and the whole history of the register. Pure and repeatable. */
export function makeCity({ units, now, seed = standardSeed }: CityOptions): City {
  if (!Number.isSafeInteger(units) || units < 1) throw new RangeError('a city has at least one unit');
  const companies = companiesOf(seed);
  const offices = shareOut(units)
    .filter((site) => site.units > 0)
    .map((site, at) => makeOffice(seed, site, at === 0, companies, now));
  const [main] = offices;
  if (!main) throw new Error('a city has a main office');
  return { seed, units, now, offices, companies, buyers: buyersOf(main.region) };
}

function makeOffice(
  seed: number,
  site: OfficeSite,
  main: boolean,
  companies: readonly Identity[],
  now: Date,
): OfficeCity {
  const ground: Ground = groundAt(site.area.centre);
  const quarters = layOut(seed, site, ground);
  // Counties of one city share the region's areas but not its families: only one office of a city is in the city.
  const region: Region = { seed, areas: site.birthAreas };
  if (site.units * 2 + firstOwnerSerial > householdsIn(region)) {
    throw new RangeError(`office ${site.code} has no families for ${site.units} units`);
  }
  const chosen = chooseHomes(site, quarters, wishesAt(main));
  const context: HistoryContext = {
    region,
    office: site.code,
    companies,
    lastDay: lastDayBefore(now.getTime()),
    chosen: (unit) => chosen.get(unit),
  };
  return {
    site,
    region,
    quarters,
    chosen,
    staff: staffOf(seed, site.code, main),
    unit: remembering((index) => {
      const quarter = quarterOf(quarters, index);
      const facts = factsOf(site, quarter, index);
      const building = quarter.style === 'land' ? undefined : buildingOf(quarter, index);
      return { index, facts, events: historyOf(context, index, facts, quarter, building) };
    }),
  };
}

/** Units kept in mind: what is asked of one entry is asked several times in a row. */
const kept = 20_000;

function remembering(make: (index: number) => UnitPlan): (index: number) => UnitPlan {
  const known = new Map<number, UnitPlan>();
  return (index) => {
    const before = known.get(index);
    if (before) return before;
    const unit = make(index);
    if (known.size >= kept) known.clear();
    known.set(index, unit);
    return unit;
  };
}

/** Homes evenly spread over the office, at most every other one, never two doors from the same wish list in a row. */
function chooseHomes(
  site: OfficeSite,
  quarters: readonly Quarter[],
  wishes: readonly Wish[],
): ReadonlyMap<number, Wish> {
  const chosen = new Map<number, Wish>();
  const step = Math.max(2, Math.floor((site.units * 0.75) / wishes.length));
  let unit = 0;
  for (const wish of wishes) {
    while (unit < site.units && !isHome(quarters, unit)) unit += 1;
    if (unit >= site.units) break;
    chosen.set(unit, wish);
    unit += step;
  }
  return chosen;
}

const isHome = (quarters: readonly Quarter[], index: number): boolean => {
  const quarter = quarterOf(quarters, index);
  return quarter.style !== 'land' && buildingOf(quarter, index).kind === 'homes';
};

function quarterOf(quarters: readonly Quarter[], index: number): Quarter {
  let [low, high] = [0, quarters.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((quarters[middle]?.firstUnit ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  const quarter = quarters[low];
  if (!quarter) throw new RangeError(`no unit ${index}`);
  return quarter;
}

const couplesAmongBuyers = 3;
const singlesAmongBuyers = 4;

function buyersOf(region: Region): Household[] {
  const couples = Array.from({ length: couplesAmongBuyers }, (_, serial) =>
    householdOf(region, { serial, shape: 'couple' }),
  );
  const singles = Array.from({ length: singlesAmongBuyers }, (_, at) =>
    householdOf(region, { serial: couplesAmongBuyers + at, shape: 'single' }),
  );
  return [...couples, ...singles];
}
