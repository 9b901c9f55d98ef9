import type { Rule } from '@hengchan/rules';
import { yuan } from '@hengchan/standards';
import { newNameIn, noticeChange, noticesOf } from '../advance-notice.ts';
import { partiesOf, type RegistrationFacts } from '../facts.ts';
import { law } from '../law.ts';
import { indexesOf, meant } from './advance-notices.ts';

type RegistrationRule = Rule<RegistrationFacts>;

/** Of a double notice, the one of the mortgage. */
const noticeOfMortgage = { role: 'mortgagee', promised: 'mortgage', proof: 'mortgageNoticeNumber' };

/** 变更后的内容能够记载、与登记簿不同。 */
const noticeChanges: RegistrationRule = {
  code: 'NOTICE_CHANGES',
  version: 1,
  title: '写明了预告登记变更后的内容',
  weight: 'block',
  citation: law.alterationCases,
  text: '权利人姓名、名称，共有性质，担保的范围、数额、期限等发生变化的，当事人可以申请变更登记。',
  message:
    '变更后的内容无法记载，或与登记簿没有不同：金额填元（如 900000.00），日期照 2026-12-31 填写，姓名填申请人现在的姓名；期限只有抵押预告登记才有。',
  parameters: { role: 'claimant', promised: 'any', proof: 'proofNumber', withMortgage: false },
  check(facts, parameters) {
    const mate = parameters.withMortgage ? [noticeOfMortgage] : [];
    const notices = facts.units.flatMap((unit) =>
      [parameters, ...mate].flatMap((which) => meant(facts, unit, which)),
    );
    const newName = newNameIn(facts.form);
    const parties = partiesOf(facts, String(parameters.role));
    const renamed = notices.some((notice) =>
      notice.holders.some((holder) =>
        parties.some(
          (party) => party.idIndex === holder.idIndex && party.name === newName && party.name !== holder.name,
        ),
      ),
    );
    const changed = notices.some((notice) => noticeChange(notice.content, facts.form) !== undefined);
    return { pass: renamed || changed, saw: { matter: facts.form.matter, renamed, changed } };
  },
};

/** 受让人不是原预告登记权利人。 */
const newClaimantDiffers: RegistrationRule = {
  code: 'NEW_CLAIMANT_DIFFERS',
  version: 1,
  title: '受让人与原预告登记权利人不同',
  weight: 'block',
  citation: law.jointApplication,
  text: '因买卖等申请登记的，由当事人双方共同申请。',
  message: '受让人与原预告登记权利人（或义务人）相同，不能办理预告登记的转移。',
  check(facts) {
    const differ = (from: string, to: string) => {
      const old = new Set(indexesOf(facts, from));
      const next = indexesOf(facts, to);
      return next.length === 0 || next.length !== old.size || next.some((index) => !old.has(index));
    };
    const owing = new Set(
      facts.units
        .flatMap((unit) => noticesOf(unit.rights, 'title'))
        .flatMap(({ content }) => content.obligors.map((obligor) => obligor.idIndex)),
    );
    const obligors = partiesOf(facts, 'newClaimant').filter((party) => owing.has(party.idIndex));
    const pass =
      differ('claimant', 'newClaimant') && differ('mortgagee', 'newMortgagee') && obligors.length === 0;
    return { pass, saw: { obligors: obligors.map((party) => party.name) } };
  },
};

/** 转为本登记的抵押权不超出抵押预告登记的内容。 */
const noticedTermsKept: RegistrationRule = {
  code: 'NOTICED_TERMS_KEPT',
  version: 1,
  title: '抵押内容与抵押预告登记一致',
  weight: 'block',
  citation: law.noticeBecomesMortgage,
  text: '当事人办理抵押预告登记后，预告登记权利人请求就抵押财产优先受偿，经审查已经办理建筑物所有权首次登记，且不存在预告登记失效等情形的，人民法院应予支持，并应当认定抵押权自预告登记之日起设立。',
  message: '抵押方式与抵押预告登记不同，或担保数额超过抵押预告登记的数额；请先办理预告登记的变更。',
  parameters: noticeOfMortgage,
  check(facts, parameters) {
    const asked = facts.form.principal === undefined ? 0 : yuan(String(facts.form.principal));
    const beyond = facts.units
      .flatMap((unit) => meant(facts, unit, parameters))
      .filter(({ content: { mortgage, amount } }) => {
        const most = mortgage?.principal ?? amount;
        return (
          (most !== undefined && asked > most) ||
          (mortgage !== undefined && mortgage.mode !== facts.form.mode)
        );
      })
      .map((notice) => notice.registeredEntry);
    return { pass: beyond.length === 0, saw: { beyond } };
  },
};

export const noticedRules = [noticeChanges, newClaimantDiffers, noticedTermsKept];
