import { isDateText } from '@hengchan/standards';
import { errors } from './errors.ts';

/** A period somebody asked for, checked: two real days, the first not after the last. Throws NO_SUCH_DAY, PERIOD_REVERSED. */
export function checkPeriod(from: string, to: string): { from: string; to: string } {
  if (from > to) throw errors.PERIOD_REVERSED({ errors: [{ path: '/to', message: '截止日不能早于起始日' }] });
  for (const [path, day] of [
    ['/from', from],
    ['/to', to],
  ] as const) {
    if (!isDateText(day)) throw errors.NO_SUCH_DAY({ errors: [{ path, message: '没有这一天' }] });
  }
  return { from, to };
}
