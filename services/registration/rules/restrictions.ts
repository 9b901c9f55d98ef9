import { isMortgageable } from '@hengchan/register';
import type { Rule } from '@hengchan/rules';
import { mortgagesOf, ownershipOf, partiesOf, type RegistrationFacts, seizuresOf } from '../facts.ts';
import { law } from '../law.ts';
import { carriesNumber } from '../proof-number.ts';

type RegistrationRule = Rule<RegistrationFacts>;

/** 要注销的抵押权确实存在，且由抵押权人申请。 */
const mortgageChosen: RegistrationRule = {
  code: 'MORTGAGE_CHOSEN',
  version: 1,
  title: '抵押登记存在且属于申请人',
  weight: 'block',
  citation: law.mortgageEnds,
  text: '主债权消灭、担保物权实现、债权人放弃担保物权等情形，担保物权消灭。',
  message: '该不动产没有属于申请人的现势抵押登记；有多笔的，请填写不动产登记证明号。',
  check(facts) {
    const proof = String(facts.form.proofNumber ?? '');
    const mine = new Set(partiesOf(facts, 'mortgagee').map((party) => party.idIndex));
    const candidates = facts.units
      .flatMap(mortgagesOf)
      .filter((right) => right.holders.some((holder) => mine.has(holder.idIndex)))
      .filter((right) => proof === '' || carriesNumber(right, proof));
    return {
      pass: candidates.length === 1,
      saw: { proof, found: candidates.map((right) => right.certificate ?? right.id) },
    };
  },
};

/** 土地所有权、宅基地使用权不得单独抵押；业主共有部分不得抵押。 */
const mortgageable: RegistrationRule = {
  code: 'MORTGAGEABLE',
  version: 1,
  title: '属于可以抵押的财产',
  weight: 'block',
  citation: law.notMortgageable,
  text: '土地所有权，宅基地、自留地、自留山等集体所有土地的使用权（法律规定可以抵押的除外）等财产不得抵押。',
  message: '土地所有权和宅基地使用权不得单独抵押，业主共有部分不得抵押。',
  check(facts) {
    const barred = facts.units.flatMap((unit) => {
      const title = ownershipOf(unit);
      const free = !title || (isMortgageable(title.rightType) && !title.content.commonParts);
      return free ? [] : [{ unit: unit.code, rightType: title.rightType }];
    });
    return { pass: barred.length === 0, saw: { barred } };
  },
};

/** 查封期限不超过三年。 */
const seizureTermLawful: RegistrationRule = {
  code: 'SEIZURE_TERM_LAWFUL',
  version: 1,
  title: '查封期限合法',
  weight: 'block',
  citation: law.seizureTerm,
  text: '人民法院查封不动产的期限不得超过三年；续行查封的期限不得超过该期限。',
  message: '查封期限不能超过三年。',
  parameters: { months: 36 },
  check(facts, parameters) {
    const months = Number(facts.form.months);
    return { pass: months >= 1 && months <= Number(parameters.months), saw: { months } };
  },
};

/** 送达时间不得晚于现在。 */
const deliveredAlready: RegistrationRule = {
  code: 'DELIVERED_ALREADY',
  version: 1,
  title: '送达时间可信',
  weight: 'block',
  citation: law.seizureOrder,
  text: '两个以上人民法院查封同一不动产的，依送达登记机构的先后确定查封与轮候顺序。',
  message: '送达时间不能晚于当前时间。',
  check(facts) {
    const delivered = String(facts.form.deliveredAt ?? facts.now);
    return { pass: Date.parse(delivered) <= Date.parse(facts.now), saw: { delivered, now: facts.now } };
  },
};

/** 被执行人是登记权利人。 */
const respondentHolds: RegistrationRule = {
  code: 'RESPONDENT_HOLDS',
  version: 1,
  title: '被执行人与登记簿权利人一致',
  weight: 'person',
  citation: law.seizureOrder,
  text: '登记机构协助执行，不对生效法律文书和协助执行通知书进行实体审查；发现权属与文书不符的，应当书面提出。',
  message: '被执行人不是登记簿记载的权利人，须由协助执行岗位核对文书后办理。',
  check(facts) {
    const respondents = partiesOf(facts, 'respondent');
    const holders = facts.units.flatMap((unit) => ownershipOf(unit)?.holders ?? []);
    const strangers = respondents
      .filter((party) => !holders.some((holder) => holder.idIndex === party.idIndex))
      .map((party) => party.name);
    return { pass: strangers.length === 0, saw: { strangers } };
  },
};

/** 要解除（续封）的查封由同一机关作出。 */
const seizureChosen: RegistrationRule = {
  code: 'SEIZURE_CHOSEN',
  version: 1,
  title: '查封登记存在且由本机关作出',
  weight: 'block',
  citation: law.seizureRelease,
  text: '查封、扣押、冻结由作出的人民法院裁定解除；登记机构依解除查封裁定和协助执行通知书办理。',
  message: '该不动产没有由本机关作出的现势查封；有多件的，请填写原协助执行通知书文号。',
  check(facts) {
    const document = String(facts.form.originalDocumentNumber ?? '');
    const authorities = new Set(partiesOf(facts, 'authority').map((party) => party.name));
    const candidates = facts.units
      .flatMap(seizuresOf)
      .filter((right) => authorities.has(right.content.authority.name))
      .filter((right) => document === '' || right.content.documentNumber === document);
    return {
      pass: candidates.length === 1,
      saw: { document, found: candidates.map((right) => right.content.documentNumber) },
    };
  },
};

export const restrictionRules = [
  mortgageChosen,
  mortgageable,
  seizureTermLawful,
  deliveredAlready,
  respondentHolds,
  seizureChosen,
];
