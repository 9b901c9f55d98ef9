import Type, { type Static } from 'typebox';

/** Shapes of the payment service on the wire. Amounts in fen. */

const fen = (title: string) => Type.Integer({ title: `${title}（分）`, minimum: 0 });
const moment = (title: string) => Type.String({ title, format: 'date-time' });

/** As the case shows it. */
export const PaymentOfCaseSchema = Type.Object({
  orderNo: Type.String(),
  status: Type.String(),
  statusTitle: Type.String(),
  payable: Type.Boolean({ title: '等待缴款人缴款；否则款项正在确认或无需缴款' }),
  total: fen('应缴合计'),
  paid: fen('已缴'),
  lines: Type.Array(
    Type.Object({
      code: Type.String(),
      title: Type.String(),
      amount: fen('金额'),
      payee: Type.String({ title: '收款方' }),
      basis: Type.String({ title: '依据' }),
    }),
  ),
  cashierUrl: Type.Optional(Type.String()),
});
export type PaymentOfCase = Static<typeof PaymentOfCaseSchema>;

export const OrderSummarySchema = Type.Object(
  {
    orderNo: Type.String({ title: '缴款单号' }),
    office: Type.String(),
    caseNo: Type.String({ title: '受理编号' }),
    title: Type.String(),
    payer: Type.String({ title: '缴费人' }),
    status: Type.String(),
    statusTitle: Type.String(),
    total: fen('应缴合计'),
    tax: fen('税款'),
    fee: fen('登记费'),
    paid: fen('已缴'),
    refunded: fen('已退'),
    createdAt: moment('开单时间'),
    settledAt: Type.Optional(moment('缴清时间')),
    fault: Type.Optional(Type.String({ title: '差异' })),
  },
  { $id: 'PaymentOrderSummary', title: '缴款单摘要' },
);
export type OrderSummary = Static<typeof OrderSummarySchema>;

export const OrderSchema = Type.Object(
  {
    ...OrderSummarySchema.properties,
    bankOrderNo: Type.Optional(Type.String({ title: '银行单号' })),
    cashierUrl: Type.Optional(Type.String({ title: '收银台' })),
    expiresAt: moment('缴费期限'),
    refundable: fen('可退余额'),
    lines: Type.Array(
      Type.Object({
        lineNo: Type.String(),
        account: Type.Union([Type.Literal('tax'), Type.Literal('fee')]),
        code: Type.String(),
        title: Type.String(),
        payee: Type.String(),
        basis: Type.String(),
        amount: fen('金额'),
        reduction: fen('减免'),
        reductionReason: Type.Optional(Type.String()),
        settled: fen('已入账'),
        refunded: fen('已退'),
      }),
    ),
    payments: Type.Array(
      Type.Object({
        paymentNo: Type.String({ title: '交易流水号' }),
        method: Type.String(),
        methodTitle: Type.String(),
        amount: fen('金额'),
        refunded: fen('已退'),
        paidAt: moment('到账时间'),
      }),
    ),
    charges: Type.Array(
      Type.Object({
        chargeNo: Type.String(),
        amount: fen('金额'),
        status: Type.String(),
        statusTitle: Type.String(),
        reason: Type.Optional(Type.String({ title: '未成功原因' })),
        at: moment('发起时间'),
      }),
    ),
    refunds: Type.Array(
      Type.Object({
        refundNo: Type.String(),
        amount: fen('金额'),
        reason: Type.String(),
        status: Type.String(),
        statusTitle: Type.String(),
        by: Type.String({ title: '经办人' }),
        at: moment('申请时间'),
        doneAt: Type.Optional(moment('退回时间')),
        failure: Type.Optional(Type.String()),
      }),
    ),
    receipts: Type.Array(
      Type.Object({
        receiptNo: Type.String({ title: '完税凭证号' }),
        kind: Type.String(),
        kindTitle: Type.String(),
        payer: Type.String(),
        total: fen('税额'),
        status: Type.String(),
        statusTitle: Type.String(),
        issuedAt: moment('开具时间'),
      }),
    ),
    bills: Type.Array(
      Type.Object({
        billCode: Type.Optional(Type.String()),
        billNo: Type.Optional(Type.String()),
        checkCode: Type.Optional(Type.String()),
        amount: fen('金额'),
        status: Type.String(),
        statusTitle: Type.String(),
      }),
    ),
  },
  { $id: 'PaymentOrder', title: '缴款单' },
);
export type OrderView = Static<typeof OrderSchema>;

export const RefundRequestSchema = Type.Object(
  {
    amount: Type.Integer({
      title: '退款金额（分）',
      minimum: 1,
      maximum: Number.MAX_SAFE_INTEGER,
      examples: [8000],
    }),
    reason: Type.String({
      title: '退款原因',
      minLength: 1,
      maxLength: 200,
      pattern: '\\S',
      examples: ['重复缴费'],
    }),
  },
  { $id: 'PaymentRefundRequest', title: '退款申请', additionalProperties: false },
);

const sum = Type.Object({ count: Type.Integer({ title: '笔数' }), amount: fen('金额') });

export const ReconciliationSchema = Type.Object(
  {
    office: Type.String(),
    day: Type.String({ title: '日期', format: 'date' }),
    orders: Type.Object({ ...sum.properties }, { title: '开单' }),
    received: Type.Object({ ...sum.properties }, { title: '到账' }),
    byMethod: Type.Array(Type.Object({ method: Type.String(), title: Type.String(), ...sum.properties })),
    settled: Type.Object({ ...sum.properties, tax: fen('税款'), fee: fen('登记费') }, { title: '清分' }),
    refunds: Type.Object({ ...sum.properties }, { title: '退款' }),
    differences: Type.Array(
      Type.Object({
        orderNo: Type.String(),
        caseNo: Type.String(),
        kind: Type.String(),
        title: Type.String({ title: '差异说明' }),
        ours: Type.Optional(Type.Integer()),
        bank: Type.Optional(Type.Integer()),
      }),
    ),
    asked: Type.Boolean({ title: '是否已与银行逐笔核对' }),
  },
  { $id: 'PaymentReconciliation', title: '日对账' },
);
export type Reconciliation = Static<typeof ReconciliationSchema>;
