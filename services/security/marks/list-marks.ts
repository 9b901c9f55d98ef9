import { type Actor, cutPage, readCursor } from '@hengchan/platform';
import type { Security } from '../security.ts';
import { type MarkChangeRow, tables } from '../tables.ts';

/** Marks that were changed or wait for somebody else, newest first: those of the offices one marks files at; inspectors see all. */
export async function listMarks(
  { platform }: Security,
  actor: Actor,
  filter: { cursor?: string | undefined; limit?: number | undefined },
): Promise<{ items: MarkChangeRow[]; nextCursor?: string }> {
  const { access } = platform;
  const offices = ['file.mark', 'file.release'].flatMap((each) => access.officesWith(actor, each));
  if (offices.length === 0) access.require(actor, 'security.read');
  const limit = filter.limit ?? 20;
  const [at, id] = readCursor(filter.cursor, ['moment', 'uuid']) ?? [];
  let query = tables(platform.database).selectFrom('security.mark_change').selectAll();
  if (!offices.includes('*') && !access.allows(actor, 'security.read'))
    query = query.where('office', 'in', offices);
  if (at !== undefined && id !== undefined)
    query = query.where((row) => row(row.refTuple('asked_at', 'id'), '<', row.tuple(at, id)));
  const rows = await query
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  return cutPage(rows, limit, (last) => [last.asked_at, last.id]);
}
