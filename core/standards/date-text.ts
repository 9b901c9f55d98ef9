import { dayNumber } from './calendar-date.ts';
import { toShanghaiDate, toShanghaiTime } from './shanghai-time.ts';

/** `2026年11月20日`. A Date or an ISO time is read in China's zone; `YYYY-MM-DD` as it stands. Throws RangeError. */
export function formatDate(value: Date | string): string {
  const date = dateTextOf(value);
  return `${date.slice(0, 4)}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
}

/** `2026年11月20日 09:05` in China's zone. Throws RangeError. */
export function formatDateTime(value: Date | string): string {
  const moment = momentOf(value);
  return `${formatDate(moment)} ${toShanghaiTime(moment).slice(0, 5)}`;
}

/** `二〇二六年十一月二十日`, for instruments written in characters. */
export function formatDateInCharacters(value: Date | string): string {
  const date = dateTextOf(value);
  const year = [...date.slice(0, 4)].map((digit) => '〇一二三四五六七八九'.charAt(Number(digit))).join('');
  return `${year}年${small(Number(date.slice(5, 7)))}月${small(Number(date.slice(8, 10)))}日`;
}

/** 1 to 31 in everyday figures. */
function small(value: number): string {
  const figures = '零一二三四五六七八九';
  const tens = Math.floor(value / 10);
  const units = value % 10;
  const tensText = tens === 0 ? '' : `${tens === 1 ? '' : figures.charAt(tens)}十`;
  return tensText + (units === 0 ? '' : figures.charAt(units));
}

function dateTextOf(value: Date | string): string {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    dayNumber(value);
    return value;
  }
  return toShanghaiDate(momentOf(value));
}

function momentOf(value: Date | string): Date {
  const moment = typeof value === 'string' ? new Date(value) : value;
  if (Number.isNaN(moment.getTime())) throw new RangeError(`not a time: ${String(value)}`);
  return moment;
}
