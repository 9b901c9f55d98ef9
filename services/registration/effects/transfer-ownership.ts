import type { CoOwnership } from '@hengchan/register';
import { yuan } from '@hengchan/standards';
import { holderOf, partiesIn, perUnit, requiredText, textOf } from './build.ts';

/** 转移登记: the transferees take the whole right; mortgages stay on the unit, with the consent of mortgagees who took part. */
export const transferOwnership = perUnit((context) => {
  const consenting = new Set(partiesIn(context, 'mortgagee').map((party) => party.id_index));
  const consents = context.unit.rights
    .filter(
      (right) => right.kind === 'mortgage' && right.holders.some((holder) => consenting.has(holder.idIndex)),
    )
    .map((right) => right.id);
  const price = textOf(context, 'price');
  return {
    type: 'transfer',
    unit: context.unitCode,
    reason: textOf(context, 'reason') ?? '买卖',
    holders: partiesIn(context, 'transferee').map(holderOf),
    coOwnership: requiredText(context, 'coOwnership') as CoOwnership,
    ...(price === undefined ? {} : { price: yuan(price) }),
    ...(consents.length === 0 ? {} : { consents }),
  };
});
