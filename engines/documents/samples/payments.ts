import type { PaymentNoticeData, PaymentReceiptData } from '../templates/payment.ts';
import { business, caseNo, office, units } from './case.ts';

const paid = {
  demo: true,
  office,
  caseNo,
  business,
  units,
  payer: '林知远、苏念禾',
  items: [
    {
      name: '不动产登记费（住宅）',
      basis: '发改价格规〔2016〕2559号',
      quantity: 1,
      measure: '件',
      unitPrice: 8_000,
    },
    { name: '证书工本费（增加一本）', quantity: 1, measure: '本', unitPrice: 1_000 },
    {
      name: '不动产登记费（抵押权）',
      quantity: 1,
      measure: '件',
      unitPrice: 8_000,
      reduction: 8_000,
      reductionReason: '小微企业免收',
    },
  ],
};

export const paymentNotice: PaymentNoticeData = {
  ...paid,
  noticeNumber: 'JF-320402-2026-0009001',
  dueOn: '2026-11-27',
  paymentUrl: 'https://verify.example.cn/pay?no=JF-320402-2026-0009001',
};

export const paymentReceipt: PaymentReceiptData = {
  ...paid,
  receiptNumber: 'SJ-320402-2026-0008874',
  paidAt: '2026-11-20T14:40',
  channel: '在线支付',
  transactionNumber: '20261120144003118820',
  verificationUrl: 'https://verify.example.cn/r?no=SJ-320402-2026-0008874',
};
