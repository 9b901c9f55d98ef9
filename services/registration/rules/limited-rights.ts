import type { Right, RightKind } from '@hengchan/register';
import type { Rule } from '@hengchan/rules';
import { isDateText, yuan } from '@hengchan/standards';
import { rightChangeIn } from '../changes.ts';
import { agreeing, mortgagesOf, ownershipOf, partiesOf, type RegistrationFacts, rightsOf } from '../facts.ts';
import { law } from '../law.ts';
import { carriesNumber } from '../proof-number.ts';

type RegistrationRule = Rule<RegistrationFacts>;

/** The rights of a kind the form's proof number may mean: with a number those that carry it, else all. */
export function meantBy(facts: RegistrationFacts, kind: RightKind): Right[] {
  const proof = facts.form.proofNumber;
  const rights = facts.units.flatMap((unit): Right[] => rightsOf(unit, kind));
  return typeof proof === 'string' && proof !== ''
    ? rights.filter((right) => carriesNumber(right, proof))
    : rights;
}

/** Those of the mortgages meant that are the applicant's: a unit may be mortgaged to several. */
function ofMortgagee(facts: RegistrationFacts): Right[] {
  const mine = new Set(partiesOf(facts, 'mortgagee').map((party) => party.idIndex));
  const all = meantBy(facts, 'mortgage');
  return mine.size === 0
    ? all
    : all.filter((right) => right.holders.some((holder) => mine.has(holder.idIndex)));
}

/** 要变更、转移、注销的权利确实存在，并属于申请人。 */
const rightChosen: RegistrationRule = {
  code: 'RIGHT_CHOSEN',
  version: 1,
  title: '所申请的权利存在且属于申请人',
  weight: 'block',
  citation: law.inspection,
  text: '登记机构查验有关证明材料、文件与申请登记的内容是否一致。',
  message: '登记簿上没有属于申请人的这项现势权利；有多项的，请填写不动产登记证明号。',
  parameters: { kind: '', role: '' },
  check(facts, { kind, role }) {
    const mine = new Set(partiesOf(facts, String(role)).map((party) => party.idIndex));
    const found = meantBy(facts, kind as RightKind);
    const own = found.filter((right) => right.holders.some((holder) => mine.has(holder.idIndex)));
    // An easement is on the pages of both lands: once for each unit of the case.
    const origins = kind === 'easement' ? new Set(own.map((right) => right.certificate)) : new Set(own);
    return { pass: origins.size === 1, saw: { found: found.length, own: own.length } };
  },
};

/** 变更的内容写得明确、与登记簿不同。 */
const rightChangeNamed: RegistrationRule = {
  code: 'RIGHT_CHANGE_NAMED',
  version: 1,
  title: '写明了变更后的内容',
  weight: 'block',
  citation: law.alterationCases,
  text: '抵押担保的范围、主债权数额、债务履行期限、抵押权顺位，地役权的利用目的、方法等发生变化的，当事人可以申请变更登记。',
  message:
    '变更后的内容无法记载：金额填元（如 900000.00），期限填日期（如 2056-11-19），是否约定限制转让填“是”或“否”。',
  check(facts) {
    const change = rightChangeIn(facts.form);
    return { pass: change !== undefined, saw: { matter: facts.form.matter, readable: change !== undefined } };
  },
};

/** 增加被担保债权数额，须顺位在后的抵押权人同意。 */
const increaseConsented: RegistrationRule = {
  code: 'INCREASE_CONSENTED',
  version: 1,
  title: '增加担保数额经其他抵押权人同意',
  weight: 'block',
  citation: law.mortgageAlteration,
  text: '抵押权人与抵押人可以协议变更抵押权顺位以及被担保的债权数额等内容。但是，抵押权的变更未经其他抵押权人书面同意的，不得对其他抵押权人产生不利影响。',
  message: '增加被担保的债权数额，须顺位在后的抵押权人作为同意人参加。',
  check(facts) {
    const change = rightChangeIn(facts.form);
    const mine = new Set(partiesOf(facts, 'mortgagee').map((party) => party.idIndex));
    const taking = agreeing(facts);
    const against = facts.units.flatMap((unit) => {
      const all = mortgagesOf(unit);
      const changed = meantBy({ ...facts, units: [unit] }, 'mortgage').find((right) =>
        right.holders.some((holder) => mine.has(holder.idIndex)),
      );
      if (changed?.kind !== 'mortgage') return [];
      if (Number(change?.principal ?? 0) <= changed.content.principal) return [];
      return all
        .filter((right) => right.rank > changed.rank)
        .filter((right) => !right.holders.every((holder) => taking.has(holder.idIndex)))
        .map((right) => ({ rank: right.rank }));
    });
    return { pass: against.length === 0, saw: { against } };
  },
};

/** 最高额抵押债权确定前，抵押权不随部分债权转让，另有约定除外。 */
const maximumTransferAgreed: RegistrationRule = {
  code: 'MAXIMUM_TRANSFER_AGREED',
  version: 1,
  title: '最高额抵押权转让符合约定',
  weight: 'block',
  citation: law.maximumMortgageTransfer,
  text: '最高额抵押担保的债权确定前，部分债权转让的，最高额抵押权不得转让，但是当事人另有约定的除外。',
  message: '最高额抵押的债权尚未确定，抵押权不能转让；当事人另有约定的，请在表单中勾选并提交约定。',
  check(facts) {
    const open = ofMortgagee(facts).filter(
      (right) =>
        right.kind === 'mortgage' && right.content.mode === '2' && right.content.determinedOn === undefined,
    );
    const agreed = facts.form.agreed === true;
    return { pass: open.length === 0 || agreed, saw: { open: open.length, agreed } };
  },
};

/** 只有最高额抵押权办理债权确定，数额不得超过最高债权额。 */
const maximumToDetermine: RegistrationRule = {
  code: 'MAXIMUM_TO_DETERMINE',
  version: 1,
  title: '最高额抵押权的债权确定',
  weight: 'block',
  citation: law.claimsFixed,
  text: '约定的债权确定期间届满等情形，抵押权人的债权确定；确定的债权以最高债权额为限享有优先受偿。',
  message: '该抵押权不是债权未确定的最高额抵押权，或确定的数额超过最高债权额、确定日期晚于今天。',
  check(facts) {
    const [right] = ofMortgagee(facts);
    const { determinedOn, principal } = facts.form;
    const pass =
      right?.kind === 'mortgage' &&
      right.content.mode === '2' &&
      right.content.determinedOn === undefined &&
      typeof determinedOn === 'string' &&
      determinedOn <= facts.today &&
      yuan(String(principal)) <= right.content.principal;
    return { pass, saw: { determinedOn, principal } };
  },
};

/** 期限的起止日期存在且先后正确。 */
const termInOrder: RegistrationRule = {
  code: 'TERM_IN_ORDER',
  version: 1,
  title: '权利期限起止正确',
  weight: 'block',
  citation: law.refusal,
  text: '申请登记的不动产权利超过规定期限的，登记机构应当不予登记。',
  message: '期限的起止日期有误：起始日不能晚于届满日，也不能超过土地（承包）期限；土地经营权须为五年以上。',
  parameters: { years: 0, withinLandTerm: true },
  check(facts, { years, withinLandTerm }) {
    const { termFrom, termTo } = facts.form;
    const saw = { termFrom, termTo };
    if (termTo === undefined || termTo === '') return { pass: years === 0, saw };
    if (!isDateText(String(termFrom)) || !isDateText(String(termTo))) return { pass: false, saw };
    const [from, to] = [String(termFrom), String(termTo)];
    const least = `${Number(from.slice(0, 4)) + Number(years)}${from.slice(4)}`;
    const landTerm = withinLandTerm ? facts.units[0]?.landTermTo : undefined;
    const pass = from <= to && (years === 0 || to >= least) && (landTerm === undefined || to <= landTerm);
    return { pass, saw: { ...saw, landTerm } };
  },
};

/** 供役地、需役地的申请人分别是各自的权利人。 */
const easementPartiesHold: RegistrationRule = {
  code: 'EASEMENT_PARTIES_HOLD',
  version: 1,
  title: '供役地、需役地的权利人参加申请',
  weight: 'block',
  citation: law.easement,
  text: '地役权人有权按照合同约定，利用他人的不动产，以提高自己的不动产的效益。他人的不动产为供役地，自己的不动产为需役地。',
  message: '第一个单元应为供役地，其余为需役地；供役地权利人、需役地权利人须分别为登记簿上的全体权利人。',
  check(facts) {
    const [servient, ...dominant] = facts.units;
    const taking = new Set(
      partiesOf(
        facts,
        facts.parties.some((party) => party.role === 'newDominant') ? 'newDominant' : 'dominant',
      ).map((party) => party.idIndex),
    );
    const giving = new Set(partiesOf(facts, 'servient').map((party) => party.idIndex));
    const all = (unit: (typeof facts.units)[number] | undefined, people: ReadonlySet<string>) => {
      const holders = unit && ownershipOf(unit)?.holders;
      return holders !== undefined && holders.length > 0 && holders.every((one) => people.has(one.idIndex));
    };
    const pass = all(servient, giving) && dominant.length > 0 && dominant.every((unit) => all(unit, taking));
    return { pass, saw: { servient: servient?.code, dominant: dominant.map((unit) => unit.code) } };
  },
};

/** 居住权只能在住宅上设立。 */
const homeOnly: RegistrationRule = {
  code: 'HOME_ONLY',
  version: 1,
  title: '居住权设立在住宅上',
  weight: 'block',
  citation: law.habitation,
  text: '居住权人有权按照合同约定，对他人的住宅享有占有、使用的用益物权，以满足生活居住的需要。',
  message: '居住权只能设立在住宅上，该不动产不是住宅。',
  check(facts) {
    const others = facts.units
      .filter((unit) => unit.kind !== 'house' || !unit.use.startsWith('1'))
      .map((unit) => unit.code);
    return { pass: others.length === 0, saw: { others } };
  },
};

/** 异议申请人不是登记簿上的权利人。 */
const objectorNotHolder: RegistrationRule = {
  code: 'OBJECTOR_NOT_HOLDER',
  version: 1,
  title: '异议由利害关系人提出',
  weight: 'block',
  citation: law.rectification,
  text: '不动产登记簿记载的权利人不同意更正的，利害关系人可以申请异议登记。',
  message: '登记簿上的权利人不能提出异议登记；登记簿记载有误的，请申请更正登记。',
  check(facts) {
    const objectors = new Set(partiesOf(facts, 'objector').map((party) => party.idIndex));
    const same = facts.units
      .flatMap((unit) => ownershipOf(unit)?.holders ?? [])
      .filter((holder) => objectors.has(holder.idIndex))
      .map((holder) => holder.name);
    return { pass: objectors.size > 0 && same.length === 0, saw: { same } };
  },
};

/** 同一申请人对同一事项不得重复提出异议登记。 */
const objectionNew: RegistrationRule = {
  code: 'OBJECTION_NEW',
  version: 1,
  title: '不是重复的异议',
  weight: 'block',
  citation: law.objectionRepeated,
  text: '异议登记失效后，申请人就同一事项以同一理由再次申请异议登记的，登记机构不予受理。',
  message: '您对该不动产的同一事项已提出过异议登记，不能再次申请；请直接向人民法院起诉。',
  check(facts) {
    const objectors = new Set(partiesOf(facts, 'objector').map((party) => party.idIndex));
    const matter = String(facts.form.matter ?? '').trim();
    const isMine = (right: Right) => right.holders.some((holder) => objectors.has(holder.idIndex));
    const standing = facts.units.flatMap((unit) => rightsOf(unit, 'objection'));
    const over = facts.units.flatMap((unit) => unit.pastObjections ?? []);
    const current = standing.some(isMine);
    const repeated = [...standing, ...over].some(
      (right) => isMine(right) && right.content.matter.trim() === matter,
    );
    return { pass: !current && !repeated, saw: { current, repeated } };
  },
};

/** 要解除的限制确实存在。 */
const lockStands: RegistrationRule = {
  code: 'LOCK_STANDS',
  version: 1,
  title: '限制登记存在',
  weight: 'block',
  citation: law.inspection,
  text: '登记机构查验有关证明材料、文件与申请登记的内容是否一致。',
  message: '该不动产没有限制登记，或限制不是由该机关作出的。',
  check(facts) {
    const authorities = partiesOf(facts, 'authority').map((party) => party.name);
    const locks = facts.units
      .flatMap((unit) => rightsOf(unit, 'lock'))
      .map((right) => right.content.authority.name);
    const pass =
      locks.length > 0 && (authorities.length === 0 || locks.every((name) => authorities.includes(name)));
    return { pass, saw: { locks, authorities } };
  },
};

export const limitedRightRules = [
  rightChosen,
  rightChangeNamed,
  increaseConsented,
  maximumTransferAgreed,
  maximumToDetermine,
  termInOrder,
  easementPartiesHold,
  homeOnly,
  objectorNotHolder,
  objectionNew,
  lockStands,
];
