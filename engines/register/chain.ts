import { sm3 } from '@hengchan/standards/crypto';
import { canonicalJson } from './canonical.ts';

/** What an entry's hash covers; `effect` is the canonical JSON text of the effect. */
export interface HashedEntry {
  readonly office: string;
  readonly number: number;
  readonly caseNo: string;
  readonly business: string;
  readonly effect: string;
  readonly registrar: string;
  readonly mode: 'manual' | 'automatic';
  readonly enteredAt: Date;
  readonly previousHash: string;
}

/** The previous hash of the first entry of an office. */
export const chainStart = '0'.repeat(64);

/**
 * The text that is hashed: the canonical JSON object of the entry with the members business, caseNo, effect,
 * enteredAt, mode, number, office, previousHash, registrar, in that (sorted) order. Anyone can rebuild it from
 * the row: the effect is stored in canonical form and stands in it unchanged.
 */
export function entryText(entry: HashedEntry): string {
  const text = canonicalJson;
  return (
    `{"business":${text(entry.business)},"caseNo":${text(entry.caseNo)},"effect":${entry.effect},` +
    `"enteredAt":${text(entry.enteredAt)},"mode":${text(entry.mode)},"number":${text(entry.number)},` +
    `"office":${text(entry.office)},"previousHash":${text(entry.previousHash)},` +
    `"registrar":${text(entry.registrar)}}`
  );
}

/** SM3 (GB/T 32905) of the entry's text in UTF-8, in hexadecimal. */
export const hashEntry = (entry: HashedEntry): string => sm3(entryText(entry));
