import { formatYuan } from '@hengchan/standards';
import { type Charge, type Order, type Refund, underWay } from './store.ts';

/** Chinese words for what people see of an order. */
export const methodTitles: Readonly<Record<string, string>> = {
  online: '网上支付',
  qr: '扫码支付',
  pos: '刷卡支付',
  quick: '快捷支付',
  ecny: '数字人民币',
};

export const chargeTitles: Record<Charge['status'], string> = {
  pending: '扣款处理中',
  accepted: '已扣款，等待到账',
  done: '已到账',
  rejected: '扣款未成功',
  failed: '扣款未完成',
};

export const refundTitles: Record<Refund['status'], string> = {
  requested: '退款处理中',
  done: '已退回',
  failed: '退款未成功',
};

export const billTitles = {
  requested: '开具中',
  issued: '已开具',
  voiding: '冲红中',
  void: '已冲红',
} as const;
export const receiptTitles = { valid: '有效', void: '已作废' } as const;
export const receiptKinds = { paid: '完税', exempt: '免税或不征税' } as const;

/** Standings in which the payer is to do something; in all others money is on its way, or there is nothing to pay. */
const asked: readonly string[] = ['open', 'part-paid', 'expired', 'charge-rejected'];

/** Whether an order that stands like this waits for its payer. */
export const awaitsPayer = (status: string): boolean => asked.includes(status);

/** How an order stands, as a code and in words. Pure. */
export function statusOf(
  order: Order,
  charges: readonly Pick<Charge, 'status' | 'reason'>[],
  now: Date,
): { status: string; statusTitle: string } {
  const say = (status: string, statusTitle: string) => ({ status, statusTitle });
  if (order.status === 'refunded') return say('refunded', '已全额退款');
  if (order.status === 'closed') return say('closed', '已关闭');
  if (order.ending !== null) return say('closing', order.paid > order.refunded ? '退款处理中' : '关闭处理中');
  if (order.status === 'settled') {
    if (order.total === 0) return say('settled', '无需缴费');
    if (order.refunded > 0) return say('part-refunded', `已缴清，已退 ${formatYuan(order.refunded)} 元`);
    return order.refund_requested > 0 ? say('refunding', '退款处理中') : say('settled', '已缴清');
  }
  if (charges.some(underWay)) return say('charging', '扣款处理中');
  const net = order.paid - order.refunded;
  // The money is there; that it was split and booked the bank tells by itself.
  if (net > 0 && net >= order.total) return say('confirming', '正在确认付款');
  const last = charges.at(-1);
  if (last?.status === 'rejected' || last?.status === 'failed')
    return say('charge-rejected', `${chargeTitles[last.status]}：${last.reason ?? '未说明原因'}，请重新缴费`);
  if (order.expires_at <= now) return say('expired', '缴款单已过期，请重新发起缴费');
  return net > 0
    ? say('part-paid', `已缴 ${formatYuan(net)} 元，还差 ${formatYuan(order.total - net)} 元`)
    : say('open', '待缴费');
}
