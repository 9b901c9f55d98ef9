import { isDateText, isRealDate } from './calendar-date.ts';
import { accept, type CheckResult, refuse } from './check-result.ts';

/**
 * The number of a report to the national platform (业务报文号, BizMsgID): 6 area, 6 date as yyMMdd, 6
 * running within area and day. Newer reports add a suffix: BBXZ late, CBXZ repeated, BL quality repair.
 * One vendor's comments write the suffix after an underscore; to be confirmed with each province.
 */
export interface MessageNumber {
  area: string;
  /** `YYYY-MM-DD` */
  date: string;
  sequence: number;
  suffix?: MessageSuffix;
}

export type MessageSuffix = 'BBXZ' | 'CBXZ' | 'BL';

const structure = /^(\d{6})(\d{2})(\d{2})(\d{2})(\d{6})(BBXZ|CBXZ|BL)?$/;
const largestSequence = 999_999;

/** The parts of a valid number, or undefined. */
export function parseMessageNumber(text: string): MessageNumber | undefined {
  const match = structure.exec(text);
  if (!match) return undefined;
  const [, area = '', year = '', month = '', day = '', sequence = '', suffix] = match;
  if (!isRealDate(2000 + Number(year), Number(month), Number(day)) || Number(sequence) === 0)
    return undefined;
  const number: MessageNumber = { area, date: `20${year}-${month}-${day}`, sequence: Number(sequence) };
  if (suffix) number.suffix = suffix as MessageSuffix;
  return number;
}

/** Judges the stored form. */
export function checkMessageNumber(text: string): CheckResult {
  if (parseMessageNumber(text)) return accept();
  return refuse(faultOf(text));
}

function faultOf(text: string): string {
  if (/_/.test(text)) return '业务报文号后缀前不带下划线（各省要求可能不同，请与省平台确认）';
  const digits = /^\d*/.exec(text)?.[0] ?? '';
  const rest = text.slice(digits.length);
  if (rest !== '' && !/^(BBXZ|CBXZ|BL)$/.test(rest)) return '业务报文号只能是数字，后缀只能是BBXZ、CBXZ或BL';
  if (digits.length !== 18)
    return `业务报文号应为18位数字（6位区县＋6位日期yyMMdd＋6位流水），现为${digits.length}位`;
  if (digits.endsWith('000000')) return '当日流水从000001起';
  return `日期不存在：第7至12位为“${digits.slice(6, 12)}”，应为yyMMdd`;
}

/** Composes a number. Throws RangeError when a part does not fit. */
export function makeMessageNumber(parts: MessageNumber): string {
  const { area, date, sequence, suffix = '' } = parts;
  if (!/^\d{6}$/.test(area)) throw new RangeError('the area is 6 digits');
  if (!isDateText(date) || !date.startsWith('20')) throw new RangeError('the date must lie in 2000 to 2099');
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > largestSequence) {
    throw new RangeError(`the sequence must lie in 1 to ${largestSequence}`);
  }
  return `${area}${date.slice(2).replaceAll('-', '')}${String(sequence).padStart(6, '0')}${suffix}`;
}
