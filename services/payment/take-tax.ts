import { holdCase, signalCase } from '@hengchan/casework';
import { type RequestTo, received } from '@hengchan/exchange';
import type { Transaction } from '@hengchan/platform';
import { addFen } from '@hengchan/standards';
import { checkReceipt } from './check-receipt.ts';
import { errors } from './errors.ts';
import type { Payment } from './payment.ts';
import {
  type Declaration,
  declarationsOf,
  inForce,
  ordersOf,
  receiptsOf,
  saveDeclaration,
  tables,
} from './store.ts';
import { sendWithdrawal } from './withdraw-declaration.ts';

/** The bureau took the declaration and gave it a number. */
export async function takeDeclarationNumber(
  payment: Payment,
  trx: Transaction,
  message: { office: string; messageNo: string; caseNo: string; declarationNo: string },
): Promise<void> {
  const { office, messageNo, caseNo, declarationNo } = message;
  await holdCase(trx, caseNo);
  const declaration = (await declarationsOf(trx, office, caseNo)).find(
    (each) => each.message_no === messageNo,
  );
  if (!declaration) return;
  await saveDeclaration(trx, declaration, { declaration_no: declarationNo });
  if (declaration.status === 'withdrawn')
    await sendWithdrawal(payment, trx, declaration, declarationNo, declaration.note ?? '申请已终止');
}

/** The bureau refused the declaration, or could not be reached for a day. */
export async function takeDeclarationFailure(
  { platform }: Payment,
  trx: Transaction,
  message: { office: string; messageNo: string; caseNo: string; text: string },
): Promise<void> {
  await holdCase(trx, message.caseNo);
  const declarations = await declarationsOf(trx, message.office, message.caseNo);
  const declaration = declarations.find((each) => each.message_no === message.messageNo);
  if (declaration?.status === 'declared') await saveDeclaration(trx, declaration, { note: message.text });
  platform.log.error(
    { caseNo: message.caseNo, messageNo: message.messageNo },
    'tax declaration was not taken',
  );
}

/**
 * 核税结果. Kept once; a corrected one replaces it until an order was made from it. Late ones of a declaration that was withdrawn are
 * acknowledged and change nothing. Throws DECLARATION_NOT_READY while the declaration's own answer is on its way (the bureau repeats),
 * DECLARATION_UNKNOWN, ASSESSMENT_INCONSISTENT, ASSESSMENT_SUPERSEDED. Row ONL-WIN-06.
 */
export async function takeAssessment(
  payment: Payment,
  trx: Transaction,
  assessment: RequestTo<'tax', 'assessed'>,
) {
  const declaration = await findDeclaration(trx, assessment);
  if (assessment.total !== addFen(...assessment.lines.map((line) => line.amount)))
    throw errors.ASSESSMENT_INCONSISTENT();
  if (!inForce(declaration)) return received;
  const { office, caseNo } = assessment;
  const known = declaration.assessment;
  if (known && sumsOf(known) === sumsOf(assessment)) return received;
  const [order] = await ordersOf(trx, office, caseNo);
  if (known && order && order.ending === null && order.status !== 'closed')
    throw errors.ASSESSMENT_SUPERSEDED();
  await saveDeclaration(trx, declaration, {
    status: declaration.status === 'receipted' ? 'receipted' : 'assessed',
    assessment: JSON.stringify(assessment),
    total: assessment.total,
    assessed_at: new Date(assessment.assessedAt),
  });
  const message = `${assessment.declarationNo}-${assessment.noticeNo}`;
  await signalCase(payment.casework(), trx, { caseNo, event: 'tax.assessed', message });
  await sayWhenComplete(payment, trx, office, caseNo, assessment.declarationNo);
  return received;
}

const sumsOf = ({ lines }: Pick<RequestTo<'tax', 'assessed'>, 'lines'>) =>
  lines.map((line) => `${line.tax} ${line.payer} ${line.amount}`).join(';');

/** 完税、免税凭证. Each is kept once; the case goes on when every side that was assessed has one. Throws as `takeAssessment`, and RECEIPT_INVALID. */
export async function takeReceipts(
  payment: Payment,
  trx: Transaction,
  message: RequestTo<'tax', 'receipted'>,
) {
  const declaration = await findDeclaration(trx, message);
  const { office, caseNo, declarationNo } = message;
  const now = payment.platform.clock.now();
  for (const receipt of message.receipts) {
    const fault = checkReceipt(receipt, declaration, payment.exchange.peers.find('tax')?.publicKey);
    if (fault) throw errors.RECEIPT_INVALID({ detail: `${receipt.receiptNo}：${fault}。` });
    const isVoid = receipt.status === 'void' || declaration.voided_receipts.includes(receipt.receiptNo);
    await tables(trx)
      .insertInto('payment.receipt')
      .values({
        office,
        receipt_no: receipt.receiptNo,
        case_no: caseNo,
        declaration_no: declarationNo,
        kind: receipt.kind,
        payer: receipt.payer,
        total: receipt.total,
        status: isVoid ? 'void' : 'valid',
        sealed: payment.platform.cipher.seal(JSON.stringify(receipt)),
        issued_at: new Date(receipt.issuedAt),
        received_at: now,
        voided_at: isVoid ? now : null,
        void_reason: isVoid ? '凭证已作废' : null,
      })
      .onConflict((conflict) => conflict.columns(['office', 'receipt_no']).doNothing())
      .execute();
  }
  await sayWhenComplete(payment, trx, office, caseNo, declarationNo);
  return received;
}

/** 凭证作废: the taxes count as unsettled again, even when the receipts themselves come later. */
export async function takeVoiding(payment: Payment, trx: Transaction, message: RequestTo<'tax', 'voided'>) {
  const declaration = await findDeclaration(trx, message);
  const now = payment.platform.clock.now();
  const voided = [...new Set([...declaration.voided_receipts, ...message.receiptNos])];
  await saveDeclaration(trx, declaration, {
    voided_receipts: voided,
    note: message.reason,
    ...(inForce(declaration) ? { status: 'void', ended_at: now } : {}),
  });
  await tables(trx)
    .updateTable('payment.receipt')
    .set({ status: 'void', voided_at: now, void_reason: message.reason })
    .where('office', '=', message.office)
    .where('declaration_no', '=', message.declarationNo)
    .where('receipt_no', 'in', voided.concat(''))
    .where('status', '=', 'valid')
    .execute();
  return received;
}

async function findDeclaration(
  trx: Transaction,
  { office, caseNo, declarationNo }: { office: string; caseNo: string; declarationNo: string },
): Promise<Declaration> {
  await holdCase(trx, caseNo);
  const declarations = await declarationsOf(trx, office, caseNo);
  const found = declarations.find((each) => each.declaration_no === declarationNo);
  if (found) return found;
  throw declarations.some((each) => each.declaration_no === null)
    ? errors.DECLARATION_NOT_READY()
    : errors.DECLARATION_UNKNOWN();
}

async function sayWhenComplete(
  payment: Payment,
  trx: Transaction,
  office: string,
  caseNo: string,
  declarationNo: string,
): Promise<void> {
  const declaration = (await declarationsOf(trx, office, caseNo)).find(
    (each) => each.declaration_no === declarationNo,
  );
  if (declaration?.status !== 'assessed') return;
  if (!isComplete(declaration, await receiptsOf(trx, office, caseNo))) return;
  await saveDeclaration(trx, declaration, { status: 'receipted' });
  await signalCase(payment.casework(), trx, {
    caseNo,
    event: 'tax.receipted',
    message: `${declarationNo}-receipts`,
  });
}

/** Whether every side that was assessed has a valid receipt for all it owes. */
export function isComplete(
  declaration: Pick<Declaration, 'declaration_no' | 'assessment'>,
  receipts: readonly { declaration_no: string; payer: string; status: string; total: number }[],
): boolean {
  if (!declaration.assessment) return false;
  const owed = new Map<string, number>();
  for (const line of declaration.assessment.lines)
    owed.set(line.payer, (owed.get(line.payer) ?? 0) + line.amount);
  return [...owed].every(([payer, amount]) => {
    const own = receipts.filter(
      (each) =>
        each.declaration_no === declaration.declaration_no && each.payer === payer && each.status === 'valid',
    );
    return own.length > 0 && addFen(...own.map((each) => each.total)) === amount;
  });
}
