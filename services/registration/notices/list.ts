import { type Actor, cutPage, platformErrors, readCursor } from '@hengchan/platform';
import { queryTokens } from '@hengchan/standards';
import { type SqlBool, sql } from 'kysely';
import { errors } from '../errors.ts';
import type { Registration } from '../registration.ts';
import { type Notice, noticeTables } from '../tables.ts';
import type { NoticeSummaryView, NoticeView, ObjectionView } from './schema.ts';
import { getNotice, noticeColumns } from './store.ts';
import { summariseNotice, viewNotice, viewObjections } from './view.ts';

/** How long after its end a notice is still shown to everybody: what it was for is over, and it tells where somebody's home is. */
const shownDays = 180;
const dayMilliseconds = 86_400_000;

export interface NoticeQuery {
  office?: string;
  kind?: string;
  status?: 'running' | 'over' | 'ended';
  q?: string;
  cursor?: string;
  limit?: number;
}

const shownSince = (now: Date) => new Date(now.getTime() - shownDays * dayMilliseconds);

/** Published notices, newest first: for everybody, without signing in. */
export async function listNotices(
  registration: Registration,
  query: NoticeQuery,
): Promise<{ items: NoticeSummaryView[]; nextCursor?: string }> {
  const { platform } = registration;
  const now = platform.clock.now();
  const limit = query.limit ?? 20;
  let select = noticeTables(platform.database)
    .selectFrom('registration.notice')
    .select(noticeColumns)
    .where('ends_at', '>', shownSince(now))
    .orderBy('published_at', 'desc')
    .orderBy('no', 'desc')
    .limit(limit + 1);
  if (query.office) select = select.where('office', '=', query.office);
  if (query.kind) select = select.where('kind', '=', query.kind as Notice['kind']);
  if (query.status === 'ended') select = select.where('stopped_at', 'is not', null);
  if (query.status === 'running') select = select.where('stopped_at', 'is', null).where('ends_at', '>', now);
  if (query.status === 'over') select = select.where('stopped_at', 'is', null).where('ends_at', '<=', now);
  const terms = queryTokens((query.q ?? '').trim()).map((token) => `'${token}'`);
  if (terms.length > 0) select = select.where(sql<SqlBool>`search @@ ${terms.join(' & ')}::tsquery`);
  const after = readCursor(query.cursor, ['moment', 'text']);
  if (after) select = select.where(sql<SqlBool>`(published_at, no) < (${after[0]}, ${after[1]})`);
  const rows = await select.execute();
  const { items: shown, ...next } = cutPage(rows, limit, (last) => [last.published_at, last.no]);
  return {
    items: shown.map((notice) => summariseNotice(registration, notice)),
    ...next,
  };
}

/** A published notice; one that was over long ago is not shown any more. */
export async function readNotice(registration: Registration, no: string): Promise<NoticeView> {
  return viewNotice(registration, await publicNotice(registration, no));
}

/** The sheet of a published notice. */
export async function readNoticeDocument(registration: Registration, no: string) {
  const notice = await publicNotice(registration, no);
  return {
    content: await registration.platform.files.get(notice.file_hash),
    name: `${notice.title}${no}.pdf`,
  };
}

async function publicNotice({ platform }: Registration, no: string): Promise<Notice> {
  const notice = await getNotice(platform.database, no);
  if (notice.ends_at <= shownSince(platform.clock.now())) throw errors.PUBLIC_NOTICE_NOT_FOUND();
  return notice;
}

/** One's own objections, newest first, with what became of them. */
export async function myObjections(
  registration: Registration,
  actor: Actor,
): Promise<{ items: (ObjectionView & { notice: NoticeSummaryView })[] }> {
  if (actor.kind === 'anonymous') throw platformErrors.UNAUTHENTICATED();
  const { database } = registration.platform;
  const own = await noticeTables(database)
    .selectFrom('registration.objection')
    .selectAll()
    .where('filed_by', '=', actor.accountId)
    .orderBy('filed_at', 'desc')
    .limit(100)
    .execute();
  const views = await viewObjections(database, own);
  const items = [];
  for (const view of views) {
    const notice = await getNotice(database, view.noticeNo);
    items.push({ ...view, notice: summariseNotice(registration, notice) });
  }
  return { items };
}
