import { type Actor, platformErrors, type Transaction } from '@hengchan/platform';
import { type Cadastre, type EditionKey, subjectOf, tables } from './cadastre.ts';
import { compare } from './compare.ts';
import { errors } from './errors.ts';
import { editionInForce } from './in-force.ts';
import type { Act, EditionRow, StepRow } from './tables.ts';

/** Which permission an act asks for, and in which state of the edition it may be done. */
const acts = {
  submit: { permission: 'cadastre.edit', from: 'draft' },
  discard: { permission: 'cadastre.edit', from: 'draft' },
  withdraw: { permission: 'cadastre.edit', from: 'submitted' },
  return: { permission: 'cadastre.confirm', from: 'submitted' },
  confirm: { permission: 'cadastre.confirm', from: 'submitted' },
} as const satisfies Record<Act, { permission: string; from: 'draft' | 'submitted' }>;

/**
 * Submits, withdraws, returns, discards or confirms an edition. Confirmed by somebody who neither brought it in nor submitted it, it is in
 * force at once and the one before it is superseded; of two who decide at the same time one gets 409. Throws EDITION_NOT_FOUND,
 * EDITION_STATE, EDITION_BY_SAME_PERSON, EDITION_BY_ANOTHER, EDITION_OUTDATED. EX-GEO-02.
 */
export async function decide(
  { platform }: Cadastre,
  actor: Actor,
  key: EditionKey,
  { act, reason }: { act: Act; reason: string },
  expected?: number,
): Promise<void> {
  const { permission, from } = acts[act];
  platform.access.require(actor, permission, { office: key.office });
  await platform.database.transaction().execute(async (trx) => {
    const edition = await findEdition(trx, key);
    // Read before the last step: whoever confirmed in between shows there, as the same refusal whichever of the two came first.
    const inForce = await editionInForce(trx, key.office);
    const last = await lastStep(trx, key);
    if (expected !== undefined && expected !== (last?.ordinal ?? 0)) throw platformErrors.STALE_VERSION();
    if (stateAfter(last) !== from) throw errors.EDITION_STATE();
    if (act === 'withdraw' && last?.acted_by !== actor.accountId) throw errors.EDITION_BY_ANOTHER();
    if (act === 'confirm' && [edition.made_by, last?.acted_by].includes(actor.accountId))
      throw errors.EDITION_BY_SAME_PERSON();
    if (act === 'submit') await compare(trx, key, inForce?.number, platform.clock.now());
    if (act === 'confirm' && (last?.base ?? undefined) !== inForce?.number) throw errors.EDITION_OUTDATED();
    await addStep(trx, actor, platform.clock.now(), edition, last, {
      act,
      reason: reason.trim(),
      base: act === 'submit' ? (inForce?.number ?? null) : (last?.base ?? null),
      turn: act === 'confirm' ? (inForce?.turn ?? 0) + 1 : null,
    });
    await platform.audit.write(trx, actor, {
      action: `cadastre.${act}`,
      subject: subjectOf(key),
      office: key.office,
      detail: { title: edition.title, reason, ...(act === 'confirm' ? { supersedes: inForce?.number } : {}) },
    });
  });
}

export async function findEdition(trx: Transaction, { office, number }: EditionKey): Promise<EditionRow> {
  const row = await tables(trx)
    .selectFrom('cadastre.edition')
    .selectAll()
    .where('office', '=', office)
    .where('number', '=', number)
    .executeTakeFirst();
  if (!row) throw errors.EDITION_NOT_FOUND();
  return row;
}

const lastStep = (trx: Transaction, { office, number }: EditionKey) =>
  tables(trx)
    .selectFrom('cadastre.step')
    .selectAll()
    .where('office', '=', office)
    .where('edition', '=', number)
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Where the last step of an edition leaves it; whether a confirmed one is still in force the others tell. */
export function stateAfter(last: Pick<StepRow, 'act'> | undefined) {
  if (last === undefined || last.act === 'withdraw' || last.act === 'return') return 'draft';
  return ({ submit: 'submitted', confirm: 'confirmed', discard: 'discarded' } as const)[last.act];
}

/** Writes the next step. Somebody who was quicker has taken its number, or the turn to come into force. */
export async function addStep(
  trx: Transaction,
  actor: Pick<Actor, 'accountId' | 'name'>,
  now: Date,
  edition: Pick<EditionRow, 'office' | 'number' | 'made_by'>,
  last: StepRow | undefined,
  step: Pick<StepRow, 'act' | 'reason' | 'base' | 'turn'>,
): Promise<void> {
  const added = await tables(trx)
    .insertInto('cadastre.step')
    .values({
      ...step,
      office: edition.office,
      edition: edition.number,
      ordinal: (last?.ordinal ?? 0) + 1,
      made_by: edition.made_by,
      submitted_by: last?.act === 'submit' ? last.acted_by : null,
      acted_by: actor.accountId,
      acted_by_name: actor.name,
      acted_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('ordinal')
    .executeTakeFirst();
  if (!added) throw errors.EDITION_STATE();
}
