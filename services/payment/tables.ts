import type { Assessment } from '@hengchan/exchange/departments';
import type { Generated, JSONColumnType } from 'kysely';
import type { Static } from 'typebox';

export type AssessmentData = Static<typeof Assessment>;

export interface DeclarationRow {
  office: string;
  case_no: string;
  sequence: number;
  message_no: string;
  /** Of what was declared: declaring the same again changes nothing. */
  digest: string;
  status: 'declared' | 'assessed' | 'receipted' | 'withdrawn' | 'void';
  declaration_no: string | null;
  assessment: JSONColumnType<AssessmentData | null, string | null, string | null>;
  total: number | null;
  /** Receipts the bureau voided before they came. */
  voided_receipts: Generated<string[]>;
  declared_at: Date;
  assessed_at: Date | null;
  ended_at: Date | null;
  note: string | null;
}

export interface ReceiptRow {
  office: string;
  receipt_no: string;
  case_no: string;
  declaration_no: string;
  kind: 'paid' | 'exempt';
  payer: 'buyer' | 'seller';
  total: number;
  status: 'valid' | 'void';
  sealed: string;
  issued_at: Date;
  received_at: Date;
  voided_at: Date | null;
  void_reason: string | null;
}

export interface OrderRow {
  office: string;
  order_no: string;
  case_no: string;
  sequence: number;
  title: string;
  payer: string;
  total: number;
  tax: number;
  fee: number;
  /** All that ever arrived. */
  paid: Generated<number>;
  /** All that the bank has given back. */
  refunded: Generated<number>;
  /** All that it gave back or was asked to give back. */
  refund_requested: Generated<number>;
  status: 'open' | 'settled' | 'refunded' | 'closed';
  /** Why the order is no longer wanted: money on it goes back. */
  ending: string | null;
  /** What does not agree with the bank; a person must look. */
  fault: string | null;
  bank_order_no: string | null;
  cashier_url: string | null;
  method: string | null;
  settlement_no: string | null;
  created_at: Date;
  expires_at: Date;
  settled_at: Date | null;
  closed_at: Date | null;
}

export interface LineRow {
  office: string;
  order_no: string;
  line_no: string;
  ordinal: number;
  account: 'tax' | 'fee';
  code: string;
  title: string;
  payee: string;
  basis: string;
  /** What the receiving side knows the money by. */
  reference: string;
  quantity: number;
  measure: string;
  unit_price: number;
  reduction: number;
  reduction_reason: string | null;
  amount: number;
  settled: Generated<number>;
  refunded: Generated<number>;
}

export interface PaymentRow {
  office: string;
  payment_no: string;
  order_no: string;
  method: string;
  amount: number;
  refunded: Generated<number>;
  paid_at: Date;
}

export interface ChargeRow {
  office: string;
  charge_no: string;
  order_no: string;
  amount: number;
  status: 'pending' | 'accepted' | 'done' | 'rejected' | 'failed';
  payment_no: string | null;
  reason: string | null;
  asked_by: string;
  asked_by_name: string;
  asked_at: Date;
  answered_at: Date | null;
}

export interface Part {
  amount: number;
}
export type PaymentPart = Part & { paymentNo: string };
export type LinePart = Part & { lineNo: string };

export interface RefundRow {
  office: string;
  refund_no: string;
  order_no: string;
  amount: number;
  reason: string;
  status: 'requested' | 'done' | 'failed';
  payments: JSONColumnType<PaymentPart[] | null, string | null, string | null>;
  splits: JSONColumnType<LinePart[] | null, string | null, string | null>;
  asked_by: string;
  asked_by_name: string;
  asked_at: Date;
  done_at: Date | null;
  failure: string | null;
  idempotency_key: string | null;
}

export interface BillRow {
  office: string;
  order_no: string;
  sequence: number;
  amount: number;
  status: 'requested' | 'issued' | 'voiding' | 'void';
  bill_code: string | null;
  bill_no: string | null;
  check_code: string | null;
  issued_at: Date | null;
  red_bill_no: string | null;
  note: string | null;
}

export type PaymentTables = {
  'payment.declaration': DeclarationRow;
  'payment.receipt': ReceiptRow;
  'payment.orders': OrderRow;
  'payment.line': LineRow;
  'payment.payment': PaymentRow;
  'payment.charge': ChargeRow;
  'payment.refund': RefundRow;
  'payment.bill': BillRow;
};
