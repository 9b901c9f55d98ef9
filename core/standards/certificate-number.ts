import { accept, type CheckResult, refuse } from './check-result.ts';

/**
 * The number printed on a real-estate certificate (不动产权证书) or proof (不动产登记证明):
 * `苏（2025）常州市不动产权第0001234号`. The form follows the samples of the 2015 certificate
 * templates; how a region writes its own name in it is local.
 */
export interface CertificateNumber {
  /** abbreviation of the province, or 国 for registrations of the ministry */
  province: string;
  year: number;
  /** registering place as printed: 常州市, 东莞, 朝 */
  place: string;
  kind: CertificateKind;
  /** running number of the year, without leading zeros */
  sequence: number;
  /** the running number as printed, with leading zeros */
  sequenceText: string;
  /** full-width brackets, no spaces, zeros kept */
  normalised: string;
}

export type CertificateKind = 'certificate' | 'proof';

const kindWords: Record<CertificateKind, string> = { certificate: '不动产权', proof: '不动产证明' };

/** Abbreviations in use. 蒙 appears beside 内蒙古; 国 is written for registrations of the ministry. */
export const provinceAbbreviations: readonly string[] = [
  ...[
    '京',
    '津',
    '冀',
    '晋',
    '内蒙古',
    '蒙',
    '辽',
    '吉',
    '黑',
    '沪',
    '苏',
    '浙',
    '皖',
    '闽',
    '赣',
    '鲁',
    '豫',
  ],
  ...[
    '鄂',
    '湘',
    '粤',
    '桂',
    '琼',
    '渝',
    '川',
    '贵',
    '黔',
    '云',
    '滇',
    '藏',
    '陕',
    '秦',
    '甘',
    '陇',
    '青',
    '宁',
  ],
  ...['新', '国'],
];

const structure = new RegExp(
  `^(${provinceAbbreviations.join('|')})（(\\d{4})）(\\p{Script=Han}{1,20}?)(不动产权|不动产证明)第(\\d{1,10})号$`,
  'u',
);

/** Removes spaces and writes full-width brackets; leading zeros stay. */
export function normaliseCertificateNumber(text: string): string {
  return text
    .replace(/\s+/g, '')
    .replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replace(/[([〔［【]/g, '（')
    .replace(/[)\]〕］】]/g, '）');
}

/** The parts of a number in any common spelling, or undefined (old house and land certificates are free text). */
export function parseCertificateNumber(text: string): CertificateNumber | undefined {
  const normalised = normaliseCertificateNumber(text);
  const match = structure.exec(normalised);
  if (!match) return undefined;
  const [, province = '', year = '', place = '', word = '', sequenceText = ''] = match;
  const kind = word === kindWords.certificate ? 'certificate' : 'proof';
  return {
    province,
    year: Number(year),
    place,
    kind,
    sequence: Number(sequenceText),
    sequenceText,
    normalised,
  };
}

/** Judges after normalising, so half-width brackets and spaces pass. */
export function checkCertificateNumber(text: string): CheckResult {
  if (parseCertificateNumber(text)) return accept();
  return refuse(faultOf(normaliseCertificateNumber(text)));
}

function faultOf(text: string): string {
  if (/房权证|房产证|国用|集用|土地证|他项/.test(text)) {
    return '这是旧的房产证或土地证号，不是不动产权证号，请按旧证号填写';
  }
  if (!/（[^）]*）/.test(text)) return '缺少括号中的年份，应如：苏（2025）常州市不动产权第0001234号';
  if (!/（\d{4}）/.test(text)) return '括号内应为4位年份，如（2025）';
  if (!provinceAbbreviations.includes(text.slice(0, text.indexOf('（')))) {
    return '括号前应为省级简称，如：苏、浙、内蒙古、粤、京';
  }
  if (!/不动产权第|不动产证明第/.test(text)) return '应写有“不动产权第”或“不动产证明第”';
  if (!text.endsWith('号')) return '末尾缺少“号”';
  if (!/第\d{1,10}号$/.test(text)) return '“第”与“号”之间应为1至10位数字';
  return '年份与“不动产权”之间应为登记机构所在市、县名';
}

/** Composes a number, padding the sequence to `width` (7 unless the office is configured otherwise). Throws RangeError. */
export function makeCertificateNumber(parts: {
  province: string;
  year: number;
  place: string;
  kind: CertificateKind;
  sequence: number;
  width?: number;
}): string {
  const { province, year, place, kind, sequence, width = 7 } = parts;
  if (!Number.isSafeInteger(sequence) || sequence < 1) throw new RangeError('the sequence starts at 1');
  if (String(sequence).length > width) throw new RangeError('the sequence does not fit its width');
  const text = `${province}（${year}）${place}${kindWords[kind]}第${String(sequence).padStart(width, '0')}号`;
  const result = checkCertificateNumber(text);
  if (!result.valid) throw new RangeError(result.reason);
  return text;
}

/** The numbers in a field that holds several: national messages separate by comma, one province by semicolon. */
export function splitCertificateNumbers(text: string): string[] {
  return text
    .split(/[,，;；、]/)
    .map(normaliseCertificateNumber)
    .filter((part) => part !== '');
}
