import type { Share } from '@hengchan/register';
import { chanceOf, topics } from './chance.ts';
import type { Holding } from './events.ts';
import {
  type Household,
  type HouseholdKey,
  type HouseholdShape,
  householdOf,
  type Identity,
  type Region,
} from './people.ts';
import type { Wish } from './wishes.ts';

/** Families below this number own nothing: buyers and those who only appear elsewhere. */
export const firstOwnerSerial = 200;
/** Owners one after another a unit may have had. */
const ownersPerUnit = 2;

/** The family that is the `turn`-th owner of a unit: whoever is to hold together is a couple. */
function ownHousehold(region: Region, unit: number, turn: number, wish: Wish): HouseholdKey {
  const chance = chanceOf(region.seed, topics.owner, Number(region.areas[0]), unit, turn);
  const kind = chance.integer(1, 100);
  const alone: HouseholdShape = kind <= 52 ? 'single' : kind <= 58 ? 'divorced' : 'couple';
  const shape = wish.coOwnership === '0' ? alone : 'couple';
  return { serial: firstOwnerSerial + unit * ownersPerUnit + turn, shape };
}

/**
 * The first owner of every other home may be the neighbour's family: a second home.
 * `neighbour` is the wish of the unit before, undefined when the unit keeps to itself.
 */
export function familyHolding(
  region: Region,
  unit: number,
  turn: number,
  wish: Wish,
  neighbour?: Wish,
): Holding {
  const chance = chanceOf(region.seed, topics.owner, Number(region.areas[0]), unit, turn, 1);
  if (turn === 0 && neighbour && chance.percent(8)) {
    const key = ownHousehold(region, unit - 1, 0, neighbour);
    if (key.shape === 'couple' || wish.coOwnership === '0') {
      return holdingOf(householdOf(region, key), wish.coOwnership, chance.percent(50));
    }
  }
  return holdingOf(
    householdOf(region, ownHousehold(region, unit, turn, wish)),
    wish.coOwnership,
    chance.percent(50),
  );
}

export const bodyHolding = (person: Identity): Holding => ({ holders: [{ person }], coOwnership: '0' });

function holdingOf(household: Household, coOwnership: Wish['coOwnership'], withChild: boolean): Holding {
  const [first, second] = household.adults;
  if (!first) throw new Error('a family has an adult');
  if (coOwnership === '0' || !second) return { holders: [{ person: first }], coOwnership: '0', household };
  if (coOwnership === '1') {
    return { holders: [{ person: first }, { person: second }], coOwnership, household };
  }
  const parts = household.child && withChild ? [3, 1, 1] : withChild ? [3, 2] : [1, 1];
  const whole = parts.reduce((sum, part) => sum + part, 0);
  const people = [first, second, ...(parts.length === 3 && household.child ? [household.child] : [])];
  return {
    holders: people.map((person, at) => ({ person, share: shareOf(parts[at] ?? 1, whole) })),
    coOwnership,
    household,
  };
}

const shareOf = (numerator: number, denominator: number): Share => ({ numerator, denominator });
