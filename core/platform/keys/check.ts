import { createHmac } from 'node:crypto';
import type { Config } from '../config/load.ts';
import type { Database } from '../database/tables.ts';

/** Thrown at the start: the keys given are not those the data was written with. The message is for the operator. */
export class WrongKeys extends Error {
  constructor(names: readonly string[]) {
    super(
      `密钥与数据库不符：${names.join('、')}。请提供写入这些数据时所用的密钥（演示模式的密钥在数据目录 keys 中）；` +
        '更换密钥请用 ./hengchan rotate-keys · the keys are not those this database was written with',
    );
    this.name = 'WrongKeys';
  }
}

export const keyCheckSetting = 'keys.check';

export type KeyCheck = Record<keyof Config['keys'], string>;

/** Tells whether a key is the same one, and nothing about it. */
export function checkOf(keys: Config['keys']): KeyCheck {
  const of = (name: keyof Config['keys']) =>
    createHmac('sm3', keys[name]).update(`hengchan key check ${name}`).digest('hex').slice(0, 16);
  return {
    encryption: of('encryption'),
    integrity: of('integrity'),
    index: of('index'),
    evidence: of('evidence'),
  };
}

/** The settings whose key is not the one the database was written with. */
export function differingKeys(keys: Config['keys'], known: KeyCheck): string[] {
  const given = checkOf(keys);
  const names = (Object.keys(given) as (keyof KeyCheck)[]).filter((name) => given[name] !== known[name]);
  return names.map((name) => `HENGCHAN_${name.toUpperCase()}_KEY`);
}

/** Remembers which keys the database is written with; throws WrongKeys when these are others. */
export async function requireRightKeys(database: Database, keys: Config['keys']): Promise<void> {
  await database
    .insertInto('platform.setting')
    .values({ name: keyCheckSetting, value: JSON.stringify(checkOf(keys)) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { value } = await database
    .selectFrom('platform.setting')
    .select('value')
    .where('name', '=', keyCheckSetting)
    .executeTakeFirstOrThrow();
  const wrong = differingKeys(keys, value as KeyCheck);
  if (wrong.length > 0) throw new WrongKeys(wrong);
}
