import { accept, type CheckResult, refuse } from './check-result.ts';

/**
 * The 18-character unified social credit code (统一社会信用代码, GB 32100-2015) and the organisation
 * code inside it (GB 11714-1997).
 *
 * The 18th character refuses; the 17th only notes: some real companies carry an organisation code
 * whose own check is wrong (said by practitioners, not verified).
 */

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];
const structure = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

export interface CreditCodeParts {
  /** 1 registering department: 9 market supervision, 1 establishment office, 5 civil affairs … */
  department: string;
  /** 1 kind of body within the department */
  category: string;
  /** 6 area of the registering authority */
  area: string;
  /** 8 characters; the 9th of the organisation code is computed */
  organisation: string;
}

/** Upper-cases, narrows full-width characters and removes spaces. */
export function normaliseCreditCode(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
}

/** Judges the stored form (capitals only). */
export function checkCreditCode(text: string): CheckResult {
  if (!structure.test(text)) {
    return refuse(
      '统一社会信用代码长度或字符不符：应为18位大写字母和数字，不含I、O、S、V、Z，第3至8位为数字',
    );
  }
  const organisationCheck = organisationCheckCharacter(text.slice(8, 16));
  const notes =
    text.charAt(16) === organisationCheck ? [] : [`第17位（组织机构代码校验）应为${organisationCheck}`];
  const expected = creditCodeCheckCharacter(text.slice(0, 17));
  if (text.charAt(17) !== expected)
    return refuse(`校验不符：按前17位计算，第18位应为${expected}，请核对`, notes);
  return accept(notes);
}

/** The 18th character for the first 17 (MOD 31-3: weight of place i is 3^(i-1) mod 31). */
function creditCodeCheckCharacter(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

/** The 9th character of an organisation code for its first 8 (letters count A=10 … Z=35). */
function organisationCheckCharacter(first8: string): string {
  let sum = 0;
  for (const [index, weight] of organisationWeights.entries()) {
    sum += Number.parseInt(first8.charAt(index), 36) * weight;
  }
  const value = 11 - (sum % 11);
  if (value === 10) return 'X';
  return value === 11 ? '0' : String(value);
}

/** A 9-character organisation code, with or without the hyphen. A wrong check is only noted. */
export function checkOrganisationCode(text: string): CheckResult {
  if (!/^[0-9A-Z]{8}-?[0-9X]$/.test(text)) return refuse('组织机构代码应为8位数字或大写字母加1位校验码');
  const expected = organisationCheckCharacter(text.slice(0, 8));
  return accept(text.endsWith(expected) ? [] : [`组织机构代码校验码应为${expected}`]);
}

/** Completes the first 17 characters, or composes from parts. Throws RangeError when the result is none. */
export function makeCreditCode(from: string | CreditCodeParts): string {
  const first17 = typeof from === 'string' ? from : first17Of(from);
  if (first17.length !== 17) throw new RangeError('the first 17 characters are needed');
  const code = first17 + creditCodeCheckCharacter(first17);
  const result = checkCreditCode(code);
  if (!result.valid) throw new RangeError(result.reason);
  return code;
}

function first17Of(parts: CreditCodeParts): string {
  const check = organisationCheckCharacter(parts.organisation);
  return parts.department + parts.category + parts.area + parts.organisation + check;
}
