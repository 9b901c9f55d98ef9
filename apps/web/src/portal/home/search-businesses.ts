import type { BusinessSummary } from '../../api/businesses.ts';

const weights = { name: 6, keyword: 5, summary: 2 };
/** A longer keyword met in full says more: 还清贷款 over 贷款. */
const longKeyword = 4;

/** Pieces of two characters: a sentence such as 我想把房子卖掉 still meets the keyword 卖房子. */
function pairs(text: string): string[] {
  return Array.from({ length: Math.max(text.length - 1, 0) }, (_, index) => text.slice(index, index + 2));
}

/** Pairs that are in the name of nearly everything here tell nothing apart. */
const everywhere = new Set(['登记', '不动', '动产', '办理', '权利', '我想', '我的', '想要', '怎么']);

/** What answers much less well than the best answer is noise. */
const worthShowing = 0.25;

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s，。、？！,.?!]/g, '');

function score(business: BusinessSummary, asked: string): number {
  const name = plain(business.name);
  const summary = plain(business.summary);
  const keywords = business.keywords.map(plain).filter(Boolean);
  let points = 0;
  if (name.includes(asked)) points += weights.name;
  for (const keyword of keywords) {
    if (keyword.includes(asked) || [...keyword].every((character) => asked.includes(character))) {
      points += weights.keyword * (1 + keyword.length / longKeyword);
    }
  }
  if (summary.includes(asked)) points += weights.summary;
  for (const pair of pairs(asked)) {
    if (everywhere.has(pair)) continue;
    if (name.includes(pair)) points += 1;
    if (keywords.some((keyword) => keyword.includes(pair))) points += 1;
    if (summary.includes(pair)) points += 0.25;
  }
  return points;
}

/** Businesses that answer the words, best first; without words all of them in their own order. */
export function searchBusinesses(businesses: readonly BusinessSummary[], words: string): BusinessSummary[] {
  const asked = plain(words);
  if (asked === '') return [...businesses];
  const scored = businesses.map((business) => ({ business, points: score(business, asked) }));
  const least = Math.max(1, worthShowing * Math.max(...scored.map(({ points }) => points)));
  return scored
    .filter(({ points }) => points >= least)
    .toSorted((a, b) => b.points - a.points)
    .map(({ business }) => business);
}
