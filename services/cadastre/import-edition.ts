import { type Actor, platformErrors, type Transaction } from '@hengchan/platform';
import { sql } from 'kysely';
import { type Cadastre, type EditionKey, subjectOf, tables } from './cadastre.ts';
import { checkShapes } from './check-shapes.ts';
import { compare } from './compare.ts';
import { errors } from './errors.ts';
import { editionInForce } from './in-force.ts';
import { type Fault, type ReadDistrict, readFeatures } from './read-features.ts';
import type { EditionRow } from './tables.ts';

export interface ImportWish {
  office: string;
  title: string;
  reason: string;
  fileName: string;
  content: Uint8Array;
}

/** Faults an answer names; whoever has more corrects these first. */
const mostFaults = 200;

/**
 * Brings in all districts of an office as a draft and lays it over those in force; nothing takes effect. Throws DISTRICTS_UNREADABLE, and
 * DISTRICTS_FAULTY with every fault at its feature; then nothing is kept. EX-GEO-01.
 */
export async function importEdition(cadastre: Cadastre, actor: Actor, wish: ImportWish): Promise<number> {
  const { platform } = cadastre;
  platform.access.require(actor, 'cadastre.edit', { office: wish.office });
  if (!cadastre.offices.has(wish.office))
    throw platformErrors.INVALID_REQUEST({ errors: [{ path: '/office', message: '没有这个登记机构' }] });
  const { districts, faults } = readFeatures(wish.office, parse(wish.content));
  if (faults.length > 0) throw faulty(faults);
  return platform.database.transaction().execute(async (trx) => {
    const number = await addEdition(trx, actor, platform.clock.now(), {
      office: wish.office,
      title: wish.title.trim(),
      source: 'import',
      restores: null,
      file_name: wish.fileName.slice(0, 200),
      reason: wish.reason.trim(),
      districts: districts.length,
    });
    const key = { office: wish.office, number };
    await addDistricts(trx, key, districts);
    const places = new Map(districts.map(({ code, at }) => [code, at]));
    const wrong = await checkShapes(trx, key, places);
    if (wrong.length > 0) throw faulty(wrong);
    const base = await editionInForce(trx, wish.office);
    await compare(trx, key, base?.number, platform.clock.now());
    await platform.audit.write(trx, actor, {
      action: 'cadastre.import',
      subject: subjectOf(key),
      office: wish.office,
      detail: { title: wish.title, file: wish.fileName, districts: districts.length, reason: wish.reason },
    });
    return number;
  });
}

function parse(content: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch {
    throw errors.DISTRICTS_UNREADABLE();
  }
}

function faulty(faults: readonly Fault[]) {
  const shown = faults.slice(0, mostFaults).map(({ at, field, message }) => ({
    path: at === undefined ? `/${field ?? 'features'}` : `/features/${at}${field ? `/${field}` : ''}`,
    message: at === undefined ? message : `第 ${at + 1} 个要素 ${message}`,
  }));
  const rest = faults.length - shown.length;
  return errors.DISTRICTS_FAULTY({
    detail: `共 ${faults.length} 处错误${rest > 0 ? `，列出前 ${shown.length} 处` : ''}。没有导入任何内容，请逐条改正后重新上传。`,
    errors: shown,
  });
}

/** The next edition of an office. Of two made at once one is told to try again (the number is taken). */
export async function addEdition(
  trx: Transaction,
  actor: Pick<Actor, 'accountId' | 'name'>,
  now: Date,
  edition: Omit<EditionRow, 'number' | 'made_by' | 'made_by_name' | 'made_at'>,
): Promise<number> {
  const { number } = await tables(trx)
    .insertInto('cadastre.edition')
    .values((eb) => ({
      ...edition,
      number: eb
        .selectFrom('cadastre.edition')
        .select(sql<number>`coalesce(max(number), 0) + 1`.as('next'))
        .where('office', '=', edition.office),
      made_by: actor.accountId,
      made_by_name: actor.name,
      made_at: now,
    }))
    .returning('number')
    .executeTakeFirstOrThrow();
  return number;
}

/** Writes the districts of an edition, with their areas on the ellipsoid. */
export async function addDistricts(
  trx: Transaction,
  { office, number }: EditionKey,
  districts: readonly Omit<ReadDistrict, 'at'>[],
): Promise<void> {
  await sql`
    INSERT INTO cadastre.district (office, edition, code, level, name, shape, area)
    SELECT ${office}, ${number}, code, level, name, g, round(ST_Area(g::geography)::numeric, 2)
    FROM (SELECT code, level, name, ST_SetSRID(ST_GeomFromGeoJSON(shape), 4490) AS g
      FROM json_to_recordset(${JSON.stringify(districts)}::json) AS given (code text, level text, name text, shape text)) AS read`.execute(
    trx,
  );
}
