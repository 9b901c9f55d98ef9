import { issueCertificates } from '../certificates.ts';
import type { Draft } from '../draft.ts';
import { checkHolders } from '../holders.ts';
import { law } from '../law.ts';
import { checkMortgageTerms } from '../mortgage-terms.ts';
import { mortgageRightType } from '../right-types.ts';
import { seizureInForce } from '../seizure-queue.ts';
import type { CoOwnership, OwnershipRight, Refusal, SealedHolder, SealedPerson } from '../state.ts';
import { type EffectBase, type EffectDefinition, optional, refuse } from './effect.ts';

/** 抵押权首次登记: general or maximum; its rank is the next one. */
export interface Mortgage extends EffectBase {
  readonly type: 'mortgage';
  /** QLLX code in use for mortgages; 23 when left out. */
  readonly rightType?: string;
  /** DYFS code: 1 general, 2 maximum. */
  readonly mode: '1' | '2';
  /** Secured principal, or the highest amount, in fen. */
  readonly principal: number;
  /** First and last day, calendar dates. */
  readonly termFrom: string;
  readonly termTo: string;
  readonly transferRestricted: boolean;
  readonly scope?: string;
  readonly contractNumber?: string;
  readonly mortgagees: readonly SealedHolder[];
  readonly coOwnership?: CoOwnership;
  readonly debtors: readonly SealedPerson[];
  /** Blind indexes of the co-owners who mortgage their shares; left out: all owners mortgage the whole. */
  readonly mortgagors?: readonly string[];
  /** Number of the proof of registration (不动产登记证明). */
  readonly certificate?: string;
}

export const mortgage: EffectDefinition<Mortgage> = {
  type: 'mortgage',
  title: '抵押权首次登记',
  law: [law.mortgageOnEntry, law.mortgageRank, law.notMortgageable, law.maximumMortgage],
  apply(draft, effect) {
    const ownership = draft.ownership();
    if (!ownership) return [refuse('NO_OWNERSHIP', '该不动产单元没有可以抵押的现势权利。', law.mortgageable)];
    const coOwnership = effect.coOwnership ?? (effect.mortgagees.length > 1 ? '1' : '0');
    const mortgagors = mortgagorsOf(ownership, effect.mortgagors);
    const refusals = [
      ...checkSeizure(draft),
      ...checkHolders(effect.mortgagees, coOwnership),
      ...checkContent(effect),
      ...checkMortgagors(ownership, effect.mortgagors, mortgagors),
    ];
    if (refusals.length > 0) return refusals;

    const last = draft.mortgages().at(-1);
    const right = draft.open({
      kind: 'mortgage',
      rightType: effect.rightType ?? mortgageRightType,
      holders: effect.mortgagees,
      coOwnership,
      rank: (last?.rank ?? 0) + 1,
      ...optional('certificate', effect.certificate),
      content: {
        mode: effect.mode,
        principal: effect.principal,
        termFrom: effect.termFrom,
        termTo: effect.termTo,
        transferRestricted: effect.transferRestricted,
        ...optional('scope', effect.scope),
        ...optional('contractNumber', effect.contractNumber),
        mortgagors,
        debtors: effect.debtors,
        reason: effect.reason,
      },
    });
    issueCertificates(draft, right, effect.certificate, effect.mortgagees);
    return [];
  },
};

function checkSeizure(draft: Draft): Refusal[] {
  const seizure = seizureInForce(draft);
  if (!seizure) return [];
  const message = `该不动产已被${seizure.content.authority.name}查封，被查封的财产不得抵押。`;
  return [refuse('UNIT_SEIZED', message, law.notMortgageable)];
}

function checkContent(effect: Mortgage): Refusal[] {
  const refusals = checkMortgageTerms(effect);
  if (effect.debtors.length === 0) {
    refusals.push(refuse('DEBTOR_MISSING', '没有债务人。', law.mortgageOnEntry));
  }
  return refusals;
}

function mortgagorsOf(ownership: OwnershipRight, named: readonly string[] | undefined): SealedPerson[] {
  return ownership.holders
    .filter((holder) => named?.includes(holder.idIndex) ?? true)
    .map(({ name, idType, idSealed, idIndex, idMasked }) => ({ name, idType, idSealed, idIndex, idMasked }));
}

/** Only a holder can mortgage, and joint owners only together; a co-owner by shares may mortgage the own share. */
function checkMortgagors(
  ownership: OwnershipRight,
  named: readonly string[] | undefined,
  found: readonly SealedPerson[],
): Refusal[] {
  if (!named) return [];
  if (found.length === 0 || found.length < new Set(named).size) {
    return [refuse('MORTGAGOR_NOT_HOLDER', '抵押人不是登记簿记载的权利人。', law.mortgageable)];
  }
  if (ownership.coOwnership !== '2' && found.length < ownership.holders.length) {
    return [refuse('ALL_OWNERS_NEEDED', '共同共有的不动产须由全体共有人抵押。', law.disposalOfCommonThing)];
  }
  return [];
}
