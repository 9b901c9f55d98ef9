/**
 * Search tokens for Chinese text without a dictionary: a query matches when all its tokens occur.
 * Words cut by a dictionary miss common two-character queries; single characters and pairs do not.
 * Pairs may match too much, so a search rechecks the text itself.
 */

/** Longest text that is tokenised; what follows is ignored. */
const longestText = 2_000;
/** Longest prefix of a number kept as a token. */
const longestNumber = 12;

/** Distinct tokens of a text: single characters, pairs of neighbours, and prefixes of numbers and Latin words. */
export function bigramTokens(text: string): string[] {
  const tokens = new Set<string>();
  for (const run of runsOf(text)) {
    if (/^[0-9a-z]/.test(run)) addPrefixes(tokens, run);
    else addPairs(tokens, run);
  }
  return [...tokens];
}

/** Tokens a query asks for: whole numbers and words rather than all their prefixes. */
export function queryTokens(text: string): string[] {
  const tokens = new Set<string>();
  for (const run of runsOf(text)) {
    const characters = [...run];
    if (/^[0-9a-z]/.test(run)) tokens.add(run.slice(0, longestNumber));
    else if (characters.length === 1) tokens.add(run);
    else for (const pair of pairsOf(characters)) tokens.add(pair);
  }
  return [...tokens];
}

function runsOf(text: string): string[] {
  return normaliseForSearch(text).match(/[0-9]+|[a-z]+|\p{Script=Han}+/gu) ?? [];
}

function normaliseForSearch(text: string): string {
  return text.slice(0, longestText).normalize('NFKC').toLowerCase();
}

function addPrefixes(tokens: Set<string>, run: string): void {
  for (let length = 1; length <= Math.min(run.length, longestNumber); length += 1)
    tokens.add(run.slice(0, length));
}

function addPairs(tokens: Set<string>, run: string): void {
  const characters = [...run];
  for (const character of characters) tokens.add(character);
  for (const pair of pairsOf(characters)) tokens.add(pair);
}

function pairsOf(characters: string[]): string[] {
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

/**
 * A location (坐落) in one spelling, for comparison and search: narrow letters and digits, capitals,
 * no spaces, one kind of hyphen and bracket.
 */
export function normaliseLocation(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[‐‑‒–—―－~～]+/g, '-')
    .replace(/[〔【［[]/g, '(')
    .replace(/[〕】］\]]/g, ')')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
    .normalize('NFKC');
}
