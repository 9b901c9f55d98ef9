import type { Database } from '@hengchan/platform';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { loadStates } from './load-states.ts';
import { contains, escapeLike, hasTokensOf } from './location-search.ts';
import type { RightKind, UnitKind, UnitState } from './state.ts';

/** How a unit stands, for filtering. A unit may be several at once; on a `clear` one nothing stands in the way of a disposal. */
export type UnitStanding =
  | 'clear'
  | 'mortgaged'
  | 'seized'
  | 'noticed'
  | 'objected'
  | 'locked'
  | 'closed'
  | 'sole'
  | 'joint'
  | 'shares';

export interface UnitSearch {
  readonly office: string;
  /** The beginning of a unit code or certificate number, or part of a location (from one character). */
  readonly q?: string;
  /** Blind index of an identity number: units on which that person holds a current right. */
  readonly holderIndex?: string;
  /** A whole certificate or proof number, of a current right. */
  readonly certificate?: string;
  readonly kind?: UnitKind;
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
 * The embedded database keeps no statistics, so the shape of these queries leaves the planner nothing to get badly
 * wrong: one set of codes is read in order from its own index, and everything else is asked of one unit at a time.
 */
type Condition = RawBuilder<SqlBool>;

const has = (condition: RawBuilder<unknown>): Condition =>
  sql<SqlBool>`coalesce((SELECT true FROM register."right" r WHERE r.office = u.office AND r.unit_code = u.code
    AND r.ended_entry IS NULL AND ${condition} LIMIT 1), false)`;

const held = (coOwnership: string) => has(sql`r.kind = 'ownership' AND r.co_ownership = ${coOwnership}`);

const closed = sql<SqlBool>`coalesce((SELECT true FROM register.closure c
  WHERE c.office = u.office AND c.unit_code = u.code LIMIT 1), false)`;

/** Few units stand like this, so a search begins with them: by kind of right there is an index of the current ones. */
const rare: Partial<Record<UnitStanding, RightKind>> = {
  seized: 'seizure',
  noticed: 'advance-notice',
  objected: 'objection',
  locked: 'lock',
};

const standings: Record<UnitStanding, Condition> = {
  clear: sql`NOT ${has(sql`r.kind IN ('mortgage', 'seizure', 'advance-notice', 'objection', 'lock', 'habitation')`)}
    AND NOT ${closed}`,
  mortgaged: has(sql`r.kind = 'mortgage'`),
  seized: has(sql`r.kind = 'seizure'`),
  noticed: has(sql`r.kind = 'advance-notice'`),
  objected: has(sql`r.kind = 'objection'`),
  locked: has(sql`r.kind = 'lock'`),
  closed,
  sole: held('0'),
  joint: held('1'),
  shares: held('2'),
};

/** Units that satisfy every condition given, by code, a page at a time, each with its current rights. */
export async function searchUnits(database: Database, search: UnitSearch): Promise<UnitPage> {
  const limit = Math.min(Math.max(search.limit ?? 20, 1), 100);
  const { office } = search;
  const found = await statement(search, limit + 1).execute(database);
  const codes = found.rows.map((row) => row.code);
  const page = codes.slice(0, limit);
  const states = await loadStates(database, office, page);
  const units = page.flatMap((code) => states.get(code) ?? []);
  const next = codes.length > limit ? page.at(-1) : undefined;
  return next === undefined ? { units } : { units, next };
}

/** Codes of the units found, in their order, at most so many. */
function statement(search: UnitSearch, limit: number): RawBuilder<{ code: string }> {
  const { office, cursor = '' } = search;
  const conditions = sql.join(conditionsOf(search), sql` AND `);
  const from = source(search);
  // Without a smaller set to begin from, units are read in one flat query: only then may the limit end the reading of a common word early.
  if (!from)
    return sql`SELECT u.code FROM register.unit u WHERE u.office = ${office} AND u.ended_entry IS NULL
      AND u.code > ${cursor} AND ${place(search.q?.trim() ?? '')} AND ${conditions} ORDER BY u.code LIMIT ${limit}`;
  return sql`SELECT s.code FROM (${from}) s, LATERAL (
      SELECT FROM register.unit u WHERE u.office = ${office} AND u.code = s.code AND u.ended_entry IS NULL
        AND ${conditions} OFFSET 0
    ) u ORDER BY s.code LIMIT ${limit}`;
}

/** The smallest set of codes the search can begin from, in their order; undefined when that is all units. */
function source(search: UnitSearch): RawBuilder<unknown> | undefined {
  const { office, certificate, holderIndex, cursor = '' } = search;
  const q = search.q?.trim() ?? '';
  if (certificate !== undefined) return certified(office, sql`c.number = ${certificate.trim()}`, cursor);
  if (isCertificate(q)) return certified(office, sql`c.number LIKE ${`${escapeLike(q)}%`}`, cursor);
  if (holderIndex !== undefined) {
    return sql`SELECT DISTINCT h.unit_code AS code FROM register.holder h
      WHERE h.office = ${office} AND h.id_index = ${holderIndex} AND h.unit_code > ${cursor}
        AND ${isCurrent(sql`h`)} ORDER BY h.unit_code`;
  }
  if (search.standing?.includes('closed')) {
    return sql`SELECT c.unit_code AS code FROM register.closure c WHERE c.office = ${office}
      AND c.unit_code > ${cursor} ORDER BY c.unit_code`;
  }
  const kind = search.standing?.map((standing) => rare[standing]).find((each) => each !== undefined);
  if (kind) {
    return sql`SELECT DISTINCT r.unit_code AS code FROM register."right" r WHERE r.office = ${office}
      AND r.kind = ${sql.lit(kind)} AND r.ended_entry IS NULL AND r.unit_code > ${cursor} ORDER BY r.unit_code`;
  }
  return undefined;
}

const isCurrent = (row: RawBuilder<unknown>): Condition =>
  sql`(SELECT r.ended_entry IS NULL FROM register."right" r WHERE r.office = ${row}.office AND r.id = ${row}.right_id)`;

/**
 * Units with a current right under the number. It may have been issued with an earlier wording of the right, or on
 * the page of a unit this one took the place of.
 */
const certified = (office: string, condition: Condition, cursor: string) =>
  sql`SELECT DISTINCT p.unit_code AS code FROM (
      WITH RECURSIVE place AS (
        SELECT c.number, c.unit_code FROM register.certificate c WHERE c.office = ${office} AND ${condition}
        UNION
        SELECT p.number, l.successor FROM place p, register.lineage l
        WHERE l.office = ${office} AND l.unit_code = p.unit_code
      ) SELECT number, unit_code FROM place
    ) p WHERE p.unit_code > ${cursor} AND (
      SELECT true FROM register."right" r WHERE r.office = ${office} AND r.unit_code = p.unit_code
        AND r.ended_entry IS NULL AND (r.certificate = p.number OR (
          SELECT true FROM register.holder h WHERE h.office = r.office AND h.unit_code = r.unit_code
            AND h.right_id = r.id AND h.certificate = p.number LIMIT 1)) LIMIT 1)
    ORDER BY p.unit_code`;

/** What every unit found must satisfy, whatever the search began from. */
function conditionsOf(search: UnitSearch): Condition[] {
  const q = search.q?.trim() ?? '';
  const conditions: Condition[] = (search.standing ?? []).map((standing) => standings[standing]);
  if (search.kind) conditions.push(sql`u.kind = ${search.kind}`);
  if (q && !isCertificate(q)) conditions.push(matches(q));
  if (search.holderIndex !== undefined) {
    conditions.push(
      has(sql`(SELECT true FROM register.holder h WHERE h.office = r.office AND h.unit_code = r.unit_code
        AND h.right_id = r.id AND h.id_index = ${search.holderIndex} LIMIT 1)`),
    );
  }
  return conditions.length > 0 ? conditions : [sql`true`];
}

/** One box for codes, certificate numbers and places: what the text looks like decides where to look. */
const isCertificate = (q: string): boolean => /不动产(权|证明)/.test(q);
const isCode = (q: string): boolean => /^[0-9A-Za-z]{6,28}$/.test(q);

const matches = (q: string): Condition => (isCode(q) ? beginsWith(q) : contains('u.location', q));

/** The part of a place or code that an index helps with. */
const place = (q: string): Condition => (isCode(q) ? beginsWith(q) : hasTokensOf('u.location_tokens', q));

const beginsWith = (code: string): Condition => sql`u.code LIKE ${`${escapeLike(code).toUpperCase()}%`}`;
