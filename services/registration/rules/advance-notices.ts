import type { AdvanceNoticeRight } from '@hengchan/register';
import type { Rule } from '@hengchan/rules';
import { dependentsOf, newNameIn, noticesMeant, noticesOf, type Promised } from '../advance-notice.ts';
import {
  agreeing,
  ownershipOf,
  partiesOf,
  type RegistrationFacts,
  seizuresOf,
  type UnitFact,
} from '../facts.ts';
import { law } from '../law.ts';

type RegistrationRule = Rule<RegistrationFacts>;

export const indexesOf = (facts: RegistrationFacts, role: string) =>
  partiesOf(facts, role).map((party) => party.idIndex);

/** The notices of a unit the parties of a role may mean. */
export const meant = (
  facts: RegistrationFacts,
  unit: UnitFact,
  { role, promised, proof }: Readonly<Record<string, unknown>>,
): AdvanceNoticeRight[] =>
  noticesMeant(unit.rights, indexesOf(facts, String(role)), promised as Promised, facts.form[String(proof)]);

const bodies = ['6', '7', '8'];

/** 预告登记义务人须是登记簿上的全体权利人；尚未首次登记的预售房屋，须是预售企业。 */
const obligorMayPromise: RegistrationRule = {
  code: 'OBLIGOR_MAY_PROMISE',
  version: 1,
  title: '预告登记义务人有权承诺',
  weight: 'block',
  citation: law.advanceNotice,
  text: '当事人签订买卖房屋的协议或者签订其他不动产物权的协议，为保障将来实现物权，按照约定可以向登记机构申请预告登记。',
  message: '预告登记义务人须是登记簿上的全体权利人；尚未办理首次登记的预售商品房，须是预售企业。',
  check(facts) {
    const obligors = partiesOf(facts, 'obligor');
    const claimants = new Set(indexesOf(facts, 'claimant'));
    const problems = facts.units.flatMap((unit) => strangers(unit, obligors));
    const same = obligors.filter((party) => claimants.has(party.idIndex)).map((party) => party.name);
    return {
      pass: obligors.length > 0 && problems.length === 0 && same.length === 0,
      saw: { obligors: obligors.map((party) => party.name), problems, same },
      ...(problems[0] ? { message: problems[0] } : {}),
      ...(same[0] ? { message: `${same[0]}不能既是预告登记权利人又是义务人。` } : {}),
    };
  },
};

function strangers(unit: UnitFact, obligors: RegistrationFacts['parties']): string[] {
  const title = ownershipOf(unit);
  if (!title) {
    if (!unit.exists && unit.surveyed !== true)
      return [`单元 ${unit.code} 没有权籍调查成果，不能办理预告登记。`];
    return obligors
      .filter((party) => !bodies.includes(party.idType))
      .map((party) => `该房屋尚未办理首次登记，预告登记义务人应为预售企业，${party.name}不是。`);
  }
  const others = obligors
    .filter(
      (party) => !title.holders.some((each) => each.idIndex === party.idIndex && each.name === party.name),
    )
    .map((party) => `${party.name}不是该不动产的登记权利人（或姓名、名称不一致），不能作为预告登记义务人。`);
  if (title.coOwnership === '2') return others;
  const absent = title.holders
    .filter((holder) => !obligors.some((party) => party.idIndex === holder.idIndex))
    .map((holder) => `共有人${holder.name}未参加申请；须由全体共有人作为预告登记义务人。`);
  return [...others, ...absent];
}

/** 同一不动产的买卖等预告登记只有一项。 */
const notNoticedYet: RegistrationRule = {
  code: 'NOT_NOTICED_YET',
  version: 1,
  title: '没有在先的买卖预告登记',
  weight: 'block',
  citation: law.advanceNotice,
  text: '预告登记后，未经预告登记的权利人同意，处分该不动产的，不发生物权效力。',
  message: '该不动产已办理买卖等转移的预告登记，不能重复办理；原预告登记注销后再申请。',
  check(facts) {
    const notices = facts.units
      .flatMap((unit) => noticesOf(unit.rights, 'title'))
      .map((notice) => ({
        entry: notice.registeredEntry,
        holders: notice.holders.map((holder) => holder.name),
      }));
    const [first] = notices;
    return {
      pass: notices.length === 0,
      saw: { notices },
      ...(first
        ? {
            message: `该不动产已办理买卖等转移的预告登记（登簿序号 ${first.entry}，预告登记权利人：${first.holders.join('、')}），不能重复办理；原预告登记注销后再申请。`,
          }
        : {}),
    };
  },
};

/** 要变更、转移、注销、转为本登记的预告登记在有效期内，并属于申请人；共有的须全体参加。 */
const noticeChosen: RegistrationRule = {
  code: 'NOTICE_CHOSEN',
  version: 1,
  title: '预告登记有效且属于申请人',
  weight: 'block',
  citation: law.advanceNotice,
  text: '预告登记后，债权消灭或者自能够进行不动产登记之日起九十日内未申请登记的，预告登记失效。',
  message:
    '登记簿上没有全部属于申请人的这项有效预告登记（已失效、已注销的不算；共有的须全体参加）；有多项的，请填写不动产登记证明号。',
  parameters: { role: 'claimant', promised: 'any', proof: 'proofNumber' },
  check(facts, parameters) {
    const found = facts.units.map((unit) => meant(facts, unit, parameters));
    const parties = partiesOf(facts, String(parameters.role));
    const newName = newNameIn(facts.form);
    const renamed = found.flat().flatMap((notice) =>
      notice.holders.flatMap((holder) => {
        const party = parties.find((each) => each.idIndex === holder.idIndex);
        return party && party.name !== holder.name && party.name !== newName
          ? [`${party.name}的姓名与预告登记记载的“${holder.name}”不一致，请先办理预告登记的变更。`]
          : [];
      }),
    );
    return {
      pass: found.length > 0 && found.every((each) => each.length === 1) && renamed.length === 0,
      saw: { found: found.map((each) => each.length), renamed },
      ...(renamed[0] ? { message: renamed[0] } : {}),
    };
  },
};

/** 以该预告登记的权利为基础办理了抵押预告登记的，处分、放弃须其权利人同意。 */
const dependentsConsented: RegistrationRule = {
  code: 'NOTICE_DEPENDENTS_CONSENTED',
  version: 1,
  title: '抵押预告登记权利人同意',
  weight: 'block',
  citation: law.cancellationCases,
  text: '不动产上已经设立抵押权、地役权或者已经办理预告登记，权利人因放弃权利申请注销登记的，申请人应当提供抵押权人、地役权人、预告登记权利人同意的书面材料。',
  message: '该预告登记的权利已办理抵押预告登记，须抵押预告登记权利人作为当事人参加并确认同意。',
  parameters: { role: 'claimant', promised: 'any', proof: 'proofNumber' },
  check(facts, parameters) {
    const taking = agreeing(facts);
    const open = facts.units.flatMap((unit) =>
      meant(facts, unit, parameters)
        .flatMap((notice) => dependentsOf(notice, unit.rights))
        .filter((notice) => !notice.holders.every((holder) => taking.has(holder.idIndex)))
        .map((notice) => ({
          entry: notice.registeredEntry,
          holders: notice.holders.map((holder) => holder.name),
        })),
    );
    return { pass: open.length === 0, saw: { open } };
  },
};

/** 预告登记的权利被预查封的，不得转让、注销。 */
const noticeNotSeized: RegistrationRule = {
  code: 'NOTICE_NOT_SEIZED',
  version: 1,
  title: '预告登记的权利未被预查封',
  weight: 'block',
  citation: law.seizedDisposal,
  text: '被执行人就已经查封、扣押、冻结的财产所作的移转、设定权利负担或者其他有碍执行的行为，不得对抗申请执行人。',
  message: '预告登记权利人的这项权利已被预查封，预查封期间不能转移、注销。',
  parameters: { role: 'claimant' },
  check(facts, { role }) {
    const mine = new Set(indexesOf(facts, String(role)));
    const against = facts.units
      .flatMap(seizuresOf)
      .filter(({ content }) => content.respondent !== undefined && mine.has(content.respondent.idIndex))
      .map(({ registeredEntry, content }) => ({
        entry: registeredEntry,
        authority: content.authority.name,
        document: content.documentNumber,
      }));
    const [first] = against;
    return {
      pass: against.length === 0,
      saw: { against },
      ...(first
        ? {
            message: `预告登记权利人的这项权利已被${first.authority}预查封（${first.document}），预查封期间不能转移、注销。`,
          }
        : {}),
    };
  },
};

/** 担保数额大于零。 */
const securedAmountNamed: RegistrationRule = {
  code: 'SECURED_AMOUNT_NAMED',
  version: 1,
  title: '写明了担保的数额',
  weight: 'block',
  citation: law.mortgageable,
  text: '抵押合同一般包括被担保债权的种类和数额。',
  message: '请填写大于零的担保数额。',
  check(facts) {
    const principal = Number(facts.form.principal ?? 0);
    return { pass: principal > 0, saw: { principal: facts.form.principal } };
  },
};

export const advanceNoticeRules = [
  obligorMayPromise,
  notNoticedYet,
  noticeChosen,
  dependentsConsented,
  noticeNotSeized,
  securedAmountNamed,
];
