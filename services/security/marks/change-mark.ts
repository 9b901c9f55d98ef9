import {
  type Actor,
  type Database,
  isLower,
  type Mark,
  type ShelvedFile,
  type Transaction,
} from '@hengchan/platform';
import { errors } from '../errors.ts';
import type { Security } from '../security.ts';
import { type MarkChangeRow, tables } from '../tables.ts';

export interface NewMark {
  /** Which room files it: `material`, `document`, `objection`, `held`. */
  shelf: string;
  key: string;
  mark: Mark;
  reason: string;
}

/**
 * Marks a file anew. More closely it holds at once; less closely only when somebody else agrees. Throws FILE_NOT_SHELVED, MARK_SAME,
 * MARK_WAITING. Row SEC-LEK-04.
 */
export async function askMark(
  security: Security,
  actor: Actor,
  wanted: NewMark,
): Promise<{ id: string; inForce: boolean }> {
  const { platform } = security;
  platform.access.require(actor, 'file.mark');
  const { shelf, key, mark, reason } = wanted;
  return platform.database.transaction().execute(async (trx) => {
    const file = await findFile(security, trx, shelf, key);
    platform.access.require(actor, 'file.mark', { office: file.office });
    if (file.mark === mark) throw errors.MARK_SAME();
    const lowers = isLower(file.mark, mark);
    const now = platform.clock.now();
    const id = platform.ids.uuid();
    const decided = {
      decision: 'granted',
      decided_by: actor.accountId,
      decided_by_name: actor.name,
      decided_at: now,
    } as const;
    const open = { decision: null, decided_by: null, decided_by_name: null, decided_at: null } as const;
    const kept = await tables(trx)
      .insertInto('security.mark_change')
      .values({
        office: file.office,
        id,
        shelf,
        key,
        title: file.title,
        from_mark: file.mark,
        to_mark: mark,
        lowers,
        reason,
        asked_by: actor.accountId,
        asked_by_name: actor.name,
        asked_at: now,
        ...(lowers ? open : decided),
        note: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (kept === undefined) throw errors.MARK_WAITING();
    if (!lowers) await setMark(security, trx, shelf, key, { ...file, mark });
    await platform.audit.write(trx, actor, {
      action: lowers ? 'file.mark-ask' : 'file.mark',
      subject: `${shelf}/${key}`,
      office: file.office,
      detail: { from: file.mark, to: mark, reason },
    });
    return { id, inForce: !lowers };
  });
}

/** Lets a mark be lowered, or not. Throws MARK_CHANGE_NOT_FOUND, MARK_DECIDED, MARK_BY_SAME_PERSON, MARK_CHANGED. */
export async function decideMark(
  security: Security,
  actor: Actor,
  id: string,
  { granted, note }: { granted: boolean; note: string },
): Promise<void> {
  const { platform } = security;
  platform.access.require(actor, 'file.release');
  await platform.database.transaction().execute(async (trx) => {
    const row = await tables(trx)
      .selectFrom('security.mark_change')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) throw errors.MARK_CHANGE_NOT_FOUND();
    platform.access.require(actor, 'file.release', { office: row.office });
    if (row.decision !== null) throw errors.MARK_DECIDED();
    if (row.asked_by === actor.accountId) throw errors.MARK_BY_SAME_PERSON();
    if (granted) await lower(security, trx, row);
    await tables(trx)
      .updateTable('security.mark_change')
      .set({
        decision: granted ? 'granted' : 'refused',
        decided_by: actor.accountId,
        decided_by_name: actor.name,
        decided_at: platform.clock.now(),
        note,
      })
      .where('office', '=', row.office)
      .where('id', '=', id)
      .execute();
    await platform.audit.write(trx, actor, {
      action: granted ? 'file.mark' : 'file.mark-refuse',
      subject: `${row.shelf}/${row.key}`,
      office: row.office,
      detail: { from: row.from_mark, to: row.to_mark, reason: row.reason, note },
    });
  });
}

async function lower(security: Security, trx: Transaction, row: MarkChangeRow): Promise<void> {
  const file = await findFile(security, trx, row.shelf, row.key);
  if (file.mark !== row.from_mark) throw errors.MARK_CHANGED();
  await setMark(security, trx, row.shelf, row.key, { ...file, mark: row.to_mark });
}

/** The file as its room knows it. Throws FILE_NOT_SHELVED. */
export async function findFile(
  { platform }: Security,
  database: Database,
  shelf: string,
  key: string,
): Promise<ShelvedFile> {
  const file = await platform.files.shelf(shelf)?.find(database, key);
  if (file === undefined) throw errors.FILE_NOT_SHELVED();
  return file;
}

async function setMark(
  { platform }: Security,
  trx: Transaction,
  shelf: string,
  key: string,
  file: ShelvedFile,
): Promise<void> {
  await platform.files.shelf(shelf)?.mark(trx, key, file);
}
