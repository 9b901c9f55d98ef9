import type { Dictionary, Generation } from './dictionary.ts';
import { handlingDictionaries } from './handling.ts';
import { houseDictionaries } from './houses.ts';
import { landUseDictionaries } from './land-use.ts';
import { parcelDictionaries } from './parcels.ts';
import { partyDictionaries } from './parties.ts';
import { provinceDictionaries } from './provinces.ts';
import { registrationDictionaries } from './registration.ts';
import { restrictionDictionaries } from './restrictions.ts';
import { rightPropertyDictionaries } from './right-properties.ts';
import { rightTypeDictionaries } from './right-types.ts';
import { seaForestFarmDictionaries } from './sea-forest-farm.ts';

/** Every table but the countries, which are loaded on demand. */
export const dictionaries: readonly Dictionary[] = [
  ...registrationDictionaries,
  ...rightTypeDictionaries,
  ...rightPropertyDictionaries,
  ...houseDictionaries,
  ...partyDictionaries,
  ...restrictionDictionaries,
  ...parcelDictionaries,
  ...landUseDictionaries,
  ...seaForestFarmDictionaries,
  ...handlingDictionaries,
  ...provinceDictionaries,
];

/** Oldest first: a generation that does not restate a table keeps the one before. */
const generations: readonly Generation[] = ['in-use', 'trial-2015', 'tdt1066-2021'];

const byCode = new Map<string, Dictionary[]>();
for (const each of dictionaries) {
  const versions = byCode.get(each.code) ?? [];
  versions.push(each);
  versions.sort((a, b) => generations.indexOf(b.generation) - generations.indexOf(a.generation));
  byCode.set(each.code, versions);
}

/**
 * The table of that name: the newest one, or the newest of at most `generation`, in use on the day `on`
 * (`YYYY-MM-DD`). Throws RangeError when there is none.
 */
export function dictionary(name: string, options: { generation?: Generation; on?: string } = {}): Dictionary {
  const found = findDictionary(name, options);
  if (!found) throw new RangeError(`no dictionary ${name}`);
  return found;
}

/** As {@link dictionary}, but undefined instead of an error. */
export function findDictionary(
  name: string,
  { generation, on }: { generation?: Generation; on?: string } = {},
): Dictionary | undefined {
  const newest = generation === undefined ? generations.length : generations.indexOf(generation);
  return (byCode.get(name) ?? []).find(
    (each) =>
      generations.indexOf(each.generation) <= newest &&
      (on === undefined || (each.from <= on && (each.to === undefined || on <= each.to))),
  );
}

/** The name of a code in a table (given itself or by name, then the newest), or undefined. */
export function nameOf(table: Dictionary | string, code: string): string | undefined {
  const found = typeof table === 'string' ? findDictionary(table) : table;
  return found?.entries.find((entry) => entry.code === code)?.name;
}

/** Countries and regions, kept out of the first download of a page. */
export async function loadCountries(): Promise<Dictionary> {
  const { countryDictionary } = await import('./countries.ts');
  return countryDictionary;
}
