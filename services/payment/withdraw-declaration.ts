import { enqueue } from '@hengchan/exchange';
import type { Transaction } from '@hengchan/platform';
import type { Payment } from './payment.ts';
import { type Declaration, saveDeclaration } from './store.ts';

/** Ends a declaration here and, as soon as its number is known, at the tax bureau. */
export async function withdrawDeclaration(
  payment: Payment,
  trx: Transaction,
  declaration: Declaration,
  reason: string,
): Promise<void> {
  const ended_at = payment.platform.clock.now();
  await saveDeclaration(trx, declaration, { status: 'withdrawn', ended_at, note: reason });
  await sendWithdrawal(payment, trx, declaration, declaration.declaration_no, reason);
}

/** Tells the bureau. Without the number, which is still on its way, nothing is sent: it is sent when the number comes. */
export async function sendWithdrawal(
  payment: Payment,
  trx: Transaction,
  { office, case_no: caseNo, message_no }: Pick<Declaration, 'office' | 'case_no' | 'message_no'>,
  declarationNo: string | null,
  reason: string,
): Promise<void> {
  if (declarationNo === null) return;
  await enqueue(payment.exchange, trx, {
    office,
    peer: 'tax',
    operation: 'withdraw',
    messageNo: `${message_no}-withdraw`,
    payload: { office, caseNo, declarationNo, reason },
    caseNo,
  });
}
