import { checkAreas } from '../areas.ts';
import { type CarriedMortgage, checkCarried, openCarried } from '../carried-mortgages.ts';
import { issueCertificates } from '../certificates.ts';
import type { Draft } from '../draft.ts';
import { checkHolders } from '../holders.ts';
import { law } from '../law.ts';
import { convertPreSeizures } from '../pre-seizure.ts';
import { checkNotLocked } from '../restrictions.ts';
import { fitsUnit } from '../right-types.ts';
import type { CoOwnership, Refusal, SealedHolder, UnitFacts } from '../state.ts';
import { type EffectBase, type EffectDefinition, optional, refuse } from './effect.ts';

/**
 * 首次登记: opens the unit's page and records the first title on it. A unit that comes from others by split, merger
 * or a new code begins like this too, in one transaction with the closure of theirs.
 */
export interface FirstRegistration extends EffectBase {
  readonly type: 'first-registration';
  readonly facts: UnitFacts;
  /** QLLX code, for example 4 国有建设用地使用权/房屋所有权, 3 国有建设用地使用权. */
  readonly rightType: string;
  readonly holders: readonly SealedHolder[];
  readonly coOwnership: CoOwnership;
  readonly certificate?: string;
  /** Price in fen. */
  readonly price?: number;
  /** 业主共有部分: held by the owners together, entered without a certificate (实施细则 36). */
  readonly commonParts?: true;
  /** Codes of the closed units this one took the place of. */
  readonly predecessors?: readonly string[];
  /** Rights of the predecessors that go on here in the same entry. */
  readonly carried?: { readonly mortgages: readonly CarriedMortgage[] };
}

export const firstRegistration: EffectDefinition<FirstRegistration> = {
  type: 'first-registration',
  title: '首次登记',
  law: [law.effectOnEntry, law.unitHasOneCode, law.commonParts],
  apply(draft, effect) {
    const refusals = [
      ...checkHolders(effect.holders, effect.coOwnership),
      ...checkPage(draft),
      ...checkUnit(effect),
      ...checkCommonParts(effect),
      ...checkOrigin(effect),
    ];
    if (refusals.length > 0) return refusals;

    draft.setUnit(effect.facts);
    const right = draft.open({
      kind: 'ownership',
      rightType: effect.rightType,
      holders: effect.holders,
      coOwnership: effect.coOwnership,
      ...optional('certificate', effect.certificate),
      content: {
        reason: effect.reason,
        ...optional('price', effect.price),
        ...optional('commonParts', effect.commonParts),
      },
    });
    issueCertificates(draft, right, effect.certificate, effect.holders);
    openCarried(draft, effect.carried?.mortgages ?? []);
    convertPreSeizures(draft, effect.holders);
    return [];
  },
};

function checkPage(draft: Draft): Refusal[] {
  if (!draft.ownership()) return checkNotLocked(draft);
  return [refuse('ALREADY_REGISTERED', '该不动产单元已有现势权利，不能再办首次登记。', law.refusal)];
}

function checkUnit({ facts, unit, rightType }: FirstRegistration): Refusal[] {
  const refusals: Refusal[] = [];
  if (facts.code !== unit) {
    refusals.push(
      refuse('UNIT_CODE_DIFFERS', '登记内容的不动产单元号与所登记单元不一致。', law.unitHasOneCode),
    );
  }
  refusals.push(...checkAreas(facts));
  if (!fitsUnit(rightType, facts.kind)) {
    refusals.push(refuse('RIGHT_TYPE_UNFIT', '权利类型与不动产单元的类型不符。', law.refusal));
  }
  return refusals;
}

function checkCommonParts({ commonParts, certificate, holders }: FirstRegistration): Refusal[] {
  const issued = [certificate, ...holders.map((each) => each.certificate)].some((each) => each !== undefined);
  if (!commonParts || !issued) return [];
  return [refuse('CERTIFICATE_NOT_DUE', '业主共有部分只登簿，不颁发不动产权证书。', law.commonParts)];
}

/** A unit comes from others than itself, each named once; only such a unit brings mortgages along. */
function checkOrigin({ unit, predecessors, carried }: FirstRegistration): Refusal[] {
  const refusals: Refusal[] = [];
  const from = predecessors ?? [];
  if (new Set(from).size < from.length || from.includes(unit)) {
    refusals.push(refuse('PREDECESSORS_INVALID', '原不动产单元号重复或有误。', law.unitHasOneCode));
  }
  const mortgages = carried?.mortgages ?? [];
  if (mortgages.length > 0 && from.length === 0) {
    refusals.push(refuse('PREDECESSORS_MISSING', '延续的抵押权须载明原不动产单元号。', law.unitHasOneCode));
  }
  return [...refusals, ...checkCarried(mortgages)];
}
