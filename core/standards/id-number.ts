import { isRealDate } from './calendar-date.ts';
import { accept, type CheckResult, refuse } from './check-result.ts';

/**
 * The 18-character citizen identity number (公民身份号码, GB 11643-1999), whose last character is an
 * ISO 7064 MOD 11-2 check. The same form serves residence permits of Hong Kong, Macao and Taiwan
 * residents (81/82/83…) and the 2023 permanent residence card of foreigners (9…).
 *
 * The area part is not checked against today's area codes: numbers outlive the county that issued them.
 */

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';
/** Nobody alive was born earlier, and the standard's own example was born in 1880. */
const earliestBirthYear = 1800;

/** Upper-cases, narrows full-width characters and removes spaces: what people type to the stored form. */
export function normaliseIdNumber(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
}

/**
 * Judges the stored form (a lower-case x is refused). With `on` (`YYYY-MM-DD`), a birthday after
 * that day is refused too.
 */
export function checkIdNumber(text: string, on?: string): CheckResult {
  if (!/^\d{17}[\dX]$/.test(text)) {
    return refuse('身份证号码长度或字符不符：应为18位，前17位为数字，末位为数字或大写X');
  }
  const birthday = birthdayOf(text);
  if (birthday === undefined) return refuse(`出生日期不存在：第7至14位为“${text.slice(6, 14)}”，请核对`);
  if (on !== undefined && birthday > on) return refuse('出生日期晚于今天，请核对第7至14位');
  const expected = idNumberCheckCharacter(text.slice(0, 17));
  if (text.charAt(17) !== expected)
    return refuse(`校验不符：按前17位计算，末位应为${expected}，请核对全部号码`);
  return accept();
}

/** The check character of the first 17 digits. */
function idNumberCheckCharacter(first17: string): string {
  let sum = 0;
  for (const [index, weight] of weights.entries()) sum += Number(first17.charAt(index)) * weight;
  return checkCharacters.charAt(sum % 11);
}

function birthdayOf(text: string): string | undefined {
  const year = Number(text.slice(6, 10));
  const month = Number(text.slice(10, 12));
  const day = Number(text.slice(12, 14));
  if (year < earliestBirthYear || !isRealDate(year, month, day)) return undefined;
  return `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
}

/** `YYYY-MM-DD`, or undefined when the number is not valid. */
export function idNumberBirthday(text: string): string | undefined {
  return checkIdNumber(text).valid ? birthdayOf(text) : undefined;
}

/** By the 17th digit (odd is male), or undefined when the number is not valid. */
export function idNumberSex(text: string): 'male' | 'female' | undefined {
  if (!checkIdNumber(text).valid) return undefined;
  return Number(text.charAt(16)) % 2 === 1 ? 'male' : 'female';
}

/** Whole years lived on the day `on` (`YYYY-MM-DD`), or undefined when the number is not valid. */
export function ageOn(text: string, on: string): number | undefined {
  const birthday = idNumberBirthday(text);
  if (birthday === undefined || birthday > on) return undefined;
  const years = Number(on.slice(0, 4)) - Number(birthday.slice(0, 4));
  return on.slice(5) < birthday.slice(5) ? years - 1 : years;
}

/** A 15-digit number of the first generation written with 18 characters, or undefined when it is none. */
export function upgradeIdNumber15(text: string): string | undefined {
  if (!/^\d{15}$/.test(text)) return undefined;
  const first17 = `${text.slice(0, 6)}19${text.slice(6)}`;
  if (birthdayOf(first17) === undefined) return undefined;
  return first17 + idNumberCheckCharacter(first17);
}

/** Composes a number with the right check character, for examples and demonstration data. Throws RangeError. */
export function makeIdNumber(area: string, birthday: string, sequence: string | number): string {
  const first17 = `${area}${birthday.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  if (!/^\d{17}$/.test(first17)) throw new RangeError('area, birthday and sequence must make 17 digits');
  if (birthdayOf(first17) === undefined) throw new RangeError('the birthday does not exist');
  return first17 + idNumberCheckCharacter(first17);
}
