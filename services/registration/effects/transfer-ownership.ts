import type { CoOwnership, Effect, Right, SealedHolder } from '@hengchan/register';
import { addShares, yuan } from '@hengchan/standards';
import {
  authorityNamed,
  consentsOf,
  holderOf,
  partiesIn,
  perUnit,
  requiredText,
  textOf,
  type UnitContext,
} from './build.ts';

type Transfer = Extract<Effect, { type: 'transfer' }>;

/** 转移登记: the transferees take the right, whole or the share of one who gives; mortgages stay on the unit. */
function transfer(
  context: UnitContext,
  given: Pick<Transfer, 'reason'> & Partial<Pick<Transfer, 'consents' | 'converts' | 'courtOrder'>>,
): Transfer {
  const price = textOf(context, 'price');
  const takers = partiesIn(context, 'transferee').map(holderOf);
  const from = giverOfShare(context);
  const others = takers.filter((taker) => taker.idIndex !== from);
  // Who keeps a part of the own share is among the takers too: only what the others take passes.
  const part = others.length < takers.length ? { share: addShares(...others.flatMap(shareOf)) } : {};
  return {
    type: 'transfer',
    unit: context.unitCode,
    holders: others,
    coOwnership: requiredText(context, 'coOwnership') as CoOwnership,
    ...(price === undefined || yuan(price) === 0 ? {} : { price: yuan(price) }),
    ...(from === undefined ? {} : { from: { idIndex: from, ...part } }),
    ...given,
  };
}

/** A transfer the parties agreed on, with the consent of those who take part for it. */
const byAgreement = (reasonOf: (context: UnitContext) => string) =>
  perUnit((context) => {
    const consents = consentsOf(context, ['mortgage', 'advance-notice']);
    const fulfilled = noticeFulfilled(context);
    return transfer(context, {
      reason: reasonOf(context),
      ...(consents.length === 0 ? {} : { consents }),
      ...(fulfilled === undefined ? {} : { converts: fulfilled }),
    });
  });

/** Why a title passes, where the form lets the parties say it by `ground`. */
export const grounds = {
  sale: '买卖',
  exchange: '互换',
  gift: '赠与',
  contribution: '作价出资（入股）',
  merger: '法人合并、分立',
  shares: '共有人增减或份额变化',
} as const;

const groundOf = (context: UnitContext): string | undefined =>
  grounds[textOf(context, 'ground') as keyof typeof grounds];

/** 买卖, or what the form says it is. */
export const transferOwnership = byAgreement(
  (context) => textOf(context, 'reason') ?? groundOf(context) ?? grounds.sale,
);
/** Neither sold nor given: as the form says, or by the name of the business. */
export const transferOtherwise = byAgreement(
  (context) => textOf(context, 'reason') ?? context.definition.name,
);
/** 赠与. */
export const giveOwnership = byAgreement(() => grounds.gift);
/** 夫妻析产: what one or both held is divided or joined between them. */
export const dividePropertyOfSpouses = byAgreement((context) => textOf(context, 'reason') ?? '夫妻析产');

/**
 * 继承、受遗赠: the right passed when the decedent died; it is recorded on which of the two grounds (民法典 230). Nobody disposes of anything,
 * so what binds the parties of a bargain is not asked: mortgages and notices stay on the unit and bind the heirs.
 */
export const inherit = perUnit((context) => {
  const consents = context.unit.rights
    .filter((right) => right.kind === 'mortgage' || right.kind === 'advance-notice')
    .map((right) => right.id);
  return transfer(context, {
    reason: textOf(context, 'ground') === 'bequest' ? '受遗赠' : '继承',
    ...(consents.length === 0 ? {} : { consents }),
  });
});

/** 司法裁决转移: by an effective judgment, whoever held it before (民法典 229). */
export const transferByOrder = perUnit((context) =>
  transfer(context, {
    reason: textOf(context, 'reason') ?? '生效法律文书',
    courtOrder: {
      authority: authorityNamed(requiredText(context, 'authority')),
      documentNumber: requiredText(context, 'documentNumber'),
    },
  }),
);

const shareOf = ({ share }: SealedHolder) => (share ? [share] : []);

const titleOf = ({ unit }: UnitContext) => unit.rights.find((right) => right.kind === 'ownership');

/** The one co-owner by shares who gives, where the others keep theirs (民法典 305). */
function giverOfShare(context: UnitContext): string | undefined {
  const title = titleOf(context);
  const giving = [...partiesIn(context, 'transferor'), ...partiesIn(context, 'formerHolder')];
  const [giver] = giving;
  if (title?.coOwnership !== '2' || giving.length !== 1 || title.holders.length < 2) return undefined;
  return giver?.id_index;
}

const isSaleNotice = (right: Right) => right.kind === 'advance-notice' && right.content.noticeKind <= '2';

/** The advance notice of this very sale: it ends where those it protects become the holders (民法典 221). */
function noticeFulfilled(context: UnitContext): string | undefined {
  const taking = new Set(partiesIn(context, 'transferee').map((party) => party.id_index));
  return context.unit.rights.find(
    (right) =>
      isSaleNotice(right) &&
      right.holders.length === taking.size &&
      right.holders.every((holder) => taking.has(holder.idIndex)),
  )?.id;
}
