import { type Actor, cutPage, type Database, readCursor } from '@hengchan/platform';
import { sql } from 'kysely';
import { type Cadastre, type EditionKey, tables } from './cadastre.ts';
import { stateAfter } from './decide.ts';
import { errors } from './errors.ts';
import type { EditionDetail, EditionView } from './schema.ts';
import type { Act, Change, EditionRow, StepRow } from './tables.ts';

export interface EditionQuery {
  office?: string;
  state?: EditionView['state'];
  cursor?: string;
  limit?: number;
}

interface Standing extends EditionRow {
  ordinal: number | null;
  act: Act | null;
  turn: number | null;
  confirmed_at: Date | null;
  confirmed_by: string | null;
  superseded_at: Date | null;
}

/** Editions with how each stands, from its last step and the turn after its own. */
const standings = (database: Database) =>
  tables(database)
    .selectFrom('cadastre.edition as e')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('cadastre.step')
          .select(['ordinal', 'act', 'turn'])
          .whereRef('office', '=', 'e.office')
          .whereRef('edition', '=', 'e.number')
          .orderBy('ordinal', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .leftJoin('cadastre.step as own', (join) =>
      join.onRef('own.office', '=', 'e.office').onRef('own.turn', '=', 'last.turn'),
    )
    .leftJoin('cadastre.step as next', (join) =>
      join.onRef('next.office', '=', 'e.office').on('next.turn', '=', sql`last.turn + 1`),
    )
    .selectAll('e')
    .select(['last.ordinal', 'last.act', 'last.turn'])
    .select([
      'own.acted_at as confirmed_at',
      'own.acted_by_name as confirmed_by',
      'next.acted_at as superseded_at',
    ])
    .select(
      sql<
        EditionView['state']
      >`CASE WHEN next.turn IS NOT NULL THEN 'superseded' WHEN last.turn IS NOT NULL THEN 'in-force'
        WHEN last.act = 'submit' THEN 'submitted' WHEN last.act = 'discard' THEN 'discarded' ELSE 'draft' END`.as(
        'state',
      ),
    );

/** Editions of the offices whose cadastre the actor may see, the newest first. */
export async function findEditions(
  cadastre: Cadastre,
  actor: Actor,
  query: EditionQuery,
): Promise<{ items: EditionView[]; nextCursor?: string; total: number }> {
  const { access, database } = cadastre.platform;
  access.require(actor, 'cadastre.read', query.office === undefined ? {} : { office: query.office });
  const offices = access.officesWith(actor, 'cadastre.read');
  const limit = query.limit ?? 20;
  let base = tables(database).selectFrom(standings(database).as('s'));
  if (query.office !== undefined) base = base.where('s.office', '=', query.office);
  else if (!offices.includes('*')) base = base.where('s.office', 'in', offices);
  if (query.state) base = base.where('s.state', '=', query.state);
  const { total } = await base.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow();
  let page = base
    .selectAll('s')
    .orderBy('s.made_at', 'desc')
    .orderBy('s.office')
    .orderBy('s.number', 'desc')
    .limit(limit + 1);
  const after = readCursor(query.cursor, ['moment', 'text', 'number']);
  if (after) {
    const [at, office, number] = after;
    page = page.where(
      sql<boolean>`s.made_at < ${at} OR (s.made_at = ${at} AND (s.office > ${office} OR (s.office = ${office} AND s.number < ${number})))`,
    );
  }
  const rows = await page.execute();
  const { items: shown, ...next } = cutPage(rows, limit, (last) => [last.made_at, last.office, last.number]);
  return {
    items: shown.map((row) => view(cadastre, row, row.state)),
    total,
    ...next,
  };
}

/** One edition with everything done with it, what it changes, and what the actor may do with it now. */
export async function readEdition(cadastre: Cadastre, actor: Actor, key: EditionKey): Promise<EditionDetail> {
  const { access, database } = cadastre.platform;
  access.require(actor, 'cadastre.read', { office: key.office });
  const row = await standings(database)
    .where('e.office', '=', key.office)
    .where('e.number', '=', key.number)
    .executeTakeFirst();
  if (!row) throw errors.EDITION_NOT_FOUND();
  const steps = await tables(database)
    .selectFrom('cadastre.step')
    .selectAll()
    .where('office', '=', key.office)
    .where('edition', '=', key.number)
    .orderBy('ordinal')
    .execute();
  const comparison = await readComparison(database, key);
  return {
    ...view(cadastre, row, row.state),
    history: steps.map((step) => ({
      act: step.act,
      reason: step.reason,
      by: step.acted_by_name,
      at: step.acted_at.toISOString(),
    })),
    ...(comparison ? { comparison } : {}),
    may: actsOpenTo(cadastre, actor, row, steps.at(-1)),
    mayRestore: row.state === 'superseded' && access.allows(actor, 'cadastre.edit', { office: key.office }),
  };
}

function actsOpenTo(
  { platform }: Cadastre,
  actor: Actor,
  edition: EditionRow,
  last: StepRow | undefined,
): Act[] {
  const scope = { office: edition.office };
  const edits = platform.access.allows(actor, 'cadastre.edit', scope);
  const confirms = platform.access.allows(actor, 'cadastre.confirm', scope);
  const state = stateAfter(last);
  if (state === 'draft') return edits ? ['submit', 'discard'] : [];
  if (state !== 'submitted') return [];
  const another = edition.made_by !== actor.accountId && last?.acted_by !== actor.accountId;
  return [
    ...(confirms && another ? (['confirm'] as const) : []),
    ...(confirms ? (['return'] as const) : []),
    ...(edits && last?.acted_by === actor.accountId ? (['withdraw'] as const) : []),
  ];
}

async function readComparison(database: Database, { office, number }: EditionKey) {
  const row = await tables(database)
    .selectFrom('cadastre.comparison')
    .selectAll()
    .where('office', '=', office)
    .where('edition', '=', number)
    .executeTakeFirst();
  if (!row) return undefined;
  const counts = await sql<{ change: Change; districts: number }>`
    SELECT change, count(*)::int AS districts FROM cadastre.difference, unnest(changes) AS change
    WHERE office = ${office} AND edition = ${number} GROUP BY change`.execute(database);
  const count = (change: Change) => counts.rows.find((each) => each.change === change)?.districts ?? 0;
  return {
    ...(row.base === null ? {} : { base: row.base }),
    at: row.compared_at.toISOString(),
    added: count('added'),
    abolished: count('abolished'),
    boundary: count('boundary'),
    renamed: count('renamed'),
    parcels: row.parcels,
    units: row.units,
  };
}

const view = ({ offices }: Cadastre, row: Standing, state: EditionView['state']): EditionView => ({
  office: row.office,
  officeName: offices.get(row.office)?.name ?? row.office,
  number: row.number,
  version: row.ordinal ?? 0,
  title: row.title,
  state,
  ...(row.restores === null ? {} : { restores: row.restores }),
  ...(row.file_name === null ? {} : { fileName: row.file_name }),
  reason: row.reason,
  districts: row.districts,
  madeBy: row.made_by_name,
  madeAt: row.made_at.toISOString(),
  ...(row.confirmed_at ? { inForceFrom: row.confirmed_at.toISOString() } : {}),
  ...(row.superseded_at ? { inForceTo: row.superseded_at.toISOString() } : {}),
  ...(row.confirmed_by === null ? {} : { confirmedBy: row.confirmed_by }),
});
