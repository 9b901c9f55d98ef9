import type { AnswerTo, RequestTo } from '@hengchan/exchange';
import type { Department, Desk } from '../house/department.ts';

type Told = RequestTo<'power', 'notice'>;

/** Keeps what the department was told and says under which number. Telling the same twice keeps it once. */
export function keepNotice(
  desk: Pick<Desk, 'code' | 'store' | 'now'>,
  told: Told,
): AnswerTo<'power', 'notice'> {
  const known = desk.store.get<{ receiptNo: string }>('notice', told.noticeNo);
  if (known) return { received: true, receiptNo: known.receiptNo };
  const receiptNo = `${desk.code.toUpperCase()}-${String(desk.store.next('notice')).padStart(8, '0')}`;
  desk.store.put('notice', told.noticeNo, { receiptNo, receivedAt: desk.now().toISOString(), ...told });
  return { received: true, receiptNo };
}

/** A department that is only told what was registered. */
function listener<Code extends 'fund' | 'power' | 'water' | 'gas' | 'broadcast'>(
  code: Code,
  title: string,
): Department {
  return {
    code,
    title,
    operations: { notice: (desk: Desk, told: Told) => keepNotice(desk, told) },
  } as unknown as Department;
}

export const fund = listener('fund', '住房公积金管理中心');
export const power = listener('power', '供电');
export const water = listener('water', '供水');
export const gas = listener('gas', '供气');
export const broadcast = listener('broadcast', '广电网络');
