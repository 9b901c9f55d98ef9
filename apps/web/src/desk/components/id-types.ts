import { identityTypes } from '@hengchan/standards';

/** 证件种类 as the counter offers them, the usual ones first. */
export const idTypeOptions: readonly { value: string; label: string }[] = [
  { value: identityTypes.idCard, label: '身份证' },
  { value: identityTypes.creditCode, label: '统一社会信用代码' },
  { value: identityTypes.hongKongMacaoTaiwan, label: '港澳台身份证件' },
  { value: identityTypes.passport, label: '护照' },
  { value: identityTypes.householdRegister, label: '户口簿' },
  { value: identityTypes.officerCard, label: '军官证（士兵证）' },
  { value: identityTypes.organisationCode, label: '组织机构代码' },
  { value: identityTypes.businessLicence, label: '营业执照' },
  { value: identityTypes.other, label: '其他' },
];

export function idTypeWord(code: string): string {
  return idTypeOptions.find((option) => option.value === code)?.label ?? code;
}
