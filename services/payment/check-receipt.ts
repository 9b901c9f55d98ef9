import type { Receipt } from '@hengchan/exchange/departments';
import { isStrictSignature } from '@hengchan/exchange/der';
import { addFen } from '@hengchan/standards';
import { sm2Verify } from '@hengchan/standards/crypto';
import type { Static } from 'typebox';
import type { Declaration } from './store.ts';

export type TaxReceipt = Static<typeof Receipt>;

/** What is wrong with a receipt, in words; undefined when it can be relied on. A bureau whose key is not known signs nothing. */
export function checkReceipt(
  receipt: TaxReceipt,
  declaration: Pick<Declaration, 'declaration_no' | 'assessment'>,
  publicKey: string | undefined,
): string | undefined {
  if (receipt.declarationNo !== declaration.declaration_no) return '凭证不属于该申报';
  if (receipt.total !== addFen(...receipt.lines.map((line) => line.amount))) return '凭证各行合计与总额不符';
  if ((receipt.kind === 'paid') !== receipt.total > 0) return '凭证种类与税额不符';
  const owed = declaration.assessment?.lines.filter((line) => line.payer === receipt.payer);
  if (owed && receipt.total > addFen(...owed.map((line) => line.amount))) return '凭证税额超过核定税额';
  if (publicKey === undefined || !isSigned(receipt, publicKey)) return '凭证签名验证不通过';
  return undefined;
}

function isSigned(receipt: TaxReceipt, publicKey: string): boolean {
  const signature = Buffer.from(receipt.signature, 'base64');
  return (
    isStrictSignature(signature) && sm2Verify(receiptText(receipt), signature.toString('hex'), publicKey)
  );
}

/** What the bureau signs of a receipt: docs/protocols/05-tax.md. */
export function receiptText(receipt: Omit<TaxReceipt, 'signature' | 'status'>): Uint8Array {
  const { receiptNo, declarationNo, kind, payer, unitCode, total, issuedAt } = receipt;
  const people = receipt.taxpayers.map((each) => `${each.name},${each.idType},${each.idNumber}`).join(';');
  const lines = receipt.lines.map((line) => `${line.tax},${line.amount}`).join(';');
  const text = [receiptNo, declarationNo, kind, payer, people, unitCode, lines, total, issuedAt].join('\n');
  return Buffer.from(text, 'utf8');
}
