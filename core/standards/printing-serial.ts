import { accept, type CheckResult, refuse } from './check-result.ts';

/**
 * The serial number printed on a blank certificate (印制序列号). It names the sheet of paper, where the
 * certificate number names the registration. No ministry rule was found for its width: 11 digits (2 of
 * the province and 9 running) is common and unverified, so the width is a parameter.
 */
export interface PrintingSerial {
  /** leading D on proofs and certificates that print it */
  letter: string;
  /** first 2 digits */
  province: string;
  sequence: number;
  /** digits only, as reported in messages */
  digits: string;
}

const defaultDigits = 11;

/** Removes spaces, `NO` and `编号` in front, and upper-cases. */
export function normalisePrintingSerial(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .toUpperCase()
    .replace(/^(NO|编号)[.:]?/, '');
}

/** The parts of a serial, or undefined. */
export function parsePrintingSerial(text: string, digits = defaultDigits): PrintingSerial | undefined {
  const match = /^(D?)(\d+)$/.exec(normalisePrintingSerial(text));
  if (match?.[2]?.length !== digits) return undefined;
  const [, letter = '', number] = match;
  return { letter, province: number.slice(0, 2), sequence: Number(number.slice(2)), digits: number };
}

/** Judges the shape; there is no check digit. */
export function checkPrintingSerial(text: string, digits = defaultDigits): CheckResult {
  if (parsePrintingSerial(text, digits)) return accept();
  return refuse(`印制序列号应为${digits}位数字（前面可有字母D）`);
}

/** Composes the digits of a serial. Throws RangeError when the sequence does not fit. */
export function makePrintingSerial(province: string, sequence: number, digits = defaultDigits): string {
  if (!/^\d{2}$/.test(province)) throw new RangeError('the province is 2 digits');
  const running = String(sequence).padStart(digits - 2, '0');
  if (!Number.isSafeInteger(sequence) || sequence < 1 || running.length !== digits - 2) {
    throw new RangeError('the sequence must be a positive integer that fits');
  }
  return province + running;
}
