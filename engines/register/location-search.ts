import { bigramTokens, queryTokens } from '@hengchan/standards';
import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** Places are found by the tokens of what somebody typed, which an index has, and then by the text itself, for pairs may match too much. */

type Condition = RawBuilder<SqlBool>;

/** A tsvector in its text form. Tokens are letters, digits and Han characters only, so quoting is enough. */
export const tokensText = (location: string): string => quoted(bigramTokens(location)).join(' ');

const quoted = (tokens: readonly string[]): string[] => tokens.map((token) => `'${token}'`);

/** 常州市天宁区, but not 菱湖小区: what nearly every place of an office begins with, and no index helps with. */
const jurisdiction = /^(?:[^省市县区]{1,6}(?:[省市县]|(?<![小社园片厂校])区)){1,3}(?=.{2,})/;

/** Pairs tell places apart; a single character such as 室 is in nearly all of them. The whole text is compared in any case. */
function tellingTokens(q: string): string[] {
  const tokens = queryTokens(q.replace(jurisdiction, ''));
  const pairs = tokens.filter((token) => token.length > 1);
  return pairs.length > 1 ? pairs : tokens;
}

/** The part of a place that an index over such a column helps with. */
export function hasTokensOf(column: string, q: string): Condition {
  const tokens = tellingTokens(q);
  if (tokens.length === 0) return sql`true`;
  // Written into the statement, so that it is planned for these very words and how often they occur, and never for words in general.
  // Tokens are Han characters, digits and Latin letters only.
  return sql`${sql.ref(column)} @@ ${sql.lit(quoted(tokens).join(' & '))}::tsquery`;
}

/**
 * The text itself. Wrapped, because the planner would count the same word twice as rare and read all matches of a common one instead of
 * walking to the first page.
 */
export const contains = (column: string, q: string): Condition =>
  sql`coalesce(${sql.ref(column)} ILIKE ${`%${escapeLike(q)}%`}, false)`;

export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (character) => `\\${character}`);
