import { type Page, Refusal } from '../../house/department.ts';
import { escapeHtml, page, yuan } from '../../house/html.ts';
import type { BankDesk } from './bank.ts';
import { acceptPayment } from './money.ts';
import { balanceOf, type Order, paidOf } from './order.ts';

const methods = [
  ['qr', '扫码支付'],
  ['online', '网上银行'],
  ['pos', '刷卡'],
  ['ecny', '数字人民币'],
] as const;

/** `GET /cashier/{token}`: what the payer sees and presses. */
export function cashierPage(order: Order, fault = ''): Page {
  const rows = order.lines
    .map(
      (line) =>
        `<tr><td>${escapeHtml(line.title)}<br><span class="note">${line.account === 'tax' ? '税款' : '登记费'}</span></td><td>${yuan(line.amount)}</td></tr>`,
    )
    .join('');
  const paid = paidOf(order);
  const part =
    paid > 0
      ? `<tr><td>已付</td><td>${yuan(paid)}</td></tr><tr class="sum"><td>未付</td><td>${yuan(balanceOf(order))}</td></tr>`
      : '';
  return {
    status: fault ? 409 : 200,
    html: page(
      '缴款',
      `<h1>${escapeHtml(order.title)}</h1>
<p class="note">缴款单 ${escapeHtml(order.orderNo)} · 业务号 ${escapeHtml(order.caseNo)} · 演示收银台，不产生真实扣款</p>
${fault ? `<p class="fault" role="alert">${escapeHtml(fault)}</p>` : ''}
<table><tbody>${rows}<tr class="sum"><td>合计</td><td>${yuan(order.total)}</td></tr>${part}</tbody></table>
${order.status === 'open' ? form(order) : outcome(order)}`,
    ),
  };
}

/** `POST /cashier/{token}`: the payer pressed 支付. */
export function takePayment(desk: BankDesk, order: Order, fields: URLSearchParams): Page {
  const method = methods.find(([code]) => code === fields.get('method'))?.[0] ?? 'qr';
  const given = fields.get('amount');
  const amount = given === null || given === '' ? balanceOf(order) : Math.round(Number(given) * 100);
  try {
    acceptPayment(desk, order, amount, method);
    return { status: 303, location: `/cashier/${order.token}` };
  } catch (error) {
    if (error instanceof Refusal) return cashierPage(order, error.message);
    throw error;
  }
}

function form(order: Order): string {
  const balance = (balanceOf(order) / 100).toFixed(2);
  const amount = order.allowPartial
    ? `<label for="amount">本次支付金额（元）</label><input id="amount" name="amount" inputmode="decimal" value="${balance}">`
    : '';
  const options = methods.map(([code, title]) => `<option value="${code}">${title}</option>`).join('');
  return `<form method="post">${amount}<label for="method">支付方式</label><select id="method" name="method">${options}</select>
<button type="submit">支付</button></form>`;
}

function outcome(order: Order): string {
  const texts = {
    settled: '已付清，款项已分别入账',
    closed: '缴款单已关闭',
    refunded: '款项已全部退回',
    open: '',
  };
  return `<p class="${order.status === 'settled' ? 'done' : 'fault'}" role="status">${texts[order.status]}</p>`;
}
