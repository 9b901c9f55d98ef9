import { sm3 } from '@hengchan/standards/crypto';
import { type Department, Refusal } from '../house/department.ts';
import { keepNotice } from './notices.ts';

interface Bill {
  billCode: string;
  billNo: string;
  checkCode: string;
  issuedAt: string;
  redBillNo?: string;
}

/** 财政：非税收入电子票据. */
export function finance(): Department<'finance'> {
  return {
    code: 'finance',
    title: '财政',
    operations: {
      'issue-bill'(desk, order) {
        if (order.items.reduce((sum, item) => sum + item.amount, 0) !== order.total) {
          throw new Refusal('TOTAL_MISMATCH', '明细合计与票面金额不符', 400);
        }
        const known = desk.store.get<Bill>('bill-of-order', order.orderNo);
        if (known && !known.redBillNo) return known;
        const billNo = String(desk.store.next('bill')).padStart(10, '0');
        const bill = {
          billCode: `${order.office.slice(0, 2)}060126`,
          billNo,
          checkCode: sm3(`${order.office}${billNo}${order.total}`).slice(0, 6),
          issuedAt: desk.now().toISOString(),
        };
        desk.store.put('bill-of-order', order.orderNo, bill);
        desk.store.put('bill', billNo, { ...bill, ...order });
        return bill;
      },
      'void-bill'(desk, { billNo }) {
        const bill = desk.store.get<Bill & { orderNo: string }>('bill', billNo);
        if (!bill) throw new Refusal('BILL_NOT_FOUND', '没有这张票据', 404);
        const redBillNo = bill.redBillNo ?? String(desk.store.next('bill')).padStart(10, '0');
        desk.store.put('bill', billNo, { ...bill, redBillNo });
        desk.store.put('bill-of-order', bill.orderNo, { ...bill, redBillNo });
        return { billNo, redBillNo, issuedAt: desk.now().toISOString() };
      },
      notice: keepNotice,
    },
  };
}
