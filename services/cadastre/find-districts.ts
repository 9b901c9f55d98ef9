import { type Actor, cutPage, type Database, readCursor } from '@hengchan/platform';
import { sql } from 'kysely';
import { type Cadastre, type EditionKey, tables } from './cadastre.ts';
import { findEdition } from './decide.ts';
import { errors } from './errors.ts';
import { editionInForce } from './in-force.ts';
import { levels } from './read-features.ts';
import type { DistrictView, FeatureCollection } from './schema.ts';
import type { Level } from './tables.ts';

export interface DistrictQuery {
  office: string;
  asOf?: string;
  level?: Level;
  cursor?: string;
  limit?: number;
}

/** The districts that hold at an office, or held at a moment; nobody's before the first edition was confirmed. */
export async function findDistricts(
  { platform }: Cadastre,
  actor: Actor,
  query: DistrictQuery,
): Promise<{ items: DistrictView[]; nextCursor?: string }> {
  platform.access.require(actor, 'cadastre.read', { office: query.office });
  const limit = query.limit ?? 50;
  const edition = await editionInForce(platform.database, query.office, momentOf(query.asOf));
  if (!edition) return { items: [] };
  let page = tables(platform.database)
    .selectFrom('cadastre.district')
    .select(['code', 'level', 'name', 'area'])
    .where('office', '=', query.office)
    .where('edition', '=', edition.number)
    .orderBy('code')
    .limit(limit + 1);
  if (query.level) page = page.where('level', '=', query.level);
  const after = readCursor(query.cursor, ['text']);
  if (after) page = page.where('code', '>', after[0]);
  const rows = await page.execute();
  const { items: shown, ...next } = cutPage(rows, limit, (last) => [last.code]);
  return {
    items: shown.map((row) => ({ ...row, area: Number(row.area), edition: edition.number })),
    ...next,
  };
}

/** The districts in force, or as they were, as a file that can be imported again. Throws EDITION_NOT_FOUND where none held. */
export async function exportDistricts(
  { platform }: Cadastre,
  actor: Actor,
  { office, asOf }: { office: string; asOf?: string },
): Promise<FeatureCollection> {
  platform.access.require(actor, 'cadastre.read', { office });
  const edition = await editionInForce(platform.database, office, momentOf(asOf));
  if (!edition) throw errors.EDITION_NOT_FOUND();
  return features(platform.database, { office, number: edition.number });
}

/** All districts of one edition, as a file that can be imported again. */
export async function exportEdition(
  { platform }: Cadastre,
  actor: Actor,
  key: EditionKey,
): Promise<FeatureCollection> {
  platform.access.require(actor, 'cadastre.read', { office: key.office });
  await platform.database.transaction().execute((trx) => findEdition(trx, key));
  return features(platform.database, key);
}

/** What an edition changes on the map: of each difference the ground lost, gained and kept. */
export async function exportOverlay(
  { platform }: Cadastre,
  actor: Actor,
  key: EditionKey,
): Promise<FeatureCollection> {
  platform.access.require(actor, 'cadastre.read', { office: key.office });
  await platform.database.transaction().execute((trx) => findEdition(trx, key));
  const { rows } = await sql<{ code: string; level: Level; part: string; name: string; shape: string }>`
    SELECT d.code, d.level, coalesce(d.name_after, d.name_before) AS name, p.part, ST_AsGeoJSON(p.shape, 8, 0) AS shape
    FROM cadastre.difference AS d
    CROSS JOIN LATERAL (VALUES ('lost', d.lost), ('gained', d.gained), ('kept', d.kept)) AS p (part, shape)
    WHERE d.office = ${key.office} AND d.edition = ${key.number} AND NOT ST_IsEmpty(p.shape)
    ORDER BY d.code, p.part`.execute(platform.database);
  return collection(
    `overlay-${key.office}-${key.number}`,
    rows.map(({ code, level, part, name, shape }) => [
      { code, level: levels[level].word, name, part },
      shape,
    ]),
  );
}

async function features(database: Database, { office, number }: EditionKey): Promise<FeatureCollection> {
  const { rows } = await sql<{ code: string; level: Level; name: string; shape: string }>`
    SELECT code, level, name, ST_AsGeoJSON(shape, 9, 0) AS shape FROM cadastre.district
    WHERE office = ${office} AND edition = ${number} ORDER BY code`.execute(database);
  return collection(
    `districts-${office}-${number}`,
    rows.map(({ code, level, name, shape }) => [{ code, name, level: levels[level].word }, shape]),
  );
}

/** Older programs take a file without a named system for WGS 84, so that ours names CGCS2000. */
const collection = (name: string, rows: readonly [Record<string, unknown>, string][]): FeatureCollection => ({
  type: 'FeatureCollection',
  name,
  crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4490' } },
  features: rows.map(([properties, shape]) => ({
    type: 'Feature',
    properties,
    geometry: JSON.parse(shape) as FeatureCollection['features'][number]['geometry'],
  })),
});

const momentOf = (asOf: string | undefined) => (asOf === undefined ? undefined : new Date(asOf));
