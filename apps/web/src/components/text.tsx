import { formatDate, formatDateTime, formatUnitCode, formatYuan } from '@hengchan/standards';

/** Fen as 1,280,000.00 元. */
export function Money({ fen }: { fen: number }) {
  return <span className="figures">{formatYuan(fen)} 元</span>;
}

/** 2026年11月20日, with the minute on request. Text that is no date is shown as it is. */
export function DateText({ value, time = false }: { value: string; time?: boolean }) {
  return (
    <time className="figures" dateTime={value}>
      {dateWords(value, time)}
    </time>
  );
}

export function dateWords(value: string, time = false): string {
  try {
    return time ? formatDateTime(value) : formatDate(value);
  } catch {
    return value;
  }
}

/** 1/2 as the register writes it; a sole holder has the whole. */
export function SharesText({ share }: { share?: { numerator: number; denominator: number } | undefined }) {
  if (!share) return null;
  const whole = share.numerator === share.denominator;
  return (
    <span className="figures">{whole ? '全部份额' : `${share.numerator}/${share.denominator} 份额`}</span>
  );
}

/** A number people compare by eye: unit code in its groups, certificate, case or identity number. */
export function IdText({ value }: { value: string }) {
  return <span className="id-text">{/^[0-9A-Z]{28}$/.test(value) ? groupedUnitCode(value) : value}</span>;
}

function groupedUnitCode(code: string): string {
  try {
    return formatUnitCode(code);
  } catch {
    return code;
  }
}
