import type { CoOwnership } from '@hengchan/register';
import { yuan } from '@hengchan/standards';
import { consentsOf, holderOf, partiesIn, perUnit, requiredText, textOf } from './build.ts';

/** 转移登记: the transferees take the whole right; mortgages stay on the unit, with the consent of those who took part. */
export const transferOwnership = perUnit((context) => {
  const consents = consentsOf(context, ['mortgage', 'advance-notice']);
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
