import { type Actor, fileTables } from '@hengchan/platform';
import { sql } from 'kysely';
import { errors } from '../errors.ts';
import type { Security } from '../security.ts';
import { findFile } from './change-mark.ts';

interface NamedReader {
  shelf: string;
  key: string;
  /** Login of the person. */
  login: string;
}

/** Names somebody who may open a file that only named persons open. Throws READER_NOT_STAFF, FILE_NOT_SHELVED. Rows SEC-LEK-04, SEC-PRV-06. */
export async function nameReader(security: Security, actor: Actor, wanted: NamedReader): Promise<void> {
  const { platform } = security;
  platform.access.require(actor, 'file.mark');
  await platform.database.transaction().execute(async (trx) => {
    const file = await findFile(security, trx, wanted.shelf, wanted.key);
    platform.access.require(actor, 'file.mark', { office: file.office });
    const { rows } = await sql<{ id: string }>`
      SELECT id FROM platform.account WHERE login = ${wanted.login} AND kind = 'staff' AND background_checked`.execute(
      trx,
    );
    const account = rows[0]?.id;
    if (account === undefined) throw errors.READER_NOT_STAFF();
    await fileTables(trx)
      .insertInto('platform.file_reader')
      .values({
        office: file.office,
        hash: file.hash,
        account,
        named_at: platform.clock.now(),
        named_by: actor.accountId,
        struck_at: null,
        struck_by: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await platform.audit.write(trx, actor, {
      action: 'file.name-reader',
      subject: `${wanted.shelf}/${wanted.key}`,
      office: file.office,
      detail: { reader: wanted.login },
    });
  });
}

/** Takes somebody off again; from the next opening on they are refused. */
export async function strikeReader(security: Security, actor: Actor, struck: NamedReader): Promise<void> {
  const { platform } = security;
  platform.access.require(actor, 'file.mark');
  await platform.database.transaction().execute(async (trx) => {
    const file = await findFile(security, trx, struck.shelf, struck.key);
    platform.access.require(actor, 'file.mark', { office: file.office });
    const done = await fileTables(trx)
      .updateTable('platform.file_reader')
      .set({ struck_at: platform.clock.now(), struck_by: actor.accountId })
      .where('office', '=', file.office)
      .where('hash', '=', file.hash)
      .where('struck_at', 'is', null)
      .where(sql<boolean>`account = (SELECT id FROM platform.account WHERE login = ${struck.login})`)
      .returning('account')
      .executeTakeFirst();
    if (done === undefined) throw errors.READER_NOT_NAMED();
    await platform.audit.write(trx, actor, {
      action: 'file.strike-reader',
      subject: `${struck.shelf}/${struck.key}`,
      office: file.office,
      detail: { reader: struck.login },
    });
  });
}

/** Who is named for files, by hash. */
export async function readersOf(
  { platform }: Security,
  office: string,
  hashes: readonly string[],
): Promise<Map<string, { login: string; name: string }[]>> {
  if (hashes.length === 0) return new Map();
  const { rows } = await sql<{ hash: string; login: string; name_sealed: string }>`
    SELECT reader.hash, account.login, account.name_sealed FROM platform.file_reader AS reader
    JOIN platform.account AS account ON account.id = reader.account
    WHERE reader.office = ${office} AND reader.hash = ANY(${hashes}::text[]) AND reader.struck_at IS NULL
    ORDER BY reader.named_at`.execute(platform.database);
  const named = rows.map(({ hash, login, name_sealed }) => ({
    hash,
    login,
    name: platform.cipher.open(name_sealed),
  }));
  return Map.groupBy(named, ({ hash }) => hash);
}
