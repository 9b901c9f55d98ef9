import { type Actor, cutPage, readCursor } from '@hengchan/platform';
import { sql } from 'kysely';
import { type Cadastre, type EditionKey, tables } from './cadastre.ts';
import { findEdition } from './decide.ts';
import type { AffectedParcelView, DifferenceView } from './schema.ts';

interface Paging {
  cursor?: string;
  limit?: number;
}

type Page<Item> = { items: Item[]; nextCursor?: string; total: number };

const box = (shape: ReturnType<typeof sql>) =>
  sql<number[]>`ARRAY[ST_XMin(${shape}), ST_YMin(${shape}), ST_XMax(${shape}), ST_YMax(${shape})]`;

/** The districts in which an edition differs from the one it was laid over, by code. */
export async function findDifferences(
  { platform }: Cadastre,
  actor: Actor,
  key: EditionKey,
  { cursor, limit }: Paging = {},
): Promise<Page<DifferenceView>> {
  platform.access.require(actor, 'cadastre.read', { office: key.office });
  await platform.database.transaction().execute((trx) => findEdition(trx, key));
  const base = tables(platform.database)
    .selectFrom('cadastre.difference')
    .where('office', '=', key.office)
    .where('edition', '=', key.number);
  const { total } = await base.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow();
  let page = base
    .selectAll()
    .select(box(sql`coalesce(ST_Collect(ARRAY[lost, gained, kept]), lost)`).as('box'))
    .orderBy('code');
  if (limit !== undefined) page = page.limit(limit + 1);
  const after = readCursor(cursor, ['text']);
  if (after) page = page.where('code', '>', after[0]);
  const rows = await page.execute();
  const { items: shown, ...next } = cutPage(rows, limit ?? rows.length, (last) => [last.code]);
  return {
    items: shown.map((row) => ({
      code: row.code,
      level: row.level,
      changes: row.changes,
      ...(row.name_before === null ? {} : { nameBefore: row.name_before }),
      ...(row.name_after === null ? {} : { nameAfter: row.name_after }),
      related: row.related,
      ...(row.area_before === null ? {} : { areaBefore: Number(row.area_before) }),
      ...(row.area_after === null ? {} : { areaAfter: Number(row.area_after) }),
      areaLost: Number(row.area_lost),
      areaGained: Number(row.area_gained),
      areaKept: Number(row.area_kept),
      parcels: row.parcels,
      units: row.units,
      box: row.box,
    })),
    total,
    ...next,
  };
}

/** The parcels an edition touches, by code; with `district`, those whose code names it or that would lie in it. */
export async function findAffectedParcels(
  { platform }: Cadastre,
  actor: Actor,
  key: EditionKey,
  { cursor, limit, district }: Paging & { district?: string } = {},
): Promise<Page<AffectedParcelView>> {
  platform.access.require(actor, 'cadastre.read', { office: key.office });
  await platform.database.transaction().execute((trx) => findEdition(trx, key));
  let base = tables(platform.database)
    .selectFrom('cadastre.affected_parcel as a')
    .where('a.office', '=', key.office)
    .where('a.edition', '=', key.number);
  if (district !== undefined)
    base = base.where(
      sql<boolean>`(a.home = ${district} OR a.lies_in = ${district}
        OR (length(${district}::text) < 12 AND left(a.home, length(${district}::text)) IS DISTINCT FROM left(a.lies_in, length(${district}::text))
          AND ${district} IN (left(a.home, length(${district}::text)), left(a.lies_in, length(${district}::text)))))`,
    );
  const { total } = await base.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow();
  let page = base
    .innerJoin(sql<{ office: string; code: string; location: string }>`register.parcel`.as('p'), (join) =>
      join.onRef('p.office', '=', 'a.office').onRef('p.code', '=', 'a.parcel_code'),
    )
    .select(['a.parcel_code', 'a.home', 'a.lies_in', 'a.lay_in', 'a.how', 'a.units', 'p.location'])
    .select(box(sql`p.shape`).as('box'))
    .orderBy('a.parcel_code');
  if (limit !== undefined) page = page.limit(limit + 1);
  const after = readCursor(cursor, ['text']);
  if (after) page = page.where('a.parcel_code', '>', after[0]);
  const rows = await page.execute();
  const { items: shown, ...next } = cutPage(rows, limit ?? rows.length, (last) => [last.parcel_code]);
  return {
    items: shown.map((row) => ({
      code: row.parcel_code,
      location: row.location,
      how: row.how,
      home: row.home,
      ...(row.lay_in === null ? {} : { layIn: row.lay_in }),
      ...(row.lies_in === null ? {} : { liesIn: row.lies_in }),
      units: row.units,
      ...(row.box[0] === null ? {} : { box: row.box }),
    })),
    total,
    ...next,
  };
}
