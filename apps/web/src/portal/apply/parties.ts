import {
  checkIdentity,
  identityTypes,
  normaliseIdNumber,
  parseShare,
  sharesSumToOne,
} from '@hengchan/standards';
import type { PartyRole } from '../../api/businesses.ts';
import type { PartyInput } from '../../api/types.ts';
import type { PartyDraft } from './draft.ts';

const personTypes = [
  { value: identityTypes.idCard, title: '居民身份证' },
  { value: identityTypes.hongKongMacaoTaiwan, title: '港澳台身份证件' },
  { value: identityTypes.passport, title: '护照' },
  { value: identityTypes.officerCard, title: '军官证' },
  { value: identityTypes.householdRegister, title: '户口簿' },
  { value: identityTypes.other, title: '其他' },
];

const organisationTypes = [
  { value: identityTypes.creditCode, title: '统一社会信用代码' },
  { value: identityTypes.businessLicence, title: '营业执照' },
  { value: identityTypes.organisationCode, title: '组织机构代码' },
];

export function identityChoices(kinds: readonly string[]): { value: string; title: string }[] {
  return [
    ...(kinds.includes('person') ? personTypes : []),
    ...(kinds.includes('organisation') ? organisationTypes : []),
  ];
}

/** What most people of the role have. */
export function firstIdentityType(role: PartyRole): string {
  return identityChoices(role.kinds)[0]?.value ?? identityTypes.idCard;
}

export function identityTitle(idType: string): string {
  return [...personTypes, ...organisationTypes].find((type) => type.value === idType)?.title ?? '证件';
}

export type PartyErrors = Partial<Record<'name' | 'idNumber' | 'share', string>>;

export interface RoleErrors {
  /** By key of the party. */
  parties: Record<string, PartyErrors>;
  /** About all of them together. */
  together?: string;
}

/** What to change before going on; nothing when all is well. */
export function checkRole(role: PartyRole, parties: readonly PartyDraft[]): RoleErrors | undefined {
  const found: RoleErrors = { parties: {} };
  for (const party of parties) {
    const errors = checkParty(party);
    if (Object.keys(errors).length > 0) found.parties[party.key] = errors;
  }
  const together = checkTogether(role, parties);
  if (together) found.together = together;
  return Object.keys(found.parties).length > 0 || together ? found : undefined;
}

function checkParty(party: PartyDraft): PartyErrors {
  const errors: PartyErrors = {};
  if (party.name.trim() === '') errors.name = '请填写姓名或名称';
  if (party.share.trim() !== '' && !parseShare(party.share))
    errors.share = '份额应写成分数或百分数，例如 1/2 或 50%';
  if (party.masked) return errors;
  const result = checkIdentity(party.idType, normaliseIdNumber(party.idNumber));
  if (party.idNumber.trim() === '') errors.idNumber = '请填写证件号码';
  else if (!result.valid) errors.idNumber = result.reason;
  return errors;
}

function checkTogether(role: PartyRole, parties: readonly PartyDraft[]): string | undefined {
  if (parties.length < role.minimum) return `${role.title}至少 ${role.minimum} 位`;
  const numbers = parties.map((party) => `${party.idType} ${normaliseIdNumber(party.idNumber)}`);
  if (!parties.some((party) => party.masked) && new Set(numbers).size < numbers.length)
    return '有两位的证件号码相同';
  if (!role.takesShares) return undefined;
  const given = parties.filter((party) => party.share.trim() !== '');
  if (given.length === 0) return undefined;
  if (given.length < parties.length) return '按份共有的，每一位都要填写份额；共同共有的，都不填';
  const shares = given.flatMap((party) => parseShare(party.share) ?? []);
  if (shares.length === given.length && !sharesSumToOne(shares)) return '各人份额相加应等于全部，请检查';
  return undefined;
}

/** As the server takes them, in the order of the roles. */
export function partyInputs(
  roles: readonly PartyRole[],
  parties: Record<string, PartyDraft[]>,
): PartyInput[] {
  return roles.flatMap((role) =>
    (parties[role.role] ?? []).map((party) => {
      const share = role.takesShares && party.share.trim() !== '' ? parseShare(party.share) : undefined;
      return {
        role: role.role,
        name: party.name.trim(),
        idType: party.idType,
        idNumber: normaliseIdNumber(party.idNumber),
        ...(share && { share }),
      };
    }),
  );
}
