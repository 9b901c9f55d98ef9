import type { Database } from '@hengchan/platform';
import { sql } from 'kysely';
import { type EditionKey, tolerance } from './cadastre.ts';
import type { Fault } from './read-features.ts';

interface Found {
  code: string;
  name: string;
  other: string | null;
  reason: string | null;
  x: number | null;
  y: number | null;
  ground: number | null;
}

/** Faults of one kind shown; a layer shifted as a whole has thousands. */
const most = 100;

/**
 * What only geometry can tell of the districts of an edition: rings that cross themselves, siblings that overlap, ground outside the
 * district above. `placeOf` gives a district's place in the file.
 */
export async function checkShapes(
  database: Database,
  { office, number }: EditionKey,
  placeOf: ReadonlyMap<string, number>,
): Promise<Fault[]> {
  const invalid = await sql<Found>`
    SELECT code, name, NULL AS other, reason(v) AS reason, ST_X(location(v)) AS x, ST_Y(location(v)) AS y, NULL AS ground
    FROM (SELECT code, name, ST_IsValidDetail(shape) AS v FROM cadastre.district
      WHERE office = ${office} AND edition = ${number} AND NOT ST_IsValid(shape)) AS d
    ORDER BY code LIMIT ${most}`.execute(database);
  // Areas of shapes that cross themselves mean nothing.
  if (invalid.rows.length > 0) return invalid.rows.map((row) => faultOf(placeOf, row, brokenBy(row)));
  const own = sql`office = ${office} AND edition = ${number}`;
  const overlapping = await sql<Found>`
    SELECT a.code, a.name, b.code AS other, NULL AS reason, ST_X(p) AS x, ST_Y(p) AS y, o.ground
    FROM (SELECT * FROM cadastre.district WHERE ${own}) AS a
    JOIN (SELECT * FROM cadastre.district WHERE ${own}) AS b
      ON a.level = b.level AND a.code < b.code AND left(a.code, -3) = left(b.code, -3) AND ST_Intersects(a.shape, b.shape)
    CROSS JOIN LATERAL (SELECT ST_Area(g::geography) AS ground, ST_PointOnSurface(g) AS p
      FROM (SELECT ST_CollectionExtract(ST_Intersection(a.shape, b.shape), 3) AS g) AS i) AS o
    WHERE o.ground > ${tolerance} ORDER BY o.ground DESC LIMIT ${most}`.execute(database);
  const outside = await sql<Found>`
    SELECT a.code, a.name, b.code AS other, NULL AS reason, ST_X(p) AS x, ST_Y(p) AS y, o.ground
    FROM (SELECT * FROM cadastre.district WHERE ${own}) AS a
    JOIN (SELECT * FROM cadastre.district WHERE ${own}) AS b
      ON a.level <> 'area' AND b.code = left(a.code, -3) AND NOT ST_Covers(b.shape, a.shape)
    CROSS JOIN LATERAL (SELECT ST_Area(g::geography) AS ground, ST_PointOnSurface(g) AS p
      FROM (SELECT ST_CollectionExtract(ST_Difference(a.shape, b.shape), 3) AS g) AS i) AS o
    WHERE o.ground > ${tolerance} ORDER BY o.ground DESC LIMIT ${most}`.execute(database);
  return [
    ...overlapping.rows.map((row) => faultOf(placeOf, row, `与 ${row.other} 重叠${groundOf(row)}`)),
    ...outside.rows.map((row) => faultOf(placeOf, row, `超出所属的 ${row.other}${groundOf(row)}`)),
  ];
}

const groundOf = ({ ground }: Found) => ` ${Math.round(ground ?? 0).toLocaleString('en-US')} 平方米`;

const brokenBy = ({ reason }: Found) =>
  reason?.startsWith('Self-intersection') || reason?.startsWith('Ring Self-intersection')
    ? '边界自相交'
    : reason?.startsWith('Hole lies outside')
      ? '内环在外环之外'
      : reason?.startsWith('Nested')
        ? '各块互相嵌套'
        : `图形无效（${reason}）`;

const faultOf = (placeOf: ReadonlyMap<string, number>, { code, name, x, y }: Found, what: string): Fault => ({
  ...(placeOf.has(code) ? { at: placeOf.get(code) as number } : {}),
  field: 'geometry',
  message: `${code}（${name}）：${what}${x === null || y === null ? '' : `，位于东经 ${x.toFixed(6)}°、北纬 ${y.toFixed(6)}° 附近`}`,
});
