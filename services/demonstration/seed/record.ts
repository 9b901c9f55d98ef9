import type { Database } from '@hengchan/platform';
import { type City, makeCity } from '../city/city.ts';

/** What a database remembers about the city in it: enough to make the same one again. */
export interface CityRecord {
  readonly seed: number;
  readonly units: number;
  /** ISO instant. */
  readonly now: string;
  /** False while its entries are being made; a stopped run goes on from there. */
  readonly finished: boolean;
  /** How many accounts it had; fewer than are planned now where it was made by an earlier edition. */
  readonly accounts?: number;
}

const setting = 'demonstration.city';

export async function readRecord(database: Database): Promise<CityRecord | undefined> {
  const row = await database
    .selectFrom('platform.setting')
    .select('value')
    .where('name', '=', setting)
    .executeTakeFirst();
  return row?.value as CityRecord | undefined;
}

export async function writeRecord(database: Database, record: CityRecord, at: Date): Promise<void> {
  const value = JSON.stringify(record);
  await database
    .insertInto('platform.setting')
    .values({ name: setting, value, updated_at: at })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value, updated_at: at }))
    .execute();
}

/** The city of a record. */
export const cityOf = ({ seed, units, now }: CityRecord): City =>
  makeCity({ seed, units, now: new Date(now) });
