import type { Database } from '@hengchan/platform';
import { type Exchange, tables } from './exchange.ts';
import type { MessageStatus } from './tables.ts';

/** What became of telling a department about a case. */
interface Told {
  peer: string;
  status: MessageStatus;
  /** When it took the message. */
  deliveredAt: Date | undefined;
  /** Under which number it keeps it. */
  receiptNo: string | undefined;
}

/** The results of registration departments were told of a case, and what each answered, in the order they were told. */
export async function toldAbout(
  { platform }: Exchange,
  database: Database,
  office: string,
  caseNo: string,
): Promise<Told[]> {
  const rows = await tables(database)
    .selectFrom('exchange.message')
    .select(['peer', 'status', 'delivered_at', 'answer_sealed'])
    .where('office', '=', office)
    .where('case_no', '=', caseNo)
    .where('operation', '=', 'notice')
    .orderBy('sequence')
    .execute();
  return rows.map(({ peer, status, delivered_at, answer_sealed }) => ({
    peer,
    status,
    deliveredAt: delivered_at ?? undefined,
    receiptNo: answer_sealed === null ? undefined : receiptIn(platform.cipher.open(answer_sealed)),
  }));
}

function receiptIn(answer: string): string | undefined {
  const { receiptNo } = JSON.parse(answer) as { receiptNo?: unknown };
  return typeof receiptNo === 'string' ? receiptNo : undefined;
}
