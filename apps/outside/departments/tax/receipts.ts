import type { Receipt } from '@hengchan/exchange/departments';
import { toShanghaiDate } from '@hengchan/standards';
import { sm2Sign } from '@hengchan/standards/crypto';
import type { Static } from 'typebox';
import type { TaxDesk, TaxFile } from './tax.ts';

type ReceiptBody = Omit<Static<typeof Receipt>, 'signature' | 'status'>;

/** One receipt for each side that was assessed; a side that owes nothing gets a proof of exemption. */
export function issueReceipts(desk: TaxDesk, file: TaxFile): Static<typeof Receipt>[] {
  return (['buyer', 'seller'] as const).flatMap((payer) => {
    const lines = file.assessment.lines.filter((line) => line.payer === payer);
    if (lines.length === 0) return [];
    const total = lines.reduce((sum, line) => sum + line.amount, 0);
    const now = desk.now();
    const body: ReceiptBody = {
      receiptNo: `${file.office}${toShanghaiDate(now).replaceAll('-', '')}${String(desk.store.next('receipt')).padStart(6, '0')}`,
      office: file.office,
      caseNo: file.caseNo,
      declarationNo: file.declarationNo,
      kind: total > 0 ? 'paid' : 'exempt',
      payer,
      taxpayers: payer === 'buyer' ? file.declared.buyers : file.declared.sellers,
      unitCode: file.declared.unitCode,
      lines: lines.map(({ tax, title, amount }) => ({ tax, title, amount })),
      total,
      issuedAt: now.toISOString(),
    };
    const signature = Buffer.from(
      sm2Sign(receiptText(body), desk.keys.privateKey, desk.keys.publicKey),
      'hex',
    ).toString('base64');
    const receipt = { ...body, status: 'valid' as const, signature };
    desk.store.put('receipt', receipt.receiptNo, receipt);
    return [receipt];
  });
}

/** What a receipt's signature covers: its lasting facts in a fixed order, so that a copy can be checked without the bureau. */
export function receiptText(receipt: ReceiptBody): Uint8Array {
  const { receiptNo, declarationNo, kind, payer, unitCode, total, issuedAt } = receipt;
  const people = receipt.taxpayers.map((each) => `${each.name},${each.idType},${each.idNumber}`).join(';');
  const lines = receipt.lines.map((line) => `${line.tax},${line.amount}`).join(';');
  return Buffer.from(
    [receiptNo, declarationNo, kind, payer, people, unitCode, lines, total, issuedAt].join('\n'),
    'utf8',
  );
}
