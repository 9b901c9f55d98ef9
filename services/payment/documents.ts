import { caseworkTables } from '@hengchan/casework';
import type { PaymentNoticeData } from '@hengchan/documents';
import { fileKinds, type Transaction } from '@hengchan/platform';
import { toShanghaiDate, toShanghaiTime } from '@hengchan/standards';
import type { Payment } from './payment.ts';
import { findOrder, type Line, linesOf, type Order, paymentsOf } from './store.ts';
import { methodTitles } from './words.ts';

type Code = 'payment-notice' | 'payment-receipt';
const queue = 'payment.document';
const titles: Record<Code, string> = { 'payment-notice': '缴费通知书', 'payment-receipt': '缴费收据' };

interface Wanted {
  office: string;
  orderNo: string;
  code: Code;
}

/** Has the document made after this transaction. */
export async function requestDocument(
  payment: Payment,
  trx: Transaction,
  order: Order,
  code: Code,
): Promise<void> {
  if (!payment.documents) return;
  const wanted: Wanted = { office: order.office, orderNo: order.order_no, code };
  await payment.platform.jobs.send(trx, queue, wanted, { singletonKey: `${order.order_no}/${code}` });
}

/** Takes up the work that `requestDocument` leaves. */
export function makeDocumentsOf(payment: Payment): void {
  if (!payment.documents) return;
  payment.platform.jobs.handle(queue, async (wanted: Wanted) => makeDocument(payment, wanted));
}

/** Lays the notice or the receipt out and files it with the case. Done again, it files nothing new. */
async function makeDocument(payment: Payment, { office, orderNo, code }: Wanted): Promise<void> {
  const { database, files } = payment.platform;
  const order = await findOrder(database, office, orderNo);
  if (!order || !payment.documents) return;
  const madeAt = code === 'payment-receipt' ? order.settled_at : order.created_at;
  if (madeAt === null) return;
  const data = await dataOf(payment, order);
  const rendered =
    code === 'payment-notice'
      ? await payment.documents.render(code, noticeOf(payment, order, data), { issuedAt: madeAt })
      : await payment.documents.render(code, await receiptOf(payment, order, data, madeAt), {
          issuedAt: madeAt,
        });
  const stored = await files.put(rendered.pdf, ['application/pdf']);
  await caseworkTables(database)
    .insertInto('casework.document')
    .values({
      office,
      case_no: order.case_no,
      code,
      title: titles[code],
      file_hash: stored.hash,
      mark: fileKinds.payment.mark,
      made_at: madeAt,
    })
    .onConflict((conflict) => conflict.columns(['office', 'case_no', 'code', 'made_at']).doNothing())
    .execute();
}

type Shared = Omit<PaymentNoticeData, 'noticeNumber' | 'dueOn' | 'paymentUrl'>;

async function dataOf(payment: Payment, order: Order): Promise<Shared> {
  const { database, config } = payment.platform;
  const { office, case_no } = order;
  const units = await caseworkTables(database)
    .selectFrom('casework.case_unit')
    .select(['unit_code as unitCode', 'location'])
    .where('office', '=', office)
    .where('case_no', '=', case_no)
    .orderBy('ordinal')
    .execute();
  const info = payment.office(office);
  const name = info?.name ?? '不动产登记机构';
  return {
    ...(config.mode === 'demo' ? { demo: true } : {}),
    office: { name, code: office, ...(info?.address === undefined ? {} : { address: info.address }) },
    caseNo: case_no,
    business: order.title,
    units,
    payer: order.payer,
    items: (await linesOf(database, order)).map(itemOf),
  };
}

function itemOf(line: Line): Shared['items'][number] {
  return {
    name: line.title,
    basis: line.basis.slice(0, 300),
    quantity: line.quantity,
    measure: line.measure,
    unitPrice: line.unit_price,
    ...(line.reduction === 0
      ? {}
      : { reduction: line.reduction, reductionReason: line.reduction_reason ?? '依法减免' }),
  };
}

function noticeOf(payment: Payment, order: Order, shared: Shared): PaymentNoticeData {
  return {
    ...shared,
    noticeNumber: order.order_no,
    dueOn: toShanghaiDate(order.expires_at),
    paymentUrl: order.cashier_url ?? caseUrl(payment, order),
  };
}

async function receiptOf(payment: Payment, order: Order, shared: Shared, settledAt: Date) {
  const made = await paymentsOf(payment.platform.database, order);
  return {
    ...shared,
    receiptNumber: order.order_no,
    paidAt: `${toShanghaiDate(settledAt)}T${toShanghaiTime(settledAt)}`,
    channel:
      [...new Set(made.map((each) => methodTitles[each.method] ?? each.method))].join('、') || '银行缴款',
    transactionNumber:
      made
        .map((each) => each.payment_no)
        .join('、')
        .slice(0, 100) || order.order_no,
    verificationUrl: caseUrl(payment, order),
  };
}

const caseUrl = ({ platform }: Payment, order: Order) =>
  `${platform.config.publicUrl ?? 'http://localhost'}/cases/${order.case_no}`;
