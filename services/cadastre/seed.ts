import { type Platform, systemActor } from '@hengchan/platform';
import { addStep } from './decide.ts';
import { addDistricts, addEdition } from './import-edition.ts';
import { editionInForce } from './in-force.ts';
import type { ReadDistrict } from './read-features.ts';

/** A district as another room gives it; its shape as GeoJSON text. */
export type GivenDistrict = Omit<ReadDistrict, 'at'>;

/** Who stands for the two persons in what a demonstration begins with. */
const surveyor = { accountId: 'demonstration-survey', name: '演示数据' };

/**
 * The districts an office of the demonstration begins with, in force from the moment given; nothing where it has some. Never in production.
 * Answers whether anything was written.
 */
export async function seedDistricts(
  platform: Platform,
  office: string,
  districts: readonly GivenDistrict[],
  since: Date,
): Promise<boolean> {
  if (platform.config.mode === 'production') throw new Error('no demonstration in production');
  return platform.database.transaction().execute(async (trx) => {
    if (await editionInForce(trx, office)) return false;
    const number = await addEdition(trx, surveyor, since, {
      office,
      title: '演示用初始分区',
      source: 'import',
      restores: null,
      file_name: null,
      reason: '演示环境建立时写入',
      districts: districts.length,
    });
    await addDistricts(trx, { office, number }, districts);
    const edition = { office, number, made_by: surveyor.accountId };
    const submitted = { act: 'submit', reason: '演示环境建立时写入', base: null, turn: null } as const;
    await addStep(trx, surveyor, since, edition, undefined, submitted);
    const last = { ...edition, ...submitted, edition: number, ordinal: 1, submitted_by: null };
    await addStep(
      trx,
      systemActor,
      since,
      edition,
      { ...last, acted_by: surveyor.accountId, acted_by_name: surveyor.name, acted_at: since },
      { act: 'confirm', reason: '演示环境建立时写入', base: null, turn: 1 },
    );
    return true;
  });
}
