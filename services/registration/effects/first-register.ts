import type { CoOwnership, UnitFacts } from '@hengchan/register';
import { yuan } from '@hengchan/standards';
import { type EffectBuilder, type EffectContext, holderOf, partiesIn, textOf } from './build.ts';

/** The title a business records: the first of the right types its definition names. */
export function rightTypeOf({ definition }: EffectContext): string {
  const [rightType] = definition.rightTypes ?? [];
  if (rightType === undefined)
    throw new Error(`business ${definition.code} does not say which title it records`);
  return rightType;
}

/** 首次登记 of every unit of the case, as the survey described it, for all applicants together. */
export const firstRegister: EffectBuilder = (context) => {
  const price = textOf(context, 'price');
  return context.units.map(({ code, state, surveyed }) => {
    const facts = surveyed ?? factsOf(state?.unit);
    if (!facts) throw new Error(`unit ${code} was neither surveyed nor has a page`);
    return {
      type: 'first-registration',
      unit: code,
      reason: textOf(context, 'reason') ?? context.definition.name,
      facts,
      rightType: rightTypeOf(context),
      holders: partiesIn(context, 'applicant').map(holderOf),
      coOwnership: (textOf(context, 'coOwnership') ?? '0') as CoOwnership,
      ...(price === undefined ? {} : { price: yuan(price) }),
    };
  });
};

function factsOf(unit: (UnitFacts & { sinceEntry?: number }) | undefined): UnitFacts | undefined {
  if (!unit) return undefined;
  const { sinceEntry: _since, ...facts } = unit;
  return facts;
}

/** 业主共有部分 the form names: entered with the building, for all owners together, without a certificate (实施细则 36). */
export const firstRegisterCommonParts: EffectBuilder = (context) => {
  const codes = context.record.case.form.commonParts;
  if (!Array.isArray(codes)) return [];
  const { cipher } = context.platform;
  return codes.map((value) => {
    const code = String(value);
    const facts = context.surveyed.get(code);
    if (!facts) throw new Error(`common part ${code} was not surveyed`);
    const number = `${facts.parcelCode}业主共有`;
    return {
      type: 'first-registration',
      unit: code,
      reason: '建筑区划内业主共有部分首次登记',
      facts,
      rightType: rightTypeOf(context),
      holders: [
        {
          name: '全体业主',
          idType: '99',
          idSealed: cipher.seal(number),
          idIndex: cipher.index(number),
          idMasked: '业主共有',
          holderKind: '99',
        },
      ],
      coOwnership: '0',
      commonParts: true,
    };
  });
};
