import { accept, type CheckResult, refuse } from './check-result.ts';

/**
 * The 28-character real-estate unit code (不动产单元代码, GB/T 37346-2019; the text of the standard
 * was not at hand, positions agree with two independent national implementations).
 *
 * There is no check digit: a well-formed code may still not exist. The area part is deliberately
 * not checked against GB/T 2260, because some cities number with internal county codes.
 *
 * `check` and `parse` judge the stored form. Bring what a person typed through
 * {@link normaliseUnitCode} first.
 */
export interface UnitCode {
  /** all 28 characters */
  code: string;
  /** 1–6 county-level area code */
  area: string;
  /** 7–9 地籍区 */
  cadastralZone: string;
  /** 10–12 地籍子区 */
  cadastralSubzone: string;
  /** 13: G state, J collective, Z undetermined or disputed */
  ownershipType: string;
  /** 14 宗地特征码 */
  parcelFeature: string;
  /** 15–19 */
  parcelSequence: string;
  /** 1–19 宗地代码 */
  parcelCode: string;
  /** 20: F building, L trees, Q other, W none */
  fixtureFeature: string;
  /** 21–28 */
  fixtureNumber: string;
  /** 21–24, buildings only */
  building?: string;
  /** 25–28, buildings only */
  household?: string;
}

export interface UnitCodeParts {
  area: string;
  cadastralZone: string | number;
  cadastralSubzone: string | number;
  ownershipType: string;
  parcelFeature: string;
  parcelSequence: string | number;
  fixtureFeature: string;
  /** fixtures L and Q */
  fixtureNumber?: string | number;
  /** fixture F */
  building?: string | number;
  /** fixture F */
  household?: string | number;
}

const ownershipTypes = 'GJZ';
const parcelFeatures = 'ABSXCDEFHGWYLN';
const fixtureFeatures = 'FLQW';

/** Removes every kind of space, narrows full-width characters and upper-cases: screen form to stored form. */
export function normaliseUnitCode(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
}

/** The parts of a well-formed code, or undefined. */
export function parseUnitCode(text: string): UnitCode | undefined {
  if (faultOf(text) !== undefined) return undefined;
  const fixtureFeature = text.slice(19, 20);
  const fixtureNumber = text.slice(20);
  const unit: UnitCode = {
    code: text,
    area: text.slice(0, 6),
    cadastralZone: text.slice(6, 9),
    cadastralSubzone: text.slice(9, 12),
    ownershipType: text.slice(12, 13),
    parcelFeature: text.slice(13, 14),
    parcelSequence: text.slice(14, 19),
    parcelCode: text.slice(0, 19),
    fixtureFeature,
    fixtureNumber,
  };
  if (fixtureFeature === 'F') {
    unit.building = fixtureNumber.slice(0, 4);
    unit.household = fixtureNumber.slice(4);
  }
  return unit;
}

/** Refuses what cannot be a unit code; notes what is well formed but unusual. */
export function checkUnitCode(text: string): CheckResult {
  const fault = faultOf(text);
  return fault === undefined ? accept(doubtsOf(text)) : refuse(fault);
}

function faultOf(text: string): string | undefined {
  if (/\s/.test(text)) return '不动产单元代码中不能有空格，请去掉空格';
  if (/[a-z]/.test(text)) return '不动产单元代码中的字母应为大写';
  if (text.length !== 28) return `不动产单元代码应为28位，现为${text.length}位`;
  if (!/^\d{6}/.test(text)) return '第1至6位（行政区划代码）应为数字';
  if (!/^\d{3}$/.test(text.slice(6, 9))) return '第7至9位（地籍区）应为数字';
  if (!/^\d{3}$/.test(text.slice(9, 12))) return '第10至12位（地籍子区）应为数字';
  if (!ownershipTypes.includes(text.charAt(12))) {
    return `第13位（所有权类型）应为G、J或Z，没有“${text.charAt(12)}”`;
  }
  if (!parcelFeatures.includes(text.charAt(13))) return `第14位（宗地特征码）没有“${text.charAt(13)}”`;
  if (!/^\d{5}$/.test(text.slice(14, 19))) return '第15至19位（宗地顺序号）应为数字';
  if (!fixtureFeatures.includes(text.charAt(19))) {
    return `第20位（定着物特征码）应为F、L、Q或W，没有“${text.charAt(19)}”`;
  }
  if (!/^\d{8}$/.test(text.slice(20))) return '第21至28位（定着物单元号）应为数字';
  if (text.charAt(19) === 'W' && text.slice(20) !== '00000000') return '定着物特征码为W时，后8位应全为0';
  return undefined;
}

/** Combinations that are legal to write but rarely right; also the vendors' virtual units of old stock. */
function doubtsOf(text: string): string[] {
  const doubts: string[] = [];
  const feature = text.charAt(13);
  const fixture = text.charAt(19);
  if (text.slice(6, 12) === '000000' && feature !== 'H')
    doubts.push('地籍区和地籍子区全为0，可能是未落宗的虚拟单元');
  if (text.slice(14, 19) === '00000') doubts.push('宗地顺序号一般从00001起');
  if (feature === 'A' && fixture !== 'W') doubts.push('集体土地所有权宗地（A）一般没有定着物（W）');
  if (feature === 'E' && !'LW'.includes(fixture)) doubts.push('林地（E）的定着物一般为L或W');
  if ((feature === 'D' || feature === 'F') && fixture !== 'W')
    doubts.push('承包地（D、F）一般没有定着物（W）');
  if ('BSXC'.includes(feature) && !'WF'.includes(fixture)) doubts.push('建设用地和宅基地的定着物一般为F或W');
  return doubts;
}

/** The four groups people read: `320402 001001 GB00012 F00010023`. Text that is no unit code comes back unchanged. */
export function formatUnitCode(code: string): string {
  const text = normaliseUnitCode(code);
  if (text.length !== 28) return code;
  return [text.slice(0, 6), text.slice(6, 12), text.slice(12, 19), text.slice(19)].join(' ');
}

/** Composes a code, padding numbers. Throws RangeError with the reason when the parts do not make one. */
export function buildUnitCode(parts: UnitCodeParts): string {
  const code = [
    parts.area,
    pad(parts.cadastralZone, 3),
    pad(parts.cadastralSubzone, 3),
    parts.ownershipType,
    parts.parcelFeature,
    pad(parts.parcelSequence, 5),
    parts.fixtureFeature,
    fixtureNumberOf(parts),
  ].join('');
  const result = checkUnitCode(code);
  if (!result.valid) throw new RangeError(result.reason);
  return code;
}

function fixtureNumberOf(parts: UnitCodeParts): string {
  if (parts.fixtureFeature === 'W') return '00000000';
  if (parts.fixtureNumber !== undefined) return pad(parts.fixtureNumber, 8);
  return pad(parts.building ?? '', 4) + pad(parts.household ?? '', 4);
}

function pad(value: string | number, width: number): string {
  return String(value).padStart(width, '0');
}
