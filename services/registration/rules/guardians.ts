import type { Rule } from '@hengchan/rules';
import { type PartyFact, partiesOf, type RegistrationFacts } from '../facts.ts';
import { law } from '../law.ts';
import { disposingRoles } from './parties.ts';

type RegistrationRule = Rule<RegistrationFacts>;

/** Who is not of age today, by the birthday the police have or the one in the number. */
function minorsAmong(facts: RegistrationFacts, roles: readonly string[], majority: number): PartyFact[] {
  const limit = `${Number(facts.today.slice(0, 4)) - majority}${facts.today.slice(4)}`;
  return facts.parties.filter((party) => roles.includes(party.role) && (party.born ?? '') > limit);
}

/** 未成年人处分不动产，须由监护人证明为其利益。 */
const minorsProtected: RegistrationRule = {
  code: 'MINORS_PROTECTED',
  version: 1,
  title: '未成年人利益',
  weight: 'person',
  citation: law.guardian,
  text: '监护人应当按照最有利于被监护人的原则履行监护职责。监护人除为维护被监护人利益外，不得处分被监护人的财产。',
  message: '转让方中有未成年人，须由登记人员核对监护人及为被监护人利益的证明。',
  parameters: { majority: 18 },
  check(facts, parameters) {
    const minors = minorsAmong(facts, disposingRoles, Number(parameters.majority)).map(({ name }) => name);
    return { pass: minors.length === 0, saw: { minors } };
  },
};

/** 未成年人由监护人代为申请，监护人不得自己受让。 */
const guardianTakesPart: RegistrationRule = {
  code: 'GUARDIAN_TAKES_PART',
  version: 1,
  title: '未成年人由监护人代为申请',
  weight: 'block',
  citation: law.guardianRepresents,
  text: '无民事行为能力人、限制民事行为能力人的监护人是其法定代理人。',
  message: '当事人中有未成年人，应当由监护人代为申请，并提交监护关系证明和为被监护人利益处分的书面保证。',
  parameters: { majority: 18 },
  check(facts, { majority }) {
    const minors = minorsAmong(facts, [...disposingRoles, 'transferee'], Number(majority));
    const guardians = partiesOf(facts, 'guardian');
    const saw = {
      minors: minors.map(({ name }) => name),
      guardians: guardians.map(({ name }) => name),
    };
    if (minors.length === 0) return { pass: true, saw };
    // A guardian's confirmation online would have to stand for the child's, who has no account to confirm with.
    if (facts.channel === 'online')
      return { pass: false, saw, message: '当事人中有未成年人，请由监护人到登记机构窗口代为申请。' };
    const takers = new Set(partiesOf(facts, 'transferee').map(({ idIndex }) => idIndex));
    const children = new Set(minors.map(({ idIndex }) => idIndex));
    const free = guardians.filter(({ idIndex }) => !takers.has(idIndex) && !children.has(idIndex));
    if (guardians.length > 0 && free.length === 0)
      return {
        pass: false,
        saw,
        message: '监护人自己受让被监护人的不动产的，应当由其他监护人代为申请。',
      };
    return { pass: free.length > 0, saw };
  },
};

export const guardianRules = [minorsProtected, guardianTakesPart];
