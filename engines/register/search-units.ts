import type { Database } from '@hengchan/platform';
import { queryTokens } from '@hengchan/standards';
import { type SqlBool, sql } from 'kysely';
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

const current = (kind: string) =>
  sql<SqlBool>`EXISTS (SELECT FROM register."right" r WHERE r.office = u.office AND r.unit_code = u.code AND r.kind = ${kind} AND r.ended_entry IS NULL)`;

const held = (coOwnership: string) =>
  sql<SqlBool>`EXISTS (SELECT FROM register."right" r WHERE r.office = u.office AND r.unit_code = u.code AND r.kind = 'ownership' AND r.ended_entry IS NULL AND r.co_ownership = ${coOwnership})`;

const standings: Record<UnitStanding, ReturnType<typeof current>> = {
  clear: sql<SqlBool>`NOT (${current('mortgage')} OR ${current('seizure')})`,
  mortgaged: current('mortgage'),
  seized: current('seizure'),
  sole: held('0'),
  joint: held('1'),
  shares: held('2'),
};

/** Units that satisfy every condition given, by code, a page at a time, each with its current rights. */
export async function searchUnits(database: Database, search: UnitSearch): Promise<UnitPage> {
  const limit = Math.min(Math.max(search.limit ?? 20, 1), 100);
  const { office, holderIndex, certificate } = search;
  let query = tables(database)
    .selectFrom('register.unit as u')
    .select('u.code')
    .where('u.office', '=', office)
    .where('u.ended_entry', 'is', null)
    .orderBy('u.code')
    .limit(limit + 1);
  if (search.cursor !== undefined) query = query.where('u.code', '>', search.cursor);
  if (search.kind) query = query.where('u.kind', '=', search.kind);
  const q = search.q?.trim();
  if (q) query = query.where(matches(office, q));
  if (holderIndex !== undefined) {
    query = query.where(
      sql<SqlBool>`u.code IN (SELECT h.unit_code FROM register.holder h JOIN register."right" r ON r.office = h.office AND r.id = h.right_id WHERE h.office = ${office} AND h.id_index = ${holderIndex} AND r.ended_entry IS NULL)`,
    );
  }
  if (certificate !== undefined) {
    query = query.where(
      sql<SqlBool>`u.code IN (SELECT c.unit_code FROM register.certificate c JOIN register."right" r ON r.office = c.office AND r.id = c.right_id WHERE c.office = ${office} AND c.number = ${certificate.trim()} AND r.ended_entry IS NULL)`,
    );
  }
  for (const standing of search.standing ?? []) query = query.where(standings[standing]);
  const codes = (await query.execute()).map((row) => row.code);
  const page = codes.slice(0, limit);
  const states = await loadStates(database, office, page);
  const units = page.flatMap((code) => states.get(code) ?? []);
  const next = codes.length > limit ? page.at(-1) : undefined;
  return next === undefined ? { units } : { units, next };
}

/** One box for codes, certificate numbers and places: what the text looks like decides where to look. */
function matches(office: string, q: string) {
  const prefix = `${escapeLike(q)}%`;
  if (/^[0-9A-Za-z]{6,28}$/.test(q)) return sql<SqlBool>`u.code LIKE ${prefix.toUpperCase()}`;
  if (/不动产(权|证明)/.test(q)) {
    return sql<SqlBool>`u.code IN (SELECT c.unit_code FROM register.certificate c JOIN register."right" r ON r.office = c.office AND r.id = c.right_id WHERE c.office = ${office} AND c.number LIKE ${prefix} AND r.ended_entry IS NULL)`;
  }
  const tokens = queryTokens(q);
  const recheck = sql<SqlBool>`u.location ILIKE ${`%${escapeLike(q)}%`}`;
  if (tokens.length === 0) return recheck;
  const terms = tokens.map((token) => `'${token}'`).join(' & ');
  return sql<SqlBool>`(u.location_tokens @@ ${terms}::tsquery AND ${recheck})`;
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (character) => `\\${character}`);
