import type { FieldError } from '@hengchan/platform';
import { addFen, capitalYuan, formatYuan } from '@hengchan/standards';
import { type Static, Type } from 'typebox';
import { qrSvg } from '../qr.ts';
import { defineTemplate } from '../template.ts';
import {
  business,
  caseNo,
  closed,
  dayOf,
  demo,
  fen,
  momentOf,
  office,
  officeSeal,
  perhaps,
  units,
  unitTexts,
  verificationUrl,
  words,
} from './common.ts';

const item = closed(
  {
    name: words('收费项目', 100),
    /** The document that sets the fee, as printed. */
    basis: perhaps('收费依据', 300),
    quantity: Type.Integer({ title: '数量', minimum: 1, maximum: 100_000 }),
    /** 件, 本 … */
    measure: words('单位', 10),
    unitPrice: fen('收费标准'),
    /** What is let off this line, in fen, and why. */
    reduction: Type.Optional(fen('减免金额')),
    reductionReason: perhaps('减免理由', 200),
  },
  '收费项目',
);
type Item = Static<typeof item>;

const shared = {
  demo,
  office,
  caseNo,
  business,
  units,
  payer: words('缴费人', 200),
  items: Type.Array(item, { title: '收费项目', minItems: 1, maxItems: 100 }),
};

const noticeSchema = closed({
  ...shared,
  noticeNumber: words('缴费通知书编号', 60),
  dueOn: Type.Optional(dayOf('缴费期限')),
  paymentUrl: verificationUrl,
});

const receiptSchema = closed({
  ...shared,
  receiptNumber: words('收据编号', 60),
  paidAt: momentOf('缴费时间'),
  channel: words('缴费方式', 60),
  transactionNumber: words('交易流水号', 100),
  verificationUrl,
});

export type PaymentNoticeData = Static<typeof noticeSchema>;
export type PaymentReceiptData = Static<typeof receiptSchema>;

/** Lines with their amounts, the sum, and the sum in capital figures: computed here, never taken on trust. */
function account(items: readonly Item[]) {
  const lines = items.map((one) => ({ ...one, amount: lineAmount(one) }));
  const total = addFen(...lines.map(({ amount }) => amount));
  return {
    lines: lines.map((line) => ({
      ...line,
      unitPriceText: formatYuan(line.unitPrice),
      reductionText: line.reduction === undefined ? null : formatYuan(line.reduction),
      amountText: formatYuan(line.amount),
    })),
    totalText: formatYuan(total),
    capitalText: capitalYuan(total),
  };
}

function lineAmount(one: Item): number {
  return one.quantity * one.unitPrice - (one.reduction ?? 0);
}

/** A line may not be let off more than it costs, nor be too large to count exactly. */
function reviewItems({ items }: { items: readonly Item[] }): FieldError[] {
  return items.flatMap((one, index) => {
    const path = `/items/${index}`;
    if (!Number.isSafeInteger(one.quantity * one.unitPrice)) return [{ path, message: '金额过大' }];
    if (lineAmount(one) < 0) return [{ path: `${path}/reduction`, message: '减免金额不能超过应收金额' }];
    if ((one.reduction ?? 0) > 0 && !one.reductionReason)
      return [{ path: `${path}/reductionReason`, message: '减免的，应当写明减免理由' }];
    return [];
  });
}

/** 缴费通知书. */
export const paymentNotice = defineTemplate({
  code: 'payment-notice',
  title: '不动产登记缴费通知书',
  source: new URL('./payment.typ', import.meta.url),
  schema: noticeSchema,
  review: reviewItems,
  seal: (data) => officeSeal(data, '收费专用章'),
  present: (data) => ({
    units: unitTexts(data.units),
    account: account(data.items),
    qr: qrSvg(data.paymentUrl),
    sheetNumber: data.noticeNumber,
  }),
});

/** 缴费收据: proof that the platform took the payment; not the state's fiscal receipt. */
export const paymentReceipt = defineTemplate({
  code: 'payment-receipt',
  title: '不动产登记缴费收据',
  source: new URL('./payment.typ', import.meta.url),
  schema: receiptSchema,
  review: reviewItems,
  seal: (data) => officeSeal(data, '收费专用章'),
  present: (data) => ({
    units: unitTexts(data.units),
    account: account(data.items),
    qr: qrSvg(data.verificationUrl),
    sheetNumber: data.receiptNumber,
  }),
});
