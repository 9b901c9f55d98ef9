import type { CatalogueTable } from '../catalogue.ts';

export const paymentTables: readonly CatalogueTable[] = [
  {
    table: 'payment.bill',
    title: '财政电子票据',
    ground: 'payment',
    government:
      'office order_no sequence amount status bill_code bill_no check_code issued_at red_bill_no note',
  },
  {
    table: 'payment.charge',
    title: '扣款请求',
    ground: 'payment',
    government: 'office charge_no order_no amount status payment_no reason asked_at answered_at',
    personal: 'asked_by asked_by_name',
  },
  {
    table: 'payment.declaration',
    title: '税务申报',
    ground: 'payment',
    government:
      'office case_no sequence message_no digest status declaration_no total voided_receipts declared_at assessed_at ended_at note',
    personal: 'assessment',
  },
  {
    table: 'payment.line',
    title: '税费明细',
    ground: 'payment',
    government:
      'office order_no line_no ordinal account code title payee basis reference quantity measure unit_price reduction reduction_reason amount settled refunded',
  },
  {
    table: 'payment.orders',
    title: '缴费订单',
    ground: 'payment',
    government:
      'office order_no case_no sequence title total tax fee paid refunded refund_requested status ending fault bank_order_no cashier_url method settlement_no created_at expires_at settled_at closed_at',
    personal: 'payer',
  },
  {
    table: 'payment.payment',
    title: '到账',
    ground: 'payment',
    government: 'office payment_no order_no method amount refunded paid_at',
  },
  {
    table: 'payment.receipt',
    title: '完税凭证',
    ground: 'payment',
    government:
      'office receipt_no case_no declaration_no kind total status issued_at received_at voided_at void_reason',
    personal: 'payer sealed',
  },
  {
    table: 'payment.refund',
    title: '退费',
    ground: 'payment',
    government:
      'office refund_no order_no amount reason status payments splits asked_at done_at failure idempotency_key',
    personal: 'asked_by asked_by_name',
  },
];
