import type { Right } from '@hengchan/register';
import type { Rule } from '@hengchan/rules';
import { agreeing, mortgagesOf, ownershipOf, type RegistrationFacts, rightsOf } from '../facts.ts';
import { law } from '../law.ts';

type RegistrationRule = Rule<RegistrationFacts>;

/** 分割、合并后的单元须经权籍调查，且尚未登记。 */
const successorsSurveyed: RegistrationRule = {
  code: 'SUCCESSORS_SURVEYED',
  version: 1,
  title: '分割（合并）后的单元已完成权籍调查',
  weight: 'block',
  citation: law.inspection,
  text: '登记机构查验不动产界址、空间界限、面积等材料与申请登记的不动产状况是否一致。',
  message: '分割（合并）后的单元没有权籍调查成果，或已经登记，请核对新单元代码。',
  check(facts) {
    const wrong = (facts.successors ?? [])
      .filter((unit) => !unit.surveyed || unit.exists)
      .map((unit) => unit.code);
    const count = facts.successors?.length ?? 0;
    return { pass: count > 0 && wrong.length === 0, saw: { count, wrong } };
  },
};

/** 分割得到两个以上单元；合并得到一个。 */
const divisionCounts: RegistrationRule = {
  code: 'DIVISION_COUNTS',
  version: 1,
  title: '分割、合并的单元个数合理',
  weight: 'block',
  citation: law.alterationCases,
  text: '同一权利人分割或者合并不动产的，不动产权利人可以申请变更登记。',
  message: '分割须由一个单元变为两个以上，合并须由两个以上单元变为一个。',
  check(facts) {
    const [before, after] = [facts.units.length, facts.successors?.length ?? 0];
    return { pass: (before === 1 && after > 1) || (before > 1 && after === 1), saw: { before, after } };
  },
};

/** 合并的单元须为同一权利人、同一权利类型。 */
const sameHolders: RegistrationRule = {
  code: 'SAME_HOLDERS_MERGE',
  version: 1,
  title: '合并的单元权利人和权利类型相同',
  weight: 'block',
  citation: law.alterationCases,
  text: '同一权利人分割或者合并不动产的，不动产权利人可以申请变更登记。',
  message: '合并的各单元权利人、份额或权利类型不同，不能合并。',
  check(facts) {
    const kinds = new Set(
      facts.units.map((unit) => {
        const title = ownershipOf(unit);
        const holders = (title?.holders ?? []).map(
          (holder) => `${holder.idIndex} ${holder.share?.numerator}/${holder.share?.denominator}`,
        );
        return `${title?.rightType} ${title?.coOwnership} ${holders.sort().join()}`;
      }),
    );
    return { pass: kinds.size === 1, saw: { units: facts.units.length, kinds: kinds.size } };
  },
};

/** 已抵押的，分割合并须抵押权人同意；居住权、土地经营权随原单元注销，须其权利人同意。 */
const divisionConsented: RegistrationRule = {
  code: 'DIVISION_CONSENTED',
  version: 2,
  title: '分割、合并经抵押权人等同意',
  weight: 'block',
  citation: law.securityPreserved,
  text: '抵押人的行为足以使抵押财产价值减少的，抵押权人有权请求抵押人停止其行为。',
  message:
    '该不动产设有抵押权、居住权或土地经营权，分割（合并）须其权利人作为同意人参加；抵押权随新单元延续，居住权、土地经营权随原单元注销。',
  check(facts) {
    const taking = agreeing(facts);
    const against = facts.units
      .flatMap((unit): Right[] => [
        ...mortgagesOf(unit),
        ...rightsOf(unit, 'habitation'),
        ...rightsOf(unit, 'management'),
      ])
      .filter((right) => !right.holders.every((holder) => taking.has(holder.idIndex)))
      .map((right) => ({ entry: right.registeredEntry }));
    return { pass: against.length === 0, saw: { against } };
  },
};

/** As it was before rights of habitation and management were asked about. */
const divisionConsentedBefore: RegistrationRule = {
  ...divisionConsented,
  version: 1,
  title: '分割、合并经抵押权人同意',
  message: '该不动产设有抵押，分割（合并）须抵押权人作为同意人参加；抵押权随新单元延续。',
  check(facts) {
    const taking = agreeing(facts);
    const against = facts.units
      .flatMap(mortgagesOf)
      .filter((right) => !right.holders.every((holder) => taking.has(holder.idIndex)))
      .map((right) => ({ entry: right.registeredEntry }));
    return { pass: against.length === 0, saw: { against } };
  },
};

/** 有争议、已许给他人或为另一块地服务的单元不能分割合并：这些都不能随新单元延续，也不能只在这一页消灭。 */
const divisionUndisputed: RegistrationRule = {
  code: 'DIVISION_UNDISPUTED',
  version: 1,
  title: '分割、合并前没有异议、预告和地役权',
  weight: 'block',
  citation: law.inspection,
  text: '登记机构查验有关证明材料、文件与申请登记的内容是否一致，申请登记的事项不得与登记簿已有的记载相冲突。',
  message: '该不动产有异议登记、预告登记或地役权，不能随新单元延续；请先办理其注销，再申请分割（合并）。',
  check(facts) {
    const kinds = facts.units
      .flatMap((unit) => unit.rights)
      .map((right) => right.kind)
      .filter((kind) => kind === 'objection' || kind === 'advance-notice' || kind === 'easement');
    return { pass: kinds.length === 0, saw: { kinds } };
  },
};

/** 分割、合并前后面积应当吻合。 */
const areasAgree: RegistrationRule = {
  code: 'DIVISION_AREAS_AGREE',
  version: 1,
  title: '分割、合并前后面积吻合',
  weight: 'person',
  citation: law.inspection,
  text: '登记机构查验不动产界址、空间界限、面积等材料与申请登记的不动产状况是否一致。',
  message: '分割（合并）前后的面积合计相差较大，须由登记人员核对权籍调查成果。',
  parameters: { percent: 1 },
  check(facts, { percent }) {
    const sum = (areas: readonly string[]) => areas.reduce((total, area) => total + Number(area), 0);
    const before = sum(facts.units.map((unit) => unit.area));
    const after = sum((facts.successors ?? []).map((unit) => unit.area));
    const off = before === 0 ? 100 : (Math.abs(after - before) / before) * 100;
    return { pass: off <= Number(percent), saw: { before: before.toFixed(2), after: after.toFixed(2) } };
  },
};

export const earlierDivisionRules = [divisionConsentedBefore];

export const divisionRules = [
  successorsSurveyed,
  divisionCounts,
  sameHolders,
  divisionConsented,
  divisionUndisputed,
  areasAgree,
];
