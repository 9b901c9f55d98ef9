import { type Assessment, Declaration, type Receipt } from '@hengchan/exchange/departments';
import { toShanghaiDate } from '@hengchan/standards';
import Type, { type Static } from 'typebox';
import { Compile } from 'typebox/compile';
import { type Department, type Desk, Refusal } from '../../house/department.ts';
import { keepNotice } from '../notices.ts';
import { levy } from './arithmetic.ts';
import { assess } from './assess.ts';
import { type Households, openHouseholds } from './households.ts';
import { receiptPage } from './page.ts';
import { issueReceipts } from './receipts.ts';

export type TaxDesk = Desk<'tax'>;
type Declared = Static<typeof Declaration>;

/** A declaration and how far it has come. */
export interface TaxFile {
  declarationNo: string;
  caseNo: string;
  office: string;
  status: 'accepted' | 'assessed' | 'receipted' | 'withdrawn' | 'void';
  declared: Declared;
  assessment: Static<typeof Assessment>;
  receipts: Static<typeof Receipt>[];
}

/** How long the bureau takes to assess: the answer to a declaration is 受理, the result comes by callback. */
const assessmentMs = 300;
const daysToPay = 15;
/** Reference price of the demonstration's appraisal, fen a square metre. */
const referencePrice = '1200000';
const acceptedShare = '0.6';

const Settled = Compile(
  Type.Object({
    declarationNo: Type.String(),
    amount: Type.Integer({ minimum: 0 }),
    settlementNo: Type.String(),
  }),
);
const Refunded = Compile(
  Type.Object({
    declarationNo: Type.String(),
    refundedTotal: Type.Integer({ minimum: 1 }),
    refundNo: Type.String(),
  }),
);

/** What is enough at the counter; the rest is filled in. */
const CounterDeclaration = Compile(
  Type.Object({
    office: Declaration.properties.office,
    unitCode: Declaration.properties.unitCode,
    buyers: Declaration.properties.buyers,
    sellers: Type.Optional(Declaration.properties.sellers),
    kind: Type.Optional(Declaration.properties.kind),
    usage: Type.Optional(Declaration.properties.usage),
    price: Type.Optional(Declaration.properties.price),
    area: Type.Optional(Declaration.properties.area),
  }),
);

/** 税务：申报、核税、完税凭证. */
export function tax(dataFolder: string): Department<'tax'> {
  let households: Households | undefined;
  const homes = (desk: TaxDesk) => {
    households ??= openHouseholds(dataFolder, () => desk.store);
    return households;
  };
  return {
    code: 'tax',
    title: '税务',
    operations: {
      declare(desk, declared) {
        const file = openFile(desk, homes(desk), declared);
        return {
          declarationNo: file.declarationNo,
          status: 'accepted',
          acceptedAt: desk.now().toISOString(),
        };
      },
      query(desk, { declarationNo, unitCode }) {
        const files = desk.store
          .list<TaxFile>('declaration')
          .filter((file) =>
            declarationNo === undefined
              ? file.declared.unitCode === unitCode
              : file.declarationNo === declarationNo,
          );
        return {
          declarations: files.map(({ declarationNo, caseNo, status, assessment, receipts }) => ({
            declarationNo,
            caseNo,
            status,
            assessment,
            receipts,
          })),
        };
      },
      withdraw(desk, { declarationNo }) {
        const file = fileOf(desk, declarationNo);
        if (file.status === 'receipted' && file.assessment.total > 0)
          throw new Refusal('ALREADY_RECEIPTED', '已开具完税凭证，须先退税');
        // Proofs of exemption end with the declaration: no money has to go back first.
        if (file.status === 'receipted') voidReceipts(desk, homes(desk), file, '申报已撤回');
        else if (file.status !== 'void')
          desk.store.put('declaration', declarationNo, { ...file, status: 'withdrawn' });
        return { declarationNo, status: 'withdrawn' };
      },
      appraise(desk, { area, price }) {
        const appraised = levy(Number(referencePrice), area);
        const accepted = price >= levy(appraised, acceptedShare);
        const appraisalNo = `PG${String(desk.store.next('appraisal')).padStart(8, '0')}`;
        return {
          appraisalNo,
          appraised,
          accepted,
          note: accepted ? '申报价格在合理区间' : '申报价格明显偏低，须说明理由',
        };
      },
      notice: keepNotice,
    },
    fromOthers: {
      'bank/settled'(desk, payload) {
        if (!Settled.Check(payload)) throw new Refusal('BAD_MESSAGE', '报文内容不符合接口规范', 400);
        settle(desk as TaxDesk, homes(desk as TaxDesk), payload.declarationNo, payload.amount);
        return { received: true };
      },
      'bank/refunded'(desk, payload) {
        if (!Refunded.Check(payload)) throw new Refusal('BAD_MESSAGE', '报文内容不符合接口规范', 400);
        unwind(desk as TaxDesk, homes(desk as TaxDesk), payload.declarationNo, payload.refundedTotal);
        return { received: true };
      },
    },
    counter: {
      receipts(desk, body) {
        if (!CounterDeclaration.Check(body)) {
          throw new Refusal(
            'BAD_ORDER',
            `申报内容有误：${CounterDeclaration.Errors(body)[0]?.instancePath}`,
            400,
          );
        }
        return payAtCounter(desk as TaxDesk, homes(desk as TaxDesk), body);
      },
    },
    pages: {
      receipts: (desk, receiptNo) =>
        receiptPage(desk.store.get<Static<typeof Receipt>>('receipt', receiptNo)),
    },
  };
}

function fileOf(desk: TaxDesk, declarationNo: string): TaxFile {
  const file = desk.store.get<TaxFile>('declaration', declarationNo);
  if (!file) throw new Refusal('DECLARATION_NOT_FOUND', '没有这份申报', 404);
  return file;
}

function isPerson(identity: { idType: string }): boolean {
  return !['6', '7', '8'].includes(identity.idType);
}

/** Somebody declares and pays at the bureau itself: nobody else is told, the receipts are theirs to show. */
function payAtCounter(
  desk: TaxDesk,
  homes: Households,
  body: Pick<Declared, 'office' | 'unitCode' | 'buyers'> & Partial<Declared>,
) {
  const declared: Declared = {
    caseNo: `DT${String(desk.store.next('counter')).padStart(8, '0')}`,
    kind: 'new-home',
    usage: 'residential',
    area: '100',
    price: 128_000_000,
    contractOn: toShanghaiDate(desk.now()),
    sellers: [],
    ...body,
  };
  const file = judge(desk, homes, declared);
  const receipts = issueReceipts(desk, file);
  desk.store.put('declaration', file.declarationNo, { ...file, status: 'receipted', receipts });
  desk.store.put('acquired', declared.unitCode, { on: toShanghaiDate(desk.now()) });
  count(homes, file, 1);
  return { declarationNo: file.declarationNo, receipts };
}

/** Takes a declaration, and tells whoever declared what the bureau makes of it. */
function openFile(desk: TaxDesk, homes: Households, declared: Declared): TaxFile {
  const file = judge(desk, homes, declared);
  const { declarationNo, assessment } = file;
  desk.store.put('declaration', declarationNo, file);
  desk.callBack('assessed', assessment, {
    message: desk.token(),
    ordering: declarationNo,
    delayMs: assessmentMs,
  });
  // Nothing owed: the proof of exemption follows without a payment.
  if (assessment.total === 0) settle(desk, homes, declarationNo, 0);
  return file;
}

/** What is owed on a declaration. */
function judge(desk: TaxDesk, homes: Households, declared: Declared): TaxFile {
  const now = desk.now();
  const day = toShanghaiDate(now);
  const number = String(desk.store.next('declaration')).padStart(8, '0');
  const declarationNo = `SB${day.slice(0, 4)}${number}`;
  const known = desk.store.get<{ on: string }>('acquired', declared.unitCode)?.on;
  const acquired = [declared.acquiredOn, known].filter((each) => each !== undefined).sort()[0];
  const judgement = assess({
    kind: declared.kind,
    usage: declared.usage,
    price: declared.price,
    taxInPrice: declared.taxInPrice ?? 0,
    area: Number(declared.area),
    contractOn: declared.contractOn,
    acquiredOn: acquired,
    originalPrice: declared.originalPrice,
    buyersArePersons: declared.buyers.every(isPerson),
    sellersArePersons: declared.sellers.every(isPerson),
    buyerHomes: Math.max(...declared.buyers.map((each) => homes.homesOf(each.idNumber))),
    sellerHomes: Math.max(0, ...declared.sellers.map((each) => homes.homesOf(each.idNumber))),
  });
  const { office, caseNo } = declared;
  const assessment = {
    office,
    caseNo,
    declarationNo,
    noticeNo: `SN${day.slice(0, 4)}${number}`,
    assessedAt: now.toISOString(),
    payBefore: toShanghaiDate(new Date(now.getTime() + daysToPay * 86_400_000)),
    ...judgement,
  };
  return { declarationNo, caseNo, office, status: 'assessed', declared, assessment, receipts: [] };
}

/** Money arrived, exactly what was owed: receipts are issued and the families' homes counted anew. */
function settle(desk: TaxDesk, homes: Households, declarationNo: string, amount: number): void {
  const file = fileOf(desk, declarationNo);
  if (file.status === 'receipted') return;
  if (file.status !== 'assessed' || amount !== file.assessment.total) {
    throw new Refusal('AMOUNT_MISMATCH', '入库金额与应缴税额不符');
  }
  const receipts = issueReceipts(desk, file);
  desk.store.put('declaration', declarationNo, { ...file, status: 'receipted', receipts });
  desk.store.put('acquired', file.declared.unitCode, { on: toShanghaiDate(desk.now()) });
  count(homes, file, 1);
  const { office, caseNo } = file;
  desk.callBack(
    'receipted',
    { office, caseNo, declarationNo, receipts },
    { message: desk.token(), ordering: declarationNo },
  );
}

/** All the money went back: the receipts are void. */
function unwind(desk: TaxDesk, homes: Households, declarationNo: string, refundedTotal: number): void {
  const file = fileOf(desk, declarationNo);
  if (file.status !== 'receipted' || refundedTotal < file.assessment.total) return;
  voidReceipts(desk, homes, file, '税款已全额退还');
}

function voidReceipts(desk: TaxDesk, homes: Households, file: TaxFile, reason: string): void {
  const { declarationNo } = file;
  const receipts = file.receipts.map((receipt) => ({ ...receipt, status: 'void' as const }));
  for (const receipt of receipts) desk.store.put('receipt', receipt.receiptNo, receipt);
  desk.store.put('declaration', declarationNo, { ...file, status: 'void', receipts });
  count(homes, file, -1);
  const { office, caseNo } = file;
  const receiptNos = receipts.map((receipt) => receipt.receiptNo);
  const voided = { office, caseNo, declarationNo, receiptNos, reason };
  desk.callBack('voided', voided, { message: desk.token(), ordering: declarationNo });
}

function count(homes: Households, { declared }: TaxFile, direction: 1 | -1): void {
  if (declared.usage !== 'residential') return;
  const [buyer] = declared.buyers;
  const [seller] = declared.sellers;
  if (buyer && isPerson(buyer)) homes.add(buyer.idNumber, direction);
  if (seller && isPerson(seller)) homes.add(seller.idNumber, direction === 1 ? -1 : 1);
}
