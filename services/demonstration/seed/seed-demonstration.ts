import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { seedDistricts } from '@hengchan/cadastre';
import type { Platform } from '@hengchan/platform';
import { officeHead } from '@hengchan/register';
import { createAccounts } from '../accounts/create-accounts.ts';
import { planAccounts } from '../accounts/plan-accounts.ts';
import { standardSeed } from '../city/city.ts';
import { districtsOf } from '../city/districts.ts';
import { demonstrationOffices } from '../city/offices.ts';
import { writeOutsideData } from './outside-data.ts';
import { type CityRecord, cityOf, readRecord, writeRecord } from './record.ts';
import { type SeedOptions, type SeedReport, seedCity } from './seed-city.ts';

export interface DemonstrationOptions extends SeedOptions {
  /** Units of all offices together. */
  readonly units: number;
  /** The product's data folder; the stand-ins' files go to `outside` in it. */
  readonly dataFolder: string;
  /** The same seed, units and day give the same city. */
  readonly seed?: number;
}

export interface Demonstration {
  /** `made` now, `there` already, or `foreign`: the register holds something else and was left alone. */
  readonly outcome: 'made' | 'there' | 'foreign';
  /** Units of the city that is there now. */
  readonly units: number;
  readonly reports: readonly SeedReport[];
}

/**
 * Makes the demonstration city, its accounts and what other departments know of it, once for a database: a second
 * call finds it there, a call after an interrupted one finishes it with the units it began with. Leaves are in their
 * log afterwards; signing a checkpoint is the caller's.
 */
export async function seedDemonstration(
  platform: Platform,
  options: DemonstrationOptions,
): Promise<Demonstration> {
  const { database, clock } = platform;
  if (platform.config.mode === 'production') throw new Error('no demonstration in production');
  const outside = join(options.dataFolder, 'outside');
  const known = await readRecord(database);
  if (known?.finished) {
    await bringUpToDate(platform, known, outside);
    return { outcome: 'there', units: known.units, reports: [] };
  }
  if (!known && (await holdsEntries(platform))) return { outcome: 'foreign', units: 0, reports: [] };
  const record: CityRecord = known ?? {
    seed: options.seed ?? standardSeed,
    units: options.units,
    now: clock.now().toISOString(),
    finished: false,
  };
  await writeRecord(database, record, clock.now());
  const city = cityOf(record);
  const accounts = planAccounts(city);
  writeOutsideData(outside, city, accounts);
  // Passwords are hashed in other threads while entries are made in this one.
  const [reports] = await Promise.all([
    seedCity(platform, city, options),
    createAccounts(platform, accounts),
  ]);
  await writeRecord(database, { ...record, finished: true, accounts: accounts.length }, clock.now());
  return { outcome: 'made', units: record.units, reports };
}

/** Accounts and districts that later editions added, and the stand-ins' files where they are gone. */
async function bringUpToDate(platform: Platform, known: CityRecord, outside: string): Promise<void> {
  const city = cityOf(known);
  const accounts = planAccounts(city);
  for (const office of city.offices)
    await seedDistricts(platform, office.site.code, districtsOf(office), platform.clock.now());
  const isOld = known.accounts !== accounts.length;
  if (isOld) {
    await createAccounts(platform, accounts);
    await writeRecord(platform.database, { ...known, accounts: accounts.length }, platform.clock.now());
  }
  if (isOld || !existsSync(join(outside, 'population.json'))) writeOutsideData(outside, city, accounts);
}

async function holdsEntries({ database }: Platform): Promise<boolean> {
  for (const { code } of demonstrationOffices) {
    if ((await officeHead(database, code)).number > 0) return true;
  }
  return false;
}
