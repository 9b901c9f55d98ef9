import { Type } from 'typebox';
import { defineService, incoming, outgoing } from '../service.ts';
import {
  CaseNo,
  Fen,
  Identity,
  Moment,
  Office,
  Origin,
  PositiveFen,
  Received,
  Reference,
  Text,
} from './common.ts';
import { notice } from './notice.ts';

const Method = Type.Enum(['online', 'qr', 'pos', 'quick', 'ecny'], {
  description: 'online 网上支付；qr 扫码；pos 刷卡；quick 快捷支付（已签约账户）；ecny 数字人民币',
});

export const SplitLine = Type.Object({
  lineNo: Reference,
  account: Type.Enum(['tax', 'fee'], { description: 'tax 国库税款；fee 非税收入（登记费）' }),
  title: Text,
  amount: PositiveFen,
  /** What the receiving side knows the money by: the tax declaration, the fee bill. */
  reference: Reference,
});

const SplitResult = Type.Object({
  lineNo: Reference,
  account: Text,
  reference: Reference,
  amount: Fen,
  refunded: Fen,
});

const OrderState = {
  office: Office,
  caseNo: CaseNo,
  orderNo: Reference,
  bankOrderNo: Reference,
  status: Type.Enum(['open', 'settled', 'closed', 'refunded'], {
    description: 'open 待付或未付足；settled 已付清并分账；closed 已关闭；refunded 已全额退回',
  }),
  total: Fen,
  paid: Fen,
  refunded: Fen,
  balance: Fen,
};

export const Payment = Type.Object({
  paymentNo: Reference,
  method: Method,
  amount: PositiveFen,
  paidAt: Moment,
  refunded: Fen,
});

export const OrderSnapshot = Type.Object({
  ...OrderState,
  cashierUrl: Text,
  qrContent: Text,
  payments: Type.Array(Payment),
  splits: Type.Array(SplitResult),
});

export const RefundResult = Type.Object({
  ...OrderState,
  refundNo: Reference,
  amount: PositiveFen,
  refundedAt: Moment,
  /** By the original way: what went back to which payment. */
  payments: Type.Array(Type.Object({ paymentNo: Reference, amount: PositiveFen })),
  /** In proportion of the split: what was taken back from which line. Empty when the order had not been settled. */
  splits: Type.Array(Type.Object({ lineNo: Reference, amount: PositiveFen })),
});

/** What came of asking for the money: a refusal by the payer's bank is an answer, not a failure of the call. */
export const ChargeResult = Type.Object({
  orderNo: Reference,
  chargeNo: Reference,
  status: Type.Enum(['accepted', 'rejected'], {
    description: 'accepted 已扣款，到账另行通知；rejected 未扣款，可重新发起',
  }),
  amount: PositiveFen,
  paymentNo: Type.Optional(
    Type.String({ minLength: 1, maxLength: 64, description: '扣款成功时的交易流水号' }),
  ),
  reason: Type.Optional(Type.String({ minLength: 1, maxLength: 500, description: '未扣款的原因' })),
  answeredAt: Moment,
});

export const bank = defineService({
  code: 'bank',
  title: '银行支付平台',
  department: '银行',
  operations: {
    'create-order': outgoing(
      '建立缴款单',
      Type.Object({
        ...Origin,
        caseNo: CaseNo,
        orderNo: Reference,
        title: Text,
        total: PositiveFen,
        lines: Type.Array(SplitLine, { minItems: 1, maxItems: 50 }),
        allowPartial: Type.Boolean({ description: '是否可以多笔付清' }),
        expiresAt: Moment,
      }),
      OrderSnapshot,
    ),
    'query-order': outgoing('缴款单查询', Type.Object({ ...Origin, orderNo: Reference }), OrderSnapshot),
    'close-order': outgoing('关闭缴款单', Type.Object({ ...Origin, orderNo: Reference }), OrderSnapshot),
    charge: outgoing(
      '快捷支付扣款',
      Type.Object({
        ...Origin,
        caseNo: CaseNo,
        orderNo: Reference,
        chargeNo: Reference,
        method: Type.Enum(['quick']),
        amount: PositiveFen,
        payer: Identity,
      }),
      ChargeResult,
      { timeoutMs: 8_000 },
    ),
    refund: outgoing(
      '退款',
      Type.Object({ ...Origin, orderNo: Reference, refundNo: Reference, amount: PositiveFen, reason: Text }),
      RefundResult,
      { timeoutMs: 8_000 },
    ),
    notice,
    paid: incoming('到账通知', Type.Object({ ...OrderState, payment: Payment }), Received),
    settled: incoming(
      '付清与分账结果',
      Type.Object({
        ...OrderState,
        settlementNo: Reference,
        settledAt: Moment,
        payments: Type.Array(Payment),
        splits: Type.Array(SplitResult),
      }),
      Received,
    ),
    refunded: incoming('退款结果', RefundResult, Received),
  },
});
