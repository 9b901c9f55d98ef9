import { type Actor, cutPage, type Database, type PermissionCode, readCursor } from '@hengchan/platform';
import { errors } from '../errors.ts';
import { office, type Security } from '../security.ts';
import { type NoticeRow, tables } from '../tables.ts';

/** Whom a notice is for: everybody who holds the permission. */
export type Audience = Extract<
  PermissionCode,
  'security.manage' | 'issue.manage' | 'issue.handle' | 'data.export'
>;

const audiences = ['security.manage', 'issue.manage', 'issue.handle', 'data.export'] as const;

export interface NewNotice {
  kind: string;
  audience: Audience;
  subject: string;
  text: string;
}

/** Tells those who hold a permission something, once for a kind and subject. */
export async function notify({ platform }: Security, trx: Database, notice: NewNotice): Promise<void> {
  await tables(trx)
    .insertInto('security.notice')
    .values({
      office,
      id: platform.ids.uuid(),
      ...notice,
      created_at: platform.clock.now(),
      handled_at: null,
      handled_by: null,
      handled_by_name: null,
      handling: null,
    })
    .onConflict((conflict) => conflict.columns(['office', 'kind', 'subject']).doNothing())
    .execute();
}

/** Notices for whoever asks, newest first; inspectors see all of them. Rows SEC-LAW-02, SEC-LEK-03. */
export async function listNotices(
  { platform }: Security,
  actor: Actor,
  filter: { open?: boolean | undefined; cursor?: string | undefined; limit?: number | undefined },
): Promise<{ items: NoticeRow[]; nextCursor?: string }> {
  const held = audiencesOf({ platform }, actor);
  if (held.length === 0) platform.access.require(actor, 'security.read');
  const limit = filter.limit ?? 20;
  const [at, id] = readCursor(filter.cursor, ['moment', 'uuid']) ?? [];
  let query = tables(platform.database)
    .selectFrom('security.notice')
    .selectAll()
    .where('office', '=', office)
    .where('audience', 'in', [...held]);
  if (filter.open) query = query.where('handled_at', 'is', null);
  if (at !== undefined && id !== undefined) {
    query = query.where((row) => row(row.refTuple('created_at', 'id'), '<', row.tuple(at, id)));
  }
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  return cutPage(rows, limit, (last) => [last.created_at, last.id]);
}

/** Says what was done about a notice. Throws NOTICE_NOT_FOUND for one that is not the asker's, or was dealt with. */
export async function handleNotice(
  { platform }: Security,
  actor: Actor,
  id: string,
  handling: string,
): Promise<void> {
  const own = audiences.filter((audience) => platform.access.allows(actor, audience));
  if (own.length === 0) platform.access.require(actor, 'security.manage');
  await platform.database.transaction().execute(async (trx) => {
    const handled = await tables(trx)
      .updateTable('security.notice')
      .set({
        handled_at: platform.clock.now(),
        handled_by: actor.accountId,
        handled_by_name: actor.name,
        handling,
      })
      .where('office', '=', office)
      .where('id', '=', id)
      .where('audience', 'in', own)
      .where('handled_at', 'is', null)
      .returning('kind')
      .executeTakeFirst();
    if (handled === undefined) throw errors.NOTICE_NOT_FOUND();
    await platform.audit.write(trx, actor, {
      action: 'notice.handle',
      subject: id,
      detail: { kind: handled.kind, handling },
    });
  });
}

function audiencesOf({ platform }: Pick<Security, 'platform'>, actor: Actor): readonly Audience[] {
  if (platform.access.allows(actor, 'security.read')) return audiences;
  return audiences.filter((audience) => platform.access.allows(actor, audience));
}
