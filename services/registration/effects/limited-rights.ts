import type { CoOwnership, Effect, Right, RightKind } from '@hengchan/register';
import { yuan } from '@hengchan/standards';
import { rightChangeIn } from '../changes.ts';
import { carriesNumber } from '../proof-number.ts';
import {
  authorityNamed,
  consentsOf,
  type EffectBuilder,
  holderOf,
  partiesIn,
  personOf,
  perUnit,
  requiredText,
  textOf,
  type UnitContext,
} from './build.ts';

type Limited = Exclude<RightKind, 'ownership' | 'seizure' | 'lock'>;

/**
 * The right of a kind the form's proof number names; where it names none, the only one of the unit, or the only one of those in the role
 * the business's rule about it names.
 */
export function chosenRight(context: UnitContext, kind: Limited): Right | undefined {
  const proof = textOf(context, 'proofNumber');
  const rights = context.unit.rights.filter((right) => right.kind === kind);
  if (proof !== undefined) return rights.find((right) => carriesNumber(right, proof));
  if (rights.length < 2) return rights[0];
  const { rules } = context.definition;
  const role = rules.find(({ rule }) => rule === 'RIGHT_CHOSEN')?.parameters?.role ?? '';
  const mine = new Set(partiesIn(context, String(role)).map((party) => party.id_index));
  const own = rights.filter((right) => right.holders.some((holder) => mine.has(holder.idIndex)));
  return own.length === 1 ? own[0] : undefined;
}

const coOwnershipOf = (count: number): CoOwnership => (count > 1 ? '1' : '0');

const consents = (context: UnitContext, ...kinds: RightKind[]) => {
  const agreed = consentsOf(context, kinds);
  return agreed.length > 0 ? { consents: agreed } : {};
};

/** What is written of a right is different: 抵押权、地役权、居住权、土地经营权的变更. */
const alter = (kind: Limited) =>
  perUnit((context) => ({
    type: 'right-alteration',
    unit: context.unitCode,
    reason: textOf(context, 'reason') ?? context.definition.name,
    right: chosenRight(context, kind)?.id ?? '',
    content: rightChangeIn(context.record.case.form) ?? {},
    ...consents(context, 'mortgage', 'advance-notice'),
  }));

export const alterMortgage = alter('mortgage');
export const alterEasement = alter('easement');
export const alterHabitation = alter('habitation');
export const alterManagement = alter('management');

/** 最高额抵押权确定: the claims are fixed, at no more than the highest amount (民法典 423). */
export const determineMortgage = perUnit((context) => ({
  type: 'right-alteration',
  unit: context.unitCode,
  reason: textOf(context, 'reason') ?? '最高额抵押权担保的债权确定',
  right: chosenRight(context, 'mortgage')?.id ?? '',
  content: {
    determinedOn: requiredText(context, 'determinedOn'),
    principal: yuan(requiredText(context, 'principal')),
  },
}));

/** A right goes on with other people: 抵押权、地役权、土地经营权的转移. */
const passTo = (kind: Limited, role: string) =>
  perUnit((context) => {
    const holders = partiesIn(context, role).map(holderOf);
    return {
      type: 'right-transfer',
      unit: context.unitCode,
      reason: textOf(context, 'reason') ?? context.definition.name,
      right: chosenRight(context, kind)?.id ?? '',
      holders,
      coOwnership: coOwnershipOf(holders.length),
      ...(context.record.case.form.agreed === true ? { agreed: true } : {}),
      ...consents(context, 'advance-notice'),
    };
  });

/** 抵押权转移登记, with the claim it secures (民法典 407). */
export const transferMortgage = passTo('mortgage', 'newMortgagee');
/** 地役权转移登记, on both pages. */
export const transferEasement = passTo('easement', 'newDominant');
/** 土地经营权转移登记. */
export const transferManagement = passTo('management', 'newManager');

/** A right ends: 地役权、居住权、土地经营权、异议的注销. */
const end = (kind: Limited) =>
  perUnit((context) => ({
    type: 'right-cancellation',
    unit: context.unitCode,
    reason: textOf(context, 'reason') ?? context.definition.name,
    right: chosenRight(context, kind)?.id ?? '',
    ...consents(context, 'mortgage', 'advance-notice'),
  }));

export const cancelEasement = end('easement');
export const cancelHabitation = end('habitation');
export const cancelManagement = end('management');
export const cancelObjection = end('objection');

/**
 * 地役权首次登记: the first unit of the case serves, the others are served; the same easement on the page of each, with one proof
 * (民法典 372).
 */
export const establishEasement: EffectBuilder = (context) => {
  const [servient, ...dominant] = context.units.map((unit) => unit.code);
  if (servient === undefined || dominant.length === 0) throw new Error('an easement joins two units');
  const holders = partiesIn(context, 'dominant').map(holderOf);
  return context.units.map(({ code, state }): Effect => {
    if (!state) throw new Error(`unit ${code} has no page`);
    return {
      type: 'easement',
      unit: code,
      reason: textOf(context, 'reason') ?? '地役权合同',
      side: code === servient ? 'servient' : 'dominant',
      key: context.record.case.no,
      servient: [servient],
      dominant,
      holders,
      coOwnership: coOwnershipOf(holders.length),
      providers: partiesIn(context, 'servient').map(personOf),
      purpose: requiredText(context, 'purpose'),
      termFrom: requiredText(context, 'termFrom'),
      termTo: requiredText(context, 'termTo'),
      ...consents({ ...context, unit: state, unitCode: code }, 'advance-notice'),
    };
  });
};

/** 居住权首次登记 (民法典 368). */
export const establishHabitation = perUnit((context) => {
  const holders = partiesIn(context, 'resident').map(holderOf);
  const termTo = textOf(context, 'termTo');
  return {
    type: 'habitation',
    unit: context.unitCode,
    reason: textOf(context, 'reason') ?? '居住权合同',
    holders,
    coOwnership: coOwnershipOf(holders.length),
    providers: partiesIn(context, 'holder').map(personOf),
    conditions: requiredText(context, 'conditions'),
    termFrom: requiredText(context, 'termFrom'),
    ...(termTo === undefined ? {} : { termTo }),
    mayLet: context.record.case.form.mayLet === true,
    ...consents(context, 'advance-notice'),
  };
});

/** 土地经营权首次登记 (民法典 341). */
export const establishManagement = perUnit((context) => {
  const holders = partiesIn(context, 'manager').map(holderOf);
  const contractNumber = textOf(context, 'contractNumber');
  return {
    type: 'management',
    unit: context.unitCode,
    reason: textOf(context, 'reason') ?? '土地经营权流转合同',
    holders,
    coOwnership: coOwnershipOf(holders.length),
    providers: partiesIn(context, 'holder').map(personOf),
    termFrom: requiredText(context, 'termFrom'),
    termTo: requiredText(context, 'termTo'),
    ...(contractNumber === undefined ? {} : { contractNumber }),
    ...consents(context, 'advance-notice'),
  };
});

/** 异议登记: fifteen days, unless a suit is shown (民法典 220). */
export const object = perUnit((context) => {
  const holders = partiesIn(context, 'objector').map(holderOf);
  return {
    type: 'objection',
    unit: context.unitCode,
    reason: textOf(context, 'reason') ?? '利害关系人申请',
    holders,
    coOwnership: coOwnershipOf(holders.length),
    matter: requiredText(context, 'matter'),
  };
});

/** 异议登记后已起诉: the objection stands until the court decides. */
export const showSuit = perUnit((context) => ({
  type: 'objection-suit',
  unit: context.unitCode,
  reason: textOf(context, 'reason') ?? '异议登记申请人已提起诉讼',
  objection: chosenRight(context, 'objection')?.id ?? '',
  suit: requiredText(context, 'suit'),
}));

/** 限制登记: by the authority named, which may be the registry itself. */
export const lockUnit = perUnit((context) => ({
  type: 'lock',
  unit: context.unitCode,
  reason: requiredText(context, 'reason'),
  authority: authorityNamed(partiesIn(context, 'authority')[0]?.name ?? ''),
  documentNumber: requiredText(context, 'documentNumber'),
}));

/** 解除限制登记. */
export const unlockUnit = perUnit((context) => ({
  type: 'unlock',
  unit: context.unitCode,
  reason: textOf(context, 'reason') ?? '限制原因消除',
  lock: context.unit.rights.find((right) => right.kind === 'lock')?.id ?? '',
  documentNumber: requiredText(context, 'documentNumber'),
}));
