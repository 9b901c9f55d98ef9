import type { RequestTo } from '@hengchan/exchange';
import { toShanghaiDate } from '@hengchan/standards';
import { sm2Sign } from '@hengchan/standards/crypto';
import { type Desk, Refusal, type Work } from './desk.ts';

type Declared = RequestTo<'tax', 'declare'>;
type Assessment = RequestTo<'tax', 'assessed'>;
type Receipt = RequestTo<'tax', 'receipted'>['receipts'][number];

export interface Declaration {
  declarationNo: string;
  declared: Declared;
  assessment: Assessment;
  status: 'assessed' | 'receipted' | 'withdrawn' | 'void';
  receipts: Receipt[];
}

/** Below this price nothing is owed, so that both ways are met. */
const exemptBelow = 50_000_000;
const daysToPay = 15;

/** The tax bureau: takes declarations, tells its assessment and receipts later. */
export function makeTax(desk: Desk) {
  const declarations = new Map<string, Declaration>();
  const find = (declarationNo: string): Declaration => {
    const found = declarations.get(declarationNo);
    if (!found) throw new Refusal('没有这份申报', 404);
    return found;
  };

  function declare(declared: Declared) {
    const now = desk.now();
    const declarationNo = `SB${desk.next('declaration')}`;
    const { office, caseNo, price } = declared;
    const amount = price < exemptBelow ? 0 : Math.round(price / 100);
    const assessment: Assessment = {
      office,
      caseNo,
      declarationNo,
      noticeNo: `SN${declarationNo}`,
      assessedAt: now.toISOString(),
      payBefore: toShanghaiDate(new Date(now.getTime() + daysToPay * 86_400_000)),
      lines: [
        {
          tax: 'deed',
          title: '契税',
          payer: 'buyer',
          base: price,
          rate: '0.01',
          amount,
          reason: '测试核定',
          citations: [{ law: '契税法', verified: false }],
        },
      ],
      total: amount,
      notAssessed: [],
    };
    declarations.set(declarationNo, {
      declarationNo,
      declared,
      assessment,
      status: 'assessed',
      receipts: [],
    });
    desk.callBack('tax', 'assessed', assessment);
    if (amount === 0) settle(declarationNo, 0);
    return { declarationNo, status: 'accepted', acceptedAt: now.toISOString() };
  }

  /** The bank handed the money over, all of it: receipts are issued. */
  function settle(declarationNo: string, amount: number): void {
    const file = find(declarationNo);
    if (file.status !== 'assessed' || amount !== file.assessment.total) return;
    file.status = 'receipted';
    file.receipts = [receiptOf(desk, file)];
    const { office, caseNo } = file.declared;
    desk.callBack('tax', 'receipted', { office, caseNo, declarationNo, receipts: file.receipts });
  }

  function voidReceipts(file: Declaration, reason: string): void {
    file.status = 'void';
    const { office, caseNo } = file.declared;
    const receiptNos = file.receipts.map((receipt) => receipt.receiptNo);
    desk.callBack('tax', 'voided', {
      office,
      caseNo,
      declarationNo: file.declarationNo,
      receiptNos,
      reason,
    });
  }

  function withdraw({ declarationNo }: RequestTo<'tax', 'withdraw'>) {
    const file = find(declarationNo);
    if (file.status === 'receipted' && file.assessment.total > 0)
      throw new Refusal('已开具完税凭证，须先退税');
    if (file.status === 'receipted') voidReceipts(file, '申报已撤回');
    else if (file.status === 'assessed') file.status = 'withdrawn';
    return { declarationNo, status: 'withdrawn' };
  }

  return {
    declarations,
    settle,
    /** All the money went back: the receipts are void. */
    unwind(declarationNo: string, refundedTotal: number): void {
      const file = find(declarationNo);
      if (file.status === 'receipted' && refundedTotal >= file.assessment.total)
        voidReceipts(file, '税款已全额退还');
    },
    works: { 'tax/declare': declare, 'tax/withdraw': withdraw } as Record<string, Work>,
  };
}

export type Tax = ReturnType<typeof makeTax>;

function receiptOf(desk: Desk, { declarationNo, declared, assessment }: Declaration): Receipt {
  const { total } = assessment;
  const body = {
    receiptNo: `WS${desk.next('tax-receipt')}`,
    office: declared.office,
    caseNo: declared.caseNo,
    declarationNo,
    kind: total > 0 ? ('paid' as const) : ('exempt' as const),
    payer: 'buyer' as const,
    taxpayers: declared.buyers,
    unitCode: declared.unitCode,
    lines: assessment.lines.map(({ tax, title, amount }) => ({ tax, title, amount })),
    total,
    issuedAt: desk.now().toISOString(),
  };
  const { privateKey, publicKey } = desk.key('tax');
  const people = body.taxpayers.map((each) => `${each.name},${each.idType},${each.idNumber}`).join(';');
  const lines = body.lines.map((line) => `${line.tax},${line.amount}`).join(';');
  const { receiptNo, kind, payer, unitCode, issuedAt } = body;
  const text = [receiptNo, declarationNo, kind, payer, people, unitCode, lines, total, issuedAt].join('\n');
  const signature = sm2Sign(Buffer.from(text, 'utf8'), privateKey, publicKey);
  return { ...body, status: 'valid', signature: Buffer.from(signature, 'hex').toString('base64') };
}
