import { makeIdNumber } from '@hengchan/standards';
import { chanceOf, topics } from './chance.ts';
import { personName } from './names.ts';

/** A person or body in clear, as departments know one. */
export interface Identity {
  readonly name: string;
  /** ZJZL code: 1 identity card, 8 credit code. */
  readonly idType: string;
  readonly idNumber: string;
}

export type HouseholdShape = 'single' | 'divorced' | 'couple';

/** Which family: its number within a region and what kind of family it is. */
export interface HouseholdKey {
  readonly serial: number;
  readonly shape: HouseholdShape;
}

/** A family. The first adult is the one who would hold alone. */
export interface Household {
  readonly key: HouseholdKey;
  readonly adults: readonly Identity[];
  readonly child?: Identity;
  readonly marriage?: Marriage;
}

export interface Marriage {
  readonly spouses: readonly [Identity, Identity];
  readonly status: 'married' | 'divorced';
  readonly registeredOn: string;
  readonly certificateNo: string;
}

/** Where families come from: the areas their identity numbers begin with. */
export interface Region {
  readonly seed: number;
  readonly areas: readonly string[];
}

/** Birthdays of the synthetic years: adults of 1901–1905, children of 1908–1909; nobody alive has one of these. */
const adultDays = daysOf(1901, 1905);
const childDays = daysOf(1908, 1909);
/** A multiplier with no factor in common with either count of days: a walk through all days that looks random. */
const stride = 1_999;
const pairs = 399;
const childPairs = 100;

/** Families a region has identity numbers for. */
export const householdsIn = (region: Region): number => region.areas.length * adultDays.length * pairs;

/** The family with this number: the same every time. Throws RangeError beyond what the numbers reach. */
export function householdOf(region: Region, key: HouseholdKey): Household {
  const { serial, shape } = key;
  const area = region.areas[serial % region.areas.length] ?? '';
  const place = Math.floor(serial / region.areas.length);
  const turn = Math.floor(place / adultDays.length);
  if (serial < 0 || turn >= pairs) throw new RangeError(`no family ${serial}`);
  const chance = chanceOf(region.seed, topics.family, serial);
  const born = (days: readonly string[], shift: number) =>
    days[((place % days.length) * stride + shift) % days.length] ?? '';
  const husband: Identity = {
    name: personName(chance, 'male'),
    idType: '1',
    idNumber: makeIdNumber(area, born(adultDays, 0), 2 * turn + 1),
  };
  const wife: Identity = {
    name: personName(chance, 'female'),
    idType: '1',
    idNumber: makeIdNumber(area, born(adultDays, 700), 2 * turn + 2),
  };
  if (shape === 'single') return { key, adults: [chance.percent(50) ? husband : wife] };
  const year = chance.integer(1994, 2014);
  const registeredOn = `${year}-${two(chance.integer(1, 12))}-${two(chance.integer(1, 28))}`;
  const certificateNo = `J${area}-${year}-${String(serial % 1_000_000).padStart(6, '0')}`;
  const spouses = [husband, wife] as const;
  if (shape === 'divorced') {
    const marriage = { spouses, status: 'divorced' as const, registeredOn, certificateNo };
    return { key, adults: [chance.percent(50) ? husband : wife], marriage };
  }
  const marriage = { spouses, status: 'married' as const, registeredOn, certificateNo };
  const household = { key, adults: chance.percent(60) ? [husband, wife] : [wife, husband], marriage };
  const childTurn = Math.floor(place / childDays.length);
  if (childTurn >= childPairs || !chance.percent(70)) return household;
  const sex = chance.percent(50) ? 'male' : 'female';
  const sequence = 800 + 2 * childTurn + (sex === 'male' ? 1 : 0);
  const child: Identity = {
    name: personName(chance, sex, husband.name.slice(0, 1)),
    idType: '1',
    idNumber: makeIdNumber(area, born(childDays, 0), sequence),
  };
  return { ...household, child };
}

/** Everybody of a family, each once; a divorced spouse is no member. */
export const membersOf = (household: Household): readonly Identity[] =>
  household.child ? [...household.adults, household.child] : household.adults;

function daysOf(first: number, last: number): string[] {
  const days: string[] = [];
  for (let at = Date.UTC(first, 0, 1); at < Date.UTC(last + 1, 0, 1); at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

const two = (value: number): string => String(value).padStart(2, '0');
