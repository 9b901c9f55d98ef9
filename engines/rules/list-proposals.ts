import { cutPage, type Database, readCursor } from '@hengchan/platform';
import { sql } from 'kysely';
import { tables } from './store.ts';

export type ProposalState = 'waiting' | 'approved' | 'refused' | 'withdrawn';

export interface ProposalQuery {
  rule?: string | undefined;
  state?: ProposalState | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

/** Every proposal there ever was with what became of it, newest first, a page at a time: who, when, why. */
export async function listProposals(database: Database, query: ProposalQuery) {
  const limit = query.limit ?? 20;
  let select = tables(database)
    .selectFrom('rules.proposal as p')
    .leftJoin('rules.decision as d', (join) =>
      join
        .onRef('p.office', '=', 'd.office')
        .onRef('p.rule', '=', 'd.rule')
        .onRef('p.business', '=', 'd.business')
        .onRef('p.revision', '=', 'd.revision'),
    )
    .selectAll('p')
    .select(['d.outcome', 'd.note', 'd.decided_by_name', 'd.decided_at', 'd.effective_from'])
    .orderBy('p.proposed_at', 'desc')
    .orderBy('p.id', 'desc')
    .limit(limit + 1);
  if (query.rule !== undefined) select = select.where('p.rule', '=', query.rule);
  if (query.state === 'waiting') select = select.where('d.outcome', 'is', null);
  else if (query.state !== undefined) select = select.where('d.outcome', '=', query.state);
  const after = readCursor(query.cursor, ['moment', 'uuid']);
  if (after) select = select.where(sql<boolean>`(p.proposed_at, p.id) < (${after[0]}, ${after[1]}::uuid)`);
  const rows = await select.execute();
  return cutPage(rows, limit, (last) => [last.proposed_at, last.id]);
}
