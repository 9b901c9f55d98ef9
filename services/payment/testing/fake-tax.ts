import type { RequestTo } from '@hengchan/exchange';
import type { TaxLine } from '@hengchan/exchange/departments';
import { sm2KeyPair, sm2Sign } from '@hengchan/standards/crypto';
import type { Static } from 'typebox';
import { receiptText, type TaxReceipt } from '../check-receipt.ts';

type Assessment = RequestTo<'tax', 'assessed'>;

export const taxKey = sm2KeyPair(Buffer.from('tax bureau of the tests'.padEnd(48, '.')));

export const taxLine = (
  tax: Static<typeof TaxLine>['tax'],
  payer: 'buyer' | 'seller',
  amount: number,
): Static<typeof TaxLine> => ({
  tax,
  title: tax === 'deed' ? '契税' : '个人所得税',
  payer,
  base: amount * 100,
  rate: '0.01',
  amount,
  reason: '测试核定',
  citations: [{ law: '契税法', verified: false }],
});

export function assessmentOf(
  about: { office: string; caseNo: string; declarationNo: string },
  lines: Static<typeof TaxLine>[],
): Assessment {
  return {
    ...about,
    noticeNo: `SN${about.declarationNo}`,
    assessedAt: '2026-11-20T02:00:00.000Z',
    payBefore: '2026-12-05',
    lines,
    total: lines.reduce((sum, line) => sum + line.amount, 0),
    notAssessed: [],
  };
}

/** A receipt for each side of an assessment, signed as the bureau signs. */
export function receiptsFor(assessment: Assessment): TaxReceipt[] {
  return (['buyer', 'seller'] as const).flatMap((payer) => {
    const lines = assessment.lines.filter((line) => line.payer === payer);
    const total = lines.reduce((sum, line) => sum + line.amount, 0);
    if (lines.length === 0) return [];
    return [
      signReceipt({
        receiptNo: `WS${assessment.declarationNo}-${payer}`,
        office: assessment.office,
        caseNo: assessment.caseNo,
        declarationNo: assessment.declarationNo,
        kind: total > 0 ? 'paid' : 'exempt',
        payer,
        taxpayers: [],
        unitCode: '320402001001GB00001F00000001',
        lines: lines.map(({ tax, title, amount }) => ({ tax, title, amount })),
        total,
        issuedAt: '2026-11-20T02:05:00.000Z',
      }),
    ];
  });
}

export function signReceipt(body: Omit<TaxReceipt, 'signature' | 'status'>): TaxReceipt {
  const signature = Buffer.from(
    sm2Sign(receiptText(body), taxKey.privateKey, taxKey.publicKey),
    'hex',
  ).toString('base64');
  return { ...body, status: 'valid', signature };
}
