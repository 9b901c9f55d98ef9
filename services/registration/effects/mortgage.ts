import { yuan } from '@hengchan/standards';
import { carriesNumber } from '../proof-number.ts';
import {
  consentsOf,
  holderOf,
  partiesIn,
  personOf,
  perUnit,
  requiredText,
  textOf,
  type UnitContext,
} from './build.ts';

/**
 * 抵押权首次登记: all owners mortgage the whole; the debtor is the mortgagor unless another is named. Entered together with a transfer, the
 * transferees mortgage what they get in the entry before.
 */
export const establishMortgage = perUnit((context) => {
  const debtors = partiesIn(context, 'debtor');
  const named = partiesIn(context, 'mortgagor');
  const bought = context.definition.parties.every(({ role }) => role !== 'mortgagor');
  const mortgagors = bought ? partiesIn(context, 'transferee') : named;
  const scope = textOf(context, 'scope');
  const contractNumber = textOf(context, bought ? 'mortgageContractNumber' : 'contractNumber');
  const consents = consentsOf(context, ['advance-notice']);
  return {
    type: 'mortgage',
    unit: context.unitCode,
    reason: (bought ? undefined : textOf(context, 'reason')) ?? '抵押合同',
    mode: requiredText(context, 'mode') === '2' ? '2' : '1',
    principal: yuan(requiredText(context, 'principal')),
    termFrom: requiredText(context, 'termFrom'),
    termTo: requiredText(context, 'termTo'),
    transferRestricted: context.record.case.form.transferRestricted === true,
    mortgagees: partiesIn(context, 'mortgagee').map(holderOf),
    debtors: (debtors.length > 0 ? debtors : mortgagors).map(personOf),
    ...(bought ? { mortgagors: mortgagors.map((party) => party.id_index) } : {}),
    ...(scope === undefined ? {} : { scope }),
    ...(contractNumber === undefined ? {} : { contractNumber }),
    ...(consents.length === 0 ? {} : { consents }),
    // 在建建筑物抵押: on what stands and is registered (担保解释 51).
    ...(context.definition.effects.includes('establish-construction-mortgage') ? { construction: true } : {}),
    ...mortgageNoticeFulfilled(context),
  };
});

/** The advance notice of this very mortgage ends with it, so that it counts from the day of the notice (担保解释 52). */
function mortgageNoticeFulfilled(context: UnitContext): { converts?: string } {
  const taking = new Set(partiesIn(context, 'mortgagee').map((party) => party.id_index));
  const notice = context.unit.rights.find(
    (right) =>
      right.kind === 'advance-notice' &&
      right.content.noticeKind >= '3' &&
      right.holders.length === taking.size &&
      right.holders.every((holder) => taking.has(holder.idIndex)),
  );
  return notice ? { converts: notice.id } : {};
}

/** 抵押权注销登记: the mortgage the proof number names, or the only one of the applicant. */
export const cancelMortgage = perUnit((context) => {
  const proof = textOf(context, 'proofNumber');
  const mine = new Set(partiesIn(context, 'mortgagee').map((party) => party.id_index));
  const chosen = context.unit.rights.find(
    (right) =>
      right.kind === 'mortgage' &&
      right.holders.some((holder) => mine.has(holder.idIndex)) &&
      (proof === undefined || carriesNumber(right, proof)),
  );
  return {
    type: 'mortgage-cancellation',
    unit: context.unitCode,
    reason: textOf(context, 'reason') ?? '主债权消灭',
    mortgage: chosen?.id ?? '',
  };
});
