import type { Draft } from '../draft.ts';
import { refuse } from '../effects/effect.ts';
import { law } from '../law.ts';
import type { EasementContent } from '../limited-rights.ts';
import { areAmong } from '../restrictions.ts';
import type { EasementRight, Refusal, SealedPerson } from '../state.ts';
import { date, type LimitedPolicy, text } from './policy.ts';
import { checkTerm, checkWithinLandTerm } from './term.ts';

/** PURPOSE_MISSING and what is wrong with the term. The land term that binds it is that of the land that serves. */
export function checkEasementContent(draft: Draft, content: EasementContent): Refusal[] {
  const refusals = checkTerm(draft, content, law.easementTerm);
  if (content.purpose.trim() === '') {
    refusals.push(refuse('PURPOSE_MISSING', '没有写明地役权的利用目的和方法。', law.easement));
  }
  if (refusals.length > 0 || content.side === 'dominant') return refusals;
  return checkWithinLandTerm(draft, content, law.easementTerm);
}

/** An easement belongs to whoever has the land it serves and never to anyone else (民法典 380). HOLDER_NOT_DOMINANT. */
export function checkDominantHolders(
  draft: Draft,
  side: EasementContent['side'],
  holders: readonly SealedPerson[],
): Refusal[] {
  const ownership = draft.ownership();
  if (side === 'servient' || (ownership && areAmong(holders, ownership.holders))) return [];
  return [
    refuse('HOLDER_NOT_DOMINANT', '地役权人应是需役地的权利人，地役权不得单独转让。', law.easementWithLand),
  ];
}

/** An easement is on several pages and its proof is one: it is issued with the first page that serves. */
export const isOnFirstPage = (content: EasementContent, unit: string | undefined): boolean =>
  content.servient[0] === unit;

export const easementPolicy: LimitedPolicy<EasementRight> = {
  title: '地役权',
  law: law.easementChange,
  fields: { purpose: text, termFrom: date, termTo: date },
  checkAlteration: (draft, _before, after) => checkEasementContent(draft, after.content),
  issuesProof: (draft, right) => isOnFirstPage(right.content, draft.unit?.code),
  checkTransfer: (draft, right, effect) => checkDominantHolders(draft, right.content.side, effect.holders),
};
