import { yuan } from '@hengchan/standards';
import { holderOf, partiesIn, personOf, perUnit, requiredText, textOf } from './build.ts';

/** 抵押权首次登记: all owners mortgage the whole; the debtor is the mortgagor unless another is named. */
export const establishMortgage = perUnit((context) => {
  const debtors = partiesIn(context, 'debtor');
  const mortgagors = partiesIn(context, 'mortgagor');
  const scope = textOf(context, 'scope');
  const contractNumber = textOf(context, 'contractNumber');
  return {
    type: 'mortgage',
    unit: context.unitCode,
    reason: textOf(context, 'reason') ?? '抵押合同',
    mode: requiredText(context, 'mode') === '2' ? '2' : '1',
    principal: yuan(requiredText(context, 'principal')),
    termFrom: requiredText(context, 'termFrom'),
    termTo: requiredText(context, 'termTo'),
    transferRestricted: context.record.case.form.transferRestricted === true,
    mortgagees: partiesIn(context, 'mortgagee').map(holderOf),
    debtors: (debtors.length > 0 ? debtors : mortgagors).map(personOf),
    ...(scope === undefined ? {} : { scope }),
    ...(contractNumber === undefined ? {} : { contractNumber }),
  };
});

/** 抵押权注销登记: the mortgage the proof number names, or the only one of the applicant. */
export const cancelMortgage = perUnit((context) => {
  const proof = textOf(context, 'proofNumber');
  const mine = new Set(partiesIn(context, 'mortgagee').map((party) => party.id_index));
  const chosen = context.unit.rights.find(
    (right) =>
      right.kind === 'mortgage' &&
      right.holders.some((holder) => mine.has(holder.idIndex)) &&
      (proof === undefined || right.certificate === proof),
  );
  return {
    type: 'mortgage-cancellation',
    unit: context.unitCode,
    reason: textOf(context, 'reason') ?? '主债权消灭',
    mortgage: chosen?.id ?? '',
  };
});
