import { issueCertificates } from '../certificates.ts';
import { checkHolders } from '../holders.ts';
import { law } from '../law.ts';
import { convertPreSeizures } from '../pre-seizure.ts';
import { unitKindOf } from '../right-types.ts';
import type { CoOwnership, SealedHolder, UnitFacts } from '../state.ts';
import { type EffectBase, type EffectDefinition, optional, refuse } from './effect.ts';

/** 首次登记: opens the unit's page and records the first ownership (or use right) on it. */
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
}

export const firstRegistration: EffectDefinition<FirstRegistration> = {
  type: 'first-registration',
  title: '首次登记',
  law: [law.effectOnEntry, law.unitHasOneCode],
  apply(draft, effect) {
    const refusals = checkHolders(effect.holders, effect.coOwnership);
    if (draft.ownership()) {
      refusals.push(
        refuse('ALREADY_REGISTERED', '该不动产单元已有现势权利，不能再办首次登记。', law.refusal),
      );
    }
    if (effect.facts.code !== effect.unit) {
      refusals.push(
        refuse('UNIT_CODE_DIFFERS', '登记内容的不动产单元号与所登记单元不一致。', law.unitHasOneCode),
      );
    }
    if (!isArea(effect.facts.area) || !isArea(effect.facts.landArea ?? '1')) {
      refusals.push(refuse('AREA_INVALID', '面积应为大于零的小数，单位为平方米。', law.refusal));
    }
    if ((unitKindOf(effect.rightType) ?? effect.facts.kind) !== effect.facts.kind) {
      refusals.push(refuse('RIGHT_TYPE_UNFIT', '权利类型与不动产单元的类型不符。', law.refusal));
    }
    if (refusals.length > 0) return refusals;

    draft.setUnit(effect.facts);
    const right = draft.open({
      kind: 'ownership',
      rightType: effect.rightType,
      holders: effect.holders,
      coOwnership: effect.coOwnership,
      ...optional('certificate', effect.certificate),
      content: { reason: effect.reason, ...optional('price', effect.price) },
    });
    issueCertificates(draft, right, effect.certificate, effect.holders);
    convertPreSeizures(draft, effect.holders);
    return [];
  },
};

/** A positive decimal in its plain form, at most four places: what the database gives back unchanged. */
const isArea = (text: string): boolean => /^(0|[1-9]\d{0,11})(\.\d{1,4})?$/.test(text) && Number(text) > 0;
