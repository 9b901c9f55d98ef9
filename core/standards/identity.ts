import { accept, type CheckResult, refuse } from './check-result.ts';
import { checkCreditCode, checkOrganisationCode } from './credit-code.ts';
import { checkIdNumber } from './id-number.ts';

/** Codes of 证件种类 (dictionary ZJZL; 8 is in use but not in the trial dictionary). */
export const identityTypes = {
  idCard: '1',
  hongKongMacaoTaiwan: '2',
  passport: '3',
  householdRegister: '4',
  officerCard: '5',
  organisationCode: '6',
  businessLicence: '7',
  creditCode: '8',
  other: '99',
} as const;

/** Longest number of any document that is taken as it stands. */
const longestFreeNumber = 50;

/**
 * Checks a document number by the kind of document. Only numbers with a published structure are
 * refused on it; passports, officer cards and old papers differ by place and pass as free text.
 */
export function checkIdentity(idType: string, number: string): CheckResult {
  switch (idType) {
    case identityTypes.idCard:
      return checkIdNumber(number);
    case identityTypes.hongKongMacaoTaiwan:
      return checkHongKongMacaoTaiwan(number);
    case identityTypes.passport:
      return /^[0-9A-Z]{5,20}$/.test(number) ? accept() : refuse('护照号码应为5至20位大写字母和数字');
    case identityTypes.householdRegister:
    case identityTypes.officerCard:
    case identityTypes.other:
      return checkFree(number);
    case identityTypes.organisationCode:
      return number.length === 18 ? checkCreditCode(number) : checkOrganisationCode(number);
    case identityTypes.businessLicence:
      return checkBusinessLicence(number);
    case identityTypes.creditCode:
      return checkCreditCode(number);
    default:
      return refuse(`没有这个证件种类代码：${idType}`);
  }
}

/** Residence permits have the citizen number's structure; travel permits and local cards only a shape. */
function checkHongKongMacaoTaiwan(number: string): CheckResult {
  if (/^\d{17}[\dX]$/.test(number)) {
    const result = checkIdNumber(number);
    if (!result.valid || /^(81|82|83)0000/.test(number)) return result;
    return accept(['号码前6位不是810000、820000或830000，请核对是否为港澳台居民居住证']);
  }
  if (/^[HM]\d{8}(\d{2})?$/.test(number) || /^\d{8}$/.test(number)) return accept();
  const free = checkFree(number);
  return free.valid ? accept(['号码不是居住证或通行证的常见格式，请核对证件']) : free;
}

function checkBusinessLicence(number: string): CheckResult {
  if (number.length === 18) return checkCreditCode(number);
  if (/^\d{15}$/.test(number) || /^\d{13}$/.test(number)) return accept();
  const free = checkFree(number);
  return free.valid ? accept(['号码不是18位统一社会信用代码或15位注册号，请核对执照']) : free;
}

function checkFree(number: string): CheckResult {
  if (number.trim() !== number || number === '') return refuse('证件号码不能为空，首尾不能有空格');
  if (number.length > longestFreeNumber) return refuse(`证件号码不能超过${longestFreeNumber}个字`);
  if (/\p{Cc}/u.test(number)) return refuse('证件号码中有不可见字符，请重新输入');
  return accept();
}

/**
 * Hides the middle of a number: the first 3 and last 4 characters stay of 15 or more, 2 and 2 of
 * 8 to 14, and only the first of shorter ones.
 */
export function maskIdNumber(text: string): string {
  if (text.length >= 15) return masked(text, 3, 4);
  if (text.length >= 8) return masked(text, 2, 2);
  return masked(text, 1, 0);
}

/** 李* , 李*明, 欧**德: the first and, from three characters on, the last stay. */
export function maskName(text: string): string {
  const characters = [...text];
  if (characters.length <= 2) return masked(text, 1, 0);
  return `${characters[0]}${'*'.repeat(characters.length - 2)}${characters.at(-1)}`;
}

function masked(text: string, front: number, back: number): string {
  const characters = [...text];
  const hidden = Math.max(characters.length - front - back, 0);
  return [
    ...characters.slice(0, front),
    '*'.repeat(hidden),
    ...(back > 0 ? characters.slice(-back) : []),
  ].join('');
}
