import type { BusinessDefinition, NewParty } from '@hengchan/casework';
import { type FieldError, type Platform, platformErrors } from '@hengchan/platform';
import { checkIdentity, identityTypes, maskIdNumber, parseShare, type Share } from '@hengchan/standards';
import type { PartyInput } from '../schema.ts';

const bodies = ['6', '7', '8'];
const identityKinds: ReadonlySet<string> = new Set(Object.values(identityTypes));

/**
 * Checks the parties as given (roles, identity numbers, shares) and seals their identity numbers.
 * Throws INVALID_REQUEST naming every wrong field.
 */
export function readParties(
  platform: Platform,
  definition: BusinessDefinition,
  given: readonly PartyInput[],
): NewParty[] {
  const errors: FieldError[] = [];
  const seen = new Set<string>();
  const parties = given.map((party, index): NewParty => {
    const at = (field: string) => `/parties/${index}/${field}`;
    const role = definition.parties.find((each) => each.role === party.role);
    if (!role)
      errors.push({
        path: at('role'),
        message: `该业务没有“${party.role}”这个角色，可选：${definition.parties.map((each) => each.role).join('、')}`,
      });
    const number = party.idNumber.replaceAll(/\s/g, '').toUpperCase();
    const checked = checkIdentity(party.idType, number);
    const field = identityKinds.has(party.idType) ? 'idNumber' : 'idType';
    if (!checked.valid) errors.push({ path: at(field), message: checked.reason });
    const kind = bodies.includes(party.idType) ? 'organisation' : 'person';
    if (role && !role.kinds.includes(kind)) {
      errors.push({
        path: at('idType'),
        message: kind === 'person' ? `${role.title}须为单位` : `${role.title}须为自然人`,
      });
    }
    const idIndex = platform.cipher.index(number);
    const same = `${party.role}/${idIndex}`;
    if (seen.has(same)) errors.push({ path: at('idNumber'), message: '同一角色中证件号码重复' });
    seen.add(same);
    const share = readShare(party, at('share'), errors);
    if (share && role && !role.takesShares)
      errors.push({ path: at('share'), message: `${role.title}不填写份额` });
    return {
      role: party.role,
      name: party.name.trim(),
      idType: party.idType,
      idSealed: platform.cipher.seal(number),
      idIndex,
      idMasked: maskIdNumber(number),
      ...(share ? { share } : {}),
    };
  });
  for (const [index, party] of parties.entries()) {
    if (party.name === '') errors.push({ path: `/parties/${index}/name`, message: '请填写姓名或名称' });
  }
  if (errors.length > 0) throw platformErrors.INVALID_REQUEST({ errors });
  return parties;
}

function readShare(party: PartyInput, path: string, errors: FieldError[]): Share | undefined {
  if (party.share === undefined) return undefined;
  const share = typeof party.share === 'string' ? parseShare(party.share) : party.share;
  const { numerator, denominator } = share ?? { numerator: 0, denominator: 0 };
  if (
    !share ||
    numerator < 1 ||
    denominator < 1 ||
    numerator > denominator ||
    denominator > 1_000_000_000_000
  ) {
    errors.push({ path, message: '份额应为不超过 1 的分数，例如 1/2' });
    return undefined;
  }
  return { numerator: Number(numerator), denominator: Number(denominator) };
}
