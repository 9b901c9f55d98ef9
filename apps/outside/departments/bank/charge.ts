import type { AnswerTo, RequestTo } from '@hengchan/exchange';
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import { Refusal } from '../../house/department.ts';
import type { BankDesk } from './bank.ts';
import { balanceOf, type Order } from './order.ts';

type ChargeRequest = RequestTo<'bank', 'charge'>;
type ChargeAnswer = AnswerTo<'bank', 'charge'>;

/** Why an account cannot be charged. Everybody's is signed and full unless the counter was told otherwise. */
const troubles = {
  unsigned: '该证件名下没有签约快捷支付的账户',
  short: '账户余额不足',
  frozen: '账户状态异常',
} as const;

const AccountState = Compile(
  Type.Object({
    idNumber: Type.String({ minLength: 1 }),
    state: Type.Enum(['signed', 'unsigned', 'short', 'frozen']),
  }),
);

/** `POST /demo/account`: how an account behaves from now on. */
export function setAccount(desk: BankDesk, body: unknown): object {
  if (!AccountState.Check(body)) throw new Refusal('BAD_ACCOUNT', '账户状态有误', 400);
  desk.store.put('account', body.idNumber, { state: body.state });
  return { state: body.state };
}

/**
 * Takes the money from the payer's signed account, or says why not. The same charge number gets the same answer;
 * a rejected charge is asked again under another number.
 */
export function charge(
  desk: BankDesk,
  order: Order | undefined,
  request: ChargeRequest,
  take: (order: Order) => Order,
): ChargeAnswer {
  const { orderNo, chargeNo, amount } = request;
  const known = desk.store.get<ChargeAnswer>('charge', chargeNo);
  if (known) {
    if (known.orderNo === orderNo && known.amount === amount) return known;
    throw new Refusal('CHARGE_NUMBER_REUSED', '扣款单号已用于另一笔扣款');
  }
  const answeredAt = desk.now().toISOString();
  const answer = (rest: Pick<ChargeAnswer, 'status' | 'reason' | 'paymentNo'>): ChargeAnswer => {
    const made: ChargeAnswer = { orderNo, chargeNo, amount, answeredAt, ...rest };
    desk.store.put('charge', chargeNo, made);
    return made;
  };
  const trouble = troubleOf(desk, order, request, answeredAt);
  if (trouble !== undefined) return answer({ status: 'rejected', reason: trouble });
  const paymentNo = take(order as Order).payments.at(-1)?.paymentNo;
  return answer({ status: 'accepted', ...(paymentNo === undefined ? {} : { paymentNo }) });
}

function troubleOf(
  desk: BankDesk,
  order: Order | undefined,
  { payer, amount }: ChargeRequest,
  now: string,
): string | undefined {
  if (!order) return '没有这张缴款单';
  if (order.status !== 'open') return '缴款单不在待付状态';
  if (now > order.expiresAt) return '缴款单已过期';
  if (amount > balanceOf(order)) return '扣款金额超过未付余额';
  if (amount < balanceOf(order) && !order.allowPartial) return '须一笔付清';
  const state = desk.store.get<{ state: keyof typeof troubles | 'signed' }>('account', payer.idNumber)?.state;
  return state === undefined || state === 'signed' ? undefined : troubles[state];
}
