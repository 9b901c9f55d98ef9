import type { Rule } from '@hengchan/rules';
import { type RegistrationFacts, rightsOf, seizuresOf } from '../facts.ts';
import { law } from '../law.ts';

/** Rules of titles that pass otherwise than by a bargain: by judgment, by death, between spouses. */
type RegistrationRule = Rule<RegistrationFacts>;

const asked = (facts: RegistrationFacts, kind: string) => facts.asked.filter((each) => each.kind === kind);

/** 查封、限制登记中的不动产，只依同一机关的文书转移。 */
const orderedByWhoSeized: RegistrationRule = {
  code: 'ORDERED_BY_WHO_SEIZED',
  version: 1,
  title: '查封（限制）由作出文书的机关作出',
  weight: 'block',
  citation: law.seizureBeforeEntry,
  text: '查封期间，登记机构不得依当事人申请办理转移登记；依查封法院的生效法律文书办理执行过户的除外。',
  message: '该不动产已被其他机关查封或限制登记，请先由该机关解除。',
  check(facts) {
    const authority = String(facts.form.authority ?? '').trim();
    const stops = facts.units.flatMap((unit) => [
      ...seizuresOf(unit).filter((right) => (right.queue ?? 0) === 0),
      ...rightsOf(unit, 'lock'),
    ]);
    const others = stops
      .filter(({ content }) => content.authority.name !== authority)
      .map(({ registeredEntry, content }) => ({
        entry: registeredEntry,
        authority: content.authority.name,
        document: content.documentNumber,
      }));
    const [first] = others;
    return {
      pass: others.length === 0,
      saw: { authority, others },
      ...(first
        ? {
            message: `该不动产已被${first.authority}查封（限制），文号为${first.document}，登簿序号 ${first.entry}，与作出文书的${authority}不是同一机关，请先由其解除。`,
          }
        : {}),
    };
  },
};

/** 生效法律文书由登记人员核对。 */
const judgmentExamined: RegistrationRule = {
  code: 'JUDGMENT_EXAMINED',
  version: 1,
  title: '生效法律文书经核对',
  weight: 'person',
  citation: law.judgmentPasses,
  text: '因人民法院、仲裁机构的法律文书或者人民政府的征收决定等，导致物权设立、变更、转让或者消灭的，自法律文书或者征收决定等生效时发生效力。',
  message: '没有可以联网核验裁判文书的来源，须由登记人员核对生效法律文书及生效证明的原件。',
  check: (facts) => ({
    pass: false,
    saw: { authority: facts.form.authority, documentNumber: facts.form.documentNumber },
  }),
};

/** 被继承人在公安机关的记录为死亡。 */
const decedentDeceased: RegistrationRule = {
  code: 'DECEDENT_DECEASED',
  version: 1,
  title: '被继承人已经死亡',
  weight: 'block',
  citation: law.inheritanceOpens,
  text: '因继承取得物权的，自继承开始时发生效力；继承从被继承人死亡时开始。',
  message: '公安机关的记录显示被继承人并未死亡，或姓名与证件号码不一致，不能办理继承、受遗赠。',
  check(facts) {
    const deaths = asked(facts, 'death');
    const wrong = deaths.filter((each) => each.outcome === 'mismatch').map((each) => each.subject);
    return { pass: wrong.length === 0, saw: { asked: deaths.map((each) => each.outcome), wrong } };
  },
};

/** 公安没有答复的，核对死亡证明。 */
const deathConfirmed: RegistrationRule = {
  code: 'DEATH_CONFIRMED',
  version: 1,
  title: '死亡事实已核验',
  weight: 'person',
  citation: law.inheritance,
  text: '因继承、受遗赠申请登记的，申请人应当提交死亡证明材料。',
  message: '没有取得公安机关的死亡登记信息，须由登记人员核对死亡证明原件。',
  check(facts) {
    const known = asked(facts, 'death').some((each) => each.outcome === 'match');
    return { pass: known, saw: { known } };
  },
};

/** 非公证的继承，由登记机构查验亲属关系、遗嘱与放弃继承的材料。 */
const heirsExamined: RegistrationRule = {
  code: 'HEIRS_EXAMINED',
  version: 1,
  title: '继承人范围经查验',
  weight: 'person',
  citation: law.inheritance,
  text: '因继承、受遗赠取得不动产，当事人申请登记的，应当提交死亡证明材料、遗嘱或者全部法定继承人关于不动产分配的协议以及与被继承人的亲属关系材料等，也可以提交经公证的材料或者生效的法律文书。',
  message: '未经公证，须由登记人员查验全部法定继承人、亲属关系、遗嘱和放弃继承的材料，并询问申请人。',
  check: (facts) => ({
    pass: facts.form.notarised === true,
    saw: { notarised: facts.form.notarised === true },
  }),
};

/** 夫妻析产的双方是登记的夫妻。 */
const spousesMarried: RegistrationRule = {
  code: 'SPOUSES_MARRIED',
  version: 1,
  title: '双方是登记的夫妻',
  weight: 'block',
  citation: law.deedTaxExempt,
  text: '婚姻关系存续期间夫妻之间变更土地、房屋权属，免征契税。',
  message:
    '民政部门没有双方在婚的记录，或者当事人不是夫妻二人，不适用夫妻析产；请按买卖、赠与等办理转移登记。',
  check(facts) {
    const couples = asked(facts, 'couple');
    const people = new Set(
      facts.parties
        .filter((party) => ['transferor', 'transferee'].includes(party.role))
        .map((party) => party.idIndex),
    );
    const against = couples.filter((each) => each.outcome === 'mismatch').map((each) => each.subject);
    return { pass: people.size === 2 && against.length === 0, saw: { people: people.size, against } };
  },
};

/** 民政没有答复的，核对结婚证。 */
const spousesVerified: RegistrationRule = {
  code: 'SPOUSES_VERIFIED',
  version: 1,
  title: '婚姻关系已核验',
  weight: 'person',
  citation: law.registrarDuties,
  text: '登记机构应当查验申请人提供的权属证明和其他必要材料。',
  message: '民政部门没有答复，须由登记人员核对结婚证。',
  check(facts) {
    const known = asked(facts, 'couple').some((each) => each.outcome === 'match');
    return { pass: known, saw: { known } };
  },
};

export const passingByLawRules = [
  orderedByWhoSeized,
  judgmentExamined,
  decedentDeceased,
  deathConfirmed,
  heirsExamined,
  spousesMarried,
  spousesVerified,
];
