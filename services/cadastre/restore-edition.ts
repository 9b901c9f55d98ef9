import type { Actor } from '@hengchan/platform';
import { sql } from 'kysely';
import { type Cadastre, type EditionKey, subjectOf, tables } from './cadastre.ts';
import { compare } from './compare.ts';
import { addStep, findEdition } from './decide.ts';
import { errors } from './errors.ts';
import { addEdition } from './import-edition.ts';
import { editionInForce } from './in-force.ts';

/**
 * Asks to go back to districts that held before: a new edition with their content, submitted for somebody else to confirm like any other.
 * What is superseded stays as it was. Throws NOTHING_TO_RESTORE for one that never held or holds now. EX-GEO-02.
 */
export async function restoreEdition(
  { platform }: Cadastre,
  actor: Actor,
  key: EditionKey,
  reason: string,
): Promise<number> {
  platform.access.require(actor, 'cadastre.edit', { office: key.office });
  return platform.database.transaction().execute(async (trx) => {
    const old = await findEdition(trx, key);
    const inForce = await editionInForce(trx, key.office);
    const held = await tables(trx)
      .selectFrom('cadastre.step')
      .select('turn')
      .where('office', '=', key.office)
      .where('edition', '=', key.number)
      .where('act', '=', 'confirm')
      .executeTakeFirst();
    if (!held || !inForce || inForce.number === key.number) throw errors.NOTHING_TO_RESTORE();
    const now = platform.clock.now();
    const number = await addEdition(trx, actor, now, {
      office: key.office,
      title: `恢复第 ${key.number} 版：${old.title}`.slice(0, 200),
      source: 'restoration',
      restores: key.number,
      file_name: null,
      reason: reason.trim(),
      districts: old.districts,
    });
    await sql`
      INSERT INTO cadastre.district (office, edition, code, level, name, shape, area)
      SELECT office, ${number}, code, level, name, shape, area FROM cadastre.district
      WHERE office = ${key.office} AND edition = ${key.number}`.execute(trx);
    await compare(trx, { office: key.office, number }, inForce.number, now);
    await addStep(trx, actor, now, { office: key.office, number, made_by: actor.accountId }, undefined, {
      act: 'submit',
      reason: reason.trim(),
      base: inForce.number,
      turn: null,
    });
    await platform.audit.write(trx, actor, {
      action: 'cadastre.restore',
      subject: subjectOf({ office: key.office, number }),
      office: key.office,
      detail: { restores: key.number, reason },
    });
    return number;
  });
}
