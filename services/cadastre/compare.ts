import type { Database, Transaction } from '@hengchan/platform';
import { sql } from 'kysely';
import { type EditionKey, tables, tolerance } from './cadastre.ts';

/** No edition has this number: what an office's first one is compared with. */
const none = 0;

/** The part of a shape that is ground, whatever else cutting it left. */
const ground = (shape: ReturnType<typeof sql>) => sql`ST_Multi(ST_CollectionExtract(${shape}, 3))`;

/**
 * Lays an edition over the one in force (or over nothing) and keeps what differs, in place of what an earlier laying found: districts
 * with the ground only the old one has, only the new one and both; parcels that would no longer lie in the subzone their code names,
 * with the units on them. Areas are on the ellipsoid. EX-GEO-01.
 */
export async function compare(
  trx: Transaction,
  { office, number }: EditionKey,
  base: number | undefined,
  now: Date,
): Promise<void> {
  for (const table of ['difference', 'affected_parcel', 'comparison'] as const)
    await tables(trx)
      .deleteFrom(`cadastre.${table}`)
      .where('office', '=', office)
      .where('edition', '=', number)
      .execute();
  await findParcels(trx, office, number, base ?? none);
  await findDifferences(trx, office, number, base ?? none);
  await sql`
    INSERT INTO cadastre.comparison (office, edition, base, parcels, units, compared_at)
    SELECT ${office}, ${number}, ${base ?? null}, count(*), coalesce(sum(units), 0), ${now}
    FROM cadastre.affected_parcel WHERE office = ${office} AND edition = ${number}`.execute(trx);
}

/** How the parcels in question lie in the subzones of an edition. The subzone their code names is looked at first: nearly all lie in it. */
const standing = (office: string, edition: number) => sql`
  SELECT p.code AS parcel, CASE WHEN own.covers THEN home.code ELSE lies.code END AS lies_in,
    CASE WHEN home.code IS NULL THEN 'gone'
      WHEN own.covers OR p.shape IS NULL THEN 'in'
      WHEN lies.code IS DISTINCT FROM home.code THEN 'outside'
      WHEN ST_Area(ST_Difference(p.shape, home.shape)::geography) > ${tolerance} THEN 'crossed'
      ELSE 'in' END AS how
  FROM asked AS p
  LEFT JOIN cadastre.district AS home
    ON home.office = ${office} AND home.edition = ${edition} AND home.code = left(p.code, 12)
  CROSS JOIN LATERAL (SELECT coalesce(ST_Covers(home.shape, p.shape), false) AS covers) AS own
  LEFT JOIN LATERAL (
    SELECT s.code FROM cadastre.district AS s
    WHERE NOT own.covers AND s.office = ${office} AND s.edition = ${edition} AND s.level = 'subzone'
      AND ST_Intersects(s.shape, ST_PointOnSurface(p.shape))
    ORDER BY s.code = left(p.code, 12) DESC, s.code LIMIT 1) AS lies ON true`;

/**
 * Only parcels of, or on, a subzone that is not the same in both editions can be touched; with nothing to compare with, all are asked about.
 * Those that stood so before, with the old districts, are not touched by the change.
 */
async function findParcels(database: Database, office: string, edition: number, base: number): Promise<void> {
  const subzones = (number: number) =>
    sql`SELECT code, shape FROM cadastre.district WHERE office = ${office} AND edition = ${number} AND level = 'subzone'`;
  await sql`
    INSERT INTO cadastre.affected_parcel (office, edition, parcel_code, home, lies_in, lay_in, how, units)
    WITH changed AS MATERIALIZED (
      SELECT each.code, each.shape
      FROM (${subzones(base)}) AS o FULL JOIN (${subzones(edition)}) AS n ON n.code = o.code
      CROSS JOIN LATERAL (VALUES (o.code, o.shape), (n.code, n.shape)) AS each (code, shape)
      WHERE each.code IS NOT NULL AND (o.code IS NULL OR n.code IS NULL OR NOT ST_OrderingEquals(o.shape, n.shape))),
    asked AS MATERIALIZED (
      SELECT p.code, p.shape FROM register.parcel AS p
      WHERE p.office = ${office} AND substring(p.code FROM 7 FOR 3) <> '000' AND (${base} = ${none}
        OR EXISTS (SELECT FROM changed AS c WHERE c.code = left(p.code, 12) OR ST_Intersects(c.shape, p.shape))))
    SELECT ${office}, ${edition}, after.parcel, left(after.parcel, 12), after.lies_in, before.lies_in, after.how,
      (SELECT count(*)::int FROM register.unit AS u
        WHERE u.office = ${office} AND u.parcel_code = after.parcel AND u.ended_entry IS NULL)
    FROM (${standing(office, edition)}) AS after
    JOIN (${standing(office, base)}) AS before USING (parcel)
    WHERE after.how <> 'in'
      AND (${base} = ${none} OR (after.how, after.lies_in) IS DISTINCT FROM (before.how, before.lies_in))`.execute(
    database,
  );
}

async function findDifferences(
  database: Database,
  office: string,
  edition: number,
  base: number,
): Promise<void> {
  const of = (number: number) =>
    sql`SELECT code, level, name, shape, area FROM cadastre.district WHERE office = ${office} AND edition = ${number}`;
  await sql`
    INSERT INTO cadastre.difference (office, edition, code, level, changes, name_before, name_after, related, area_before,
      area_after, area_lost, area_gained, area_kept, lost, gained, kept, parcels, units)
    WITH old AS MATERIALIZED (${of(base)}), new AS MATERIALIZED (${of(edition)}),
    laid AS (
      SELECT coalesce(n.code, o.code) AS code, coalesce(n.level, o.level) AS level, o.name AS name_before, n.name AS name_after,
        o.area AS area_before, n.area AS area_after, o.shape AS before, n.shape AS after,
        CASE WHEN n.code IS NULL THEN o.shape ELSE ${ground(sql`ST_Difference(o.shape, n.shape)`)} END AS lost,
        CASE WHEN o.code IS NULL THEN n.shape ELSE ${ground(sql`ST_Difference(n.shape, o.shape)`)} END AS gained,
        ${ground(sql`ST_Intersection(o.shape, n.shape)`)} AS kept
      FROM old AS o FULL JOIN new AS n ON n.code = o.code
      WHERE o.code IS NULL OR n.code IS NULL OR o.name <> n.name OR NOT ST_OrderingEquals(o.shape, n.shape)),
    measured AS (
      SELECT *, coalesce(ST_Area(lost::geography), 0) AS area_lost, coalesce(ST_Area(gained::geography), 0) AS area_gained,
        coalesce(ST_Area(kept::geography), 0) AS area_kept FROM laid),
    told AS (
      SELECT *, array_remove(ARRAY[
        CASE WHEN name_before IS NULL THEN 'added' END,
        CASE WHEN name_after IS NULL THEN 'abolished' END,
        CASE WHEN name_before IS NOT NULL AND name_after IS NOT NULL AND area_lost + area_gained > ${tolerance} THEN 'boundary' END,
        CASE WHEN name_before <> name_after THEN 'renamed' END], NULL) AS changes FROM measured)
    SELECT ${office}, ${edition}, t.code, t.level, t.changes, t.name_before, t.name_after,
      coalesce((
        SELECT array_agg(x.code ORDER BY x.code) FROM (
          SELECT code, shape FROM new WHERE level = t.level AND code <> t.code AND shape && t.lost
            AND ST_Area(ST_Intersection(shape, t.lost)::geography) > ${tolerance}
          UNION
          SELECT code, shape FROM old WHERE level = t.level AND code <> t.code AND shape && t.gained
            AND ST_Area(ST_Intersection(shape, t.gained)::geography) > ${tolerance}) AS x), '{}'),
      t.area_before, t.area_after, round(t.area_lost::numeric, 2), round(t.area_gained::numeric, 2),
      round(t.area_kept::numeric, 2), t.lost, t.gained, t.kept, touched.parcels, touched.units
    FROM told AS t
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS parcels, coalesce(sum(a.units), 0)::int AS units FROM cadastre.affected_parcel AS a
      WHERE a.office = ${office} AND a.edition = ${edition}
        AND (left(a.home, length(t.code)) = t.code OR left(a.lies_in, length(t.code)) = t.code)
        AND (t.level = 'subzone' OR left(a.home, length(t.code)) IS DISTINCT FROM left(a.lies_in, length(t.code)))) AS touched
    WHERE cardinality(t.changes) > 0`.execute(database);
}
