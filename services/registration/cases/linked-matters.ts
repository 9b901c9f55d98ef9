import type { BusinessDefinition, CaseRecord } from '@hengchan/casework';
import { toldAbout } from '@hengchan/exchange';
import type { LinkedMatter } from '../linked-schema.ts';
import type { Registration } from '../registration.ts';

/** Those whose customer or member changes with the holder. */
const linked = ['power', 'water', 'gas', 'broadcast', 'fund'];

const statusTitles: Record<LinkedMatter['status'], string> = {
  ahead: '登簿后同步办理',
  sent: '已推送，等待受理',
  taken: '已受理',
  failed: '未能送达，登记机构正在处理',
};

/** The linked matters of a case in the order of its definition; empty where the business has none. */
export async function linkedMatters(
  { platform, exchange }: Registration,
  record: CaseRecord,
  definition: BusinessDefinition,
  entered: boolean,
): Promise<LinkedMatter[]> {
  const peers = definition.notifies.filter((peer) => linked.includes(peer));
  if (peers.length === 0) return [];
  const { office, no } = record.case;
  const told = entered ? await toldAbout(exchange, platform.database, office, no) : [];
  return peers.map((code) => {
    const service = exchange.services.get(code);
    const message = told.find((each) => each.peer === code);
    const status = !message
      ? 'ahead'
      : message.status === 'delivered'
        ? 'taken'
        : message.status === 'dead'
          ? 'failed'
          : 'sent';
    return {
      code,
      title: service?.title ?? code,
      department: service?.department ?? code,
      status,
      statusTitle: statusTitles[status],
      ...(message?.deliveredAt ? { at: message.deliveredAt.toISOString() } : {}),
      ...(message?.receiptNo ? { receiptNo: message.receiptNo } : {}),
    };
  });
}
