import type { Database } from '@hengchan/platform';
import { queryTokens } from '@hengchan/standards';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { tables } from './database.ts';
import { loadStates } from './load-states.ts';
import type { UnitState } from './state.ts';

/** How a unit stands, for filtering. A unit may be several at once; `clear` is neither mortgaged nor seized. */
export type UnitStanding = 'clear' | 'mortgaged' | 'seized' | 'sole' | 'joint' | 'shares';

export interface UnitSearch {
  readonly office: string;
  /** The beginning of a unit code or certificate number, or part of a location (from one character). */
  readonly q?: string;
  /** Blind index of an identity number: units on which that person holds a current right. */
  readonly holderIndex?: string;
  /** A whole certificate or proof number, of a current right. */
  readonly certificate?: string;
  readonly kind?: 'house' | 'land';
  /** All of these must hold. */
  readonly standing?: readonly UnitStanding[];
  /** The `next` of the page before. */
  readonly cursor?: string;
  /** 1 to 100; 20 when left out. */
  readonly limit?: number;
}

export interface UnitPage {
  readonly units: readonly UnitState[];
  readonly next?: string;
}

/*
 * The embedded database keeps no statistics, so nothing here leaves the planner a choice that could go badly
 * wrong: sets of codes are arrays computed once, and questions about one unit are scalar subqueries on an index.
 */
const codesOf = (query: RawBuilder<unknown>) => sql<SqlBool>`u.code = ANY(ARRAY(${query}))`;

const has = (condition: RawBuilder<unknown>) =>
  sql<SqlBool>`coalesce((SELECT true FROM register."right" r WHERE r.office = u.office AND r.unit_code = u.code
    AND r.ended_entry IS NULL AND ${condition} LIMIT 1), false)`;

const held = (coOwnership: string) => has(sql`r.kind = 'ownership' AND r.co_ownership = ${coOwnership}`);

const standings: Record<UnitStanding, (office: string) => RawBuilder<SqlBool>> = {
  clear: () => sql`NOT ${has(sql`r.kind IN ('mortgage', 'seizure')`)}`,
  mortgaged: () => has(sql`r.kind = 'mortgage'`),
  // Few units are seized, so these are listed rather than every unit asked.
  seized: (office) =>
    codesOf(sql`SELECT r.unit_code FROM register."right" r
      WHERE r.office = ${office} AND r.kind = 'seizure' AND r.ended_entry IS NULL`),
  sole: () => held('0'),
  joint: () => held('1'),
  shares: () => held('2'),
};

/** Units that satisfy every condition given, by code, a page at a time, each with its current rights. */
export async function searchUnits(database: Database, search: UnitSearch): Promise<UnitPage> {
  const limit = Math.min(Math.max(search.limit ?? 20, 1), 100);
  const { office, certificate, cursor } = search;
  let query = tables(database)
    .selectFrom('register.unit as u')
    .select('u.code')
    .where('u.office', '=', office)
    .where('u.ended_entry', 'is', null)
    .orderBy('u.code')
    .limit(limit + 1);
  if (cursor !== undefined) query = query.where('u.code', '>', cursor);
  if (search.kind) query = query.where('u.kind', '=', search.kind);
  const q = search.q?.trim();
  if (q) query = query.where(matches(office, q));
  if (search.holderIndex !== undefined) query = query.where(heldBy(search, search.holderIndex, limit));
  if (certificate !== undefined) {
    query = query.where(withCertificate(office, sql`c.number = ${certificate.trim()}`));
  }
  for (const standing of search.standing ?? []) query = query.where(standings[standing](office));
  const codes = (await query.execute()).map((row) => row.code);
  const page = codes.slice(0, limit);
  const states = await loadStates(database, office, page);
  const units = page.flatMap((code) => states.get(code) ?? []);
  const next = codes.length > limit ? page.at(-1) : undefined;
  return next === undefined ? { units } : { units, next };
}

/** A bank holds rights on very many units: when nothing else is asked, only as many are read as the page shows. */
function heldBy(search: UnitSearch, holderIndex: string, limit: number) {
  const { office, cursor, q, certificate, kind, standing } = search;
  const alone = !q?.trim() && certificate === undefined && kind === undefined && !standing?.length;
  return codesOf(sql`SELECT DISTINCT h.unit_code FROM register.holder h
    WHERE h.office = ${office} AND h.id_index = ${holderIndex} AND h.unit_code > ${cursor ?? ''}
      AND (SELECT r.ended_entry IS NULL FROM register."right" r WHERE r.office = h.office AND r.id = h.right_id)
    ORDER BY h.unit_code ${alone ? sql`LIMIT ${limit + 1}` : sql``}`);
}

const withCertificate = (office: string, condition: RawBuilder<unknown>) =>
  codesOf(sql`SELECT c.unit_code FROM register.certificate c WHERE c.office = ${office} AND ${condition}
    AND (SELECT r.ended_entry IS NULL FROM register."right" r WHERE r.office = c.office AND r.id = c.right_id)
    LIMIT 1000`);

/** One box for codes, certificate numbers and places: what the text looks like decides where to look. */
function matches(office: string, q: string) {
  const prefix = `${escapeLike(q)}%`;
  if (/^[0-9A-Za-z]{6,28}$/.test(q)) return sql<SqlBool>`u.code LIKE ${prefix.toUpperCase()}`;
  if (/不动产(权|证明)/.test(q)) return withCertificate(office, sql`c.number LIKE ${prefix}`);
  const tokens = queryTokens(q);
  const recheck = sql<SqlBool>`u.location ILIKE ${`%${escapeLike(q)}%`}`;
  if (tokens.length === 0) return recheck;
  const terms = tokens.map((token) => `'${token}'`).join(' & ');
  return sql<SqlBool>`(u.location_tokens @@ ${terms}::tsquery AND ${recheck})`;
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (character) => `\\${character}`);
