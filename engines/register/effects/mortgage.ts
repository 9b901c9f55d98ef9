import { endConverted, noticeToConvert } from '../advance-conversion.ts';
import { issueCertificates } from '../certificates.ts';
import { type Draft, noticeDay } from '../draft.ts';
import { checkHolders } from '../holders.ts';
import { law } from '../law.ts';
import { checkMortgageTerms } from '../mortgage-terms.ts';
import { checkNotices, checkNotLocked } from '../restrictions.ts';
import { isMortgageable, mortgageRightType } from '../right-types.ts';
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
  /** 在建建筑物抵押: on what stands and is registered (担保解释 51). */
  readonly construction?: true;
  /** Id or origin of the advance notice of this mortgage: it ends in the same entry (预告登记转本登记). */
  readonly converts?: string;
  /** Ids or origins of the advance notices of sale whose holders agreed. */
  readonly consents?: readonly string[];
  /** Number of the proof of registration (不动产登记证明). */
  readonly certificate?: string;
}

export const mortgage: EffectDefinition<Mortgage> = {
  type: 'mortgage',
  title: '抵押权首次登记',
  law: [
    law.mortgageOnEntry,
    law.mortgageRank,
    law.notMortgageable,
    law.maximumMortgage,
    law.advanceNotice,
    law.noticeBecomesMortgage,
    law.buildingUnderConstruction,
  ],
  apply(draft, effect) {
    const ownership = draft.ownership();
    if (!ownership) return [refuse('NO_OWNERSHIP', '该不动产单元没有可以抵押的现势权利。', law.mortgageable)];
    const coOwnership = effect.coOwnership ?? (effect.mortgagees.length > 1 ? '1' : '0');
    const mortgagors = mortgagorsOf(ownership, effect.mortgagors);
    const conversion = noticeToConvert(draft, effect.converts, 'mortgage', effect.mortgagees);
    const refusals = [
      ...checkMortgageable(ownership),
      ...checkNotLocked(draft),
      ...checkSeizure(draft),
      ...checkNotices(draft, { consents: effect.consents }),
      ...conversion.refusals,
      ...checkHolders(effect.mortgagees, coOwnership),
      ...checkContent(effect),
      ...checkMortgagors(ownership, effect.mortgagors, mortgagors),
    ];
    if (refusals.length > 0) return refusals;

    endConverted(draft, conversion.notice);
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
        ...optional('construction', effect.construction),
        ...optional('noticedFrom', conversion.notice && noticeDay(conversion.notice)),
        reason: effect.reason,
      },
    });
    issueCertificates(draft, right, effect.certificate, effect.mortgagees);
    return [];
  },
};

/** 民法典 399: owned land and homesteads are not mortgaged alone; what all owners of a building share, not at all. */
function checkMortgageable({ rightType, content }: OwnershipRight): Refusal[] {
  if (content.commonParts) {
    return [refuse('NOT_MORTGAGEABLE', '业主共有部分不能单独抵押。', law.commonParts)];
  }
  if (isMortgageable(rightType)) return [];
  const message = '土地所有权和宅基地使用权不得单独抵押。';
  return [refuse('NOT_MORTGAGEABLE', message, law.notMortgageable)];
}

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
