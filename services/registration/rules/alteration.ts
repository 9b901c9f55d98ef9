import type { Rule } from '@hengchan/rules';
import { isDateText, nameOf } from '@hengchan/standards';
import { changesIn } from '../changes.ts';
import { agreeing, mortgagesOf, ownershipOf, type RegistrationFacts, seizuresOf } from '../facts.ts';
import { law } from '../law.ts';

type RegistrationRule = Rule<RegistrationFacts>;

/** Fields of a form that change what the register says. */
const changing = ['newName', 'newLocation', 'newArea', 'newUse', 'newTermTo', 'coOwnership'] as const;
const named = (facts: RegistrationFacts) => {
  const changes = changesIn(facts.form);
  return changing.filter((field) => changes[field] !== undefined);
};

/** 变更、更正须写明变更的事项。 */
const changeNamed: RegistrationRule = {
  code: 'CHANGE_NAMED',
  version: 1,
  title: '写明了变更（更正）的事项',
  weight: 'block',
  citation: law.alterationCases,
  text: '权利人的姓名、名称、身份证明类型或者身份证明号码发生变更的，不动产的坐落、界址、用途、面积等状况变更的，不动产权利人可以申请变更登记。',
  message:
    '请至少填写一项变更（更正）后的内容：姓名或名称、坐落、面积、用途、期限或共有方式，且与登记簿现有记载不同。',
  check(facts) {
    const fields = named(facts);
    const same = facts.units.some((unit) => {
      const title = ownershipOf(unit);
      return fields.length > 0 && fields.every((field) => isSame(facts, field, unit, title));
    });
    return { pass: fields.length > 0 && !same, saw: { fields, same } };
  },
};

function isSame(
  facts: RegistrationFacts,
  field: (typeof changing)[number],
  unit: RegistrationFacts['units'][number],
  title: ReturnType<typeof ownershipOf>,
): boolean {
  const given = String(changesIn(facts.form)[field]);
  switch (field) {
    case 'newName':
      return title?.holders.every((holder) => holder.name === given) ?? false;
    case 'newLocation':
      return unit.location === given;
    case 'newArea':
      return Number(unit.area) === Number(given);
    case 'newUse':
      return unit.use === given;
    case 'newTermTo':
      return unit.landTermTo === given;
    case 'coOwnership':
      return title?.coOwnership === given && given !== '2';
  }
}

/** 曾用名须是登记簿上的权利人。 */
const formerNameRegistered: RegistrationRule = {
  code: 'FORMER_NAME_REGISTERED',
  version: 1,
  title: '变更前的姓名与登记簿一致',
  weight: 'block',
  citation: law.inspection,
  text: '登记机构查验有关证明材料、文件与申请登记的内容是否一致。',
  message: '变更前的姓名或名称与登记簿记载的权利人不一致；有多位权利人的，请写明变更前的姓名或名称。',
  check(facts) {
    const { newName, oldName } = changesIn(facts.form);
    const wanted = newName !== undefined;
    const holders = facts.units.flatMap((unit) => ownershipOf(unit)?.holders ?? []);
    const names = [...new Set(holders.map((holder) => holder.name))];
    const pass = !wanted || (oldName === undefined ? names.length === 1 : names.includes(oldName));
    return { pass, saw: { names, oldName } };
  },
};

/** 查封期间只能办理不影响权利归属的更名、更址。 */
const seizedOnlyRenamed: RegistrationRule = {
  code: 'SEIZED_ONLY_RENAMED',
  version: 1,
  title: '查封期间只变更姓名、名称或坐落',
  weight: 'block',
  citation: law.seizedDisposal,
  text: '被执行人就已经查封的财产所作的移转、设定权利负担或者其他有碍执行的行为，不得对抗申请执行人。',
  message: '该不动产正在查封，查封期间只能办理姓名、名称或坐落的变更。',
  check(facts) {
    const others = named(facts).filter((field) => field !== 'newName' && field !== 'newLocation');
    const seized = facts.units.some((unit) => seizuresOf(unit).length > 0);
    return { pass: !seized || others.length === 0, saw: { seized, others } };
  },
};

/** 面积减少影响抵押权的，须抵押权人同意。 */
const areaDecreaseConsented: RegistrationRule = {
  code: 'AREA_DECREASE_CONSENTED',
  version: 1,
  title: '面积减少经抵押权人同意',
  weight: 'block',
  citation: law.securityPreserved,
  text: '抵押人的行为足以使抵押财产价值减少的，抵押权人有权请求抵押人停止其行为。',
  message: '变更后面积减少，且该不动产设有抵押，须抵押权人作为同意人参加。',
  check(facts) {
    const { newArea } = changesIn(facts.form);
    const given = Number(newArea ?? Number.NaN);
    const taking = agreeing(facts);
    const against = facts.units
      .filter((unit) => given < Number(unit.area))
      .flatMap(mortgagesOf)
      .filter((right) => !right.holders.every((holder) => taking.has(holder.idIndex)))
      .map((right) => ({ entry: right.registeredEntry }));
    return { pass: against.length === 0, saw: { newArea, against } };
  },
};

/** 变更后的面积、期限、用途须写成登记簿能记载的样子。 */
const changeReadable: RegistrationRule = {
  code: 'CHANGE_READABLE',
  version: 1,
  title: '变更后的内容可以记载',
  weight: 'block',
  citation: law.inspection,
  text: '登记机构应当如实、准确记载登记事项。',
  message:
    '变更后的内容格式不对：面积为大于零的平方米数（最多四位小数），期限为日期（如 2076-11-19），用途为用途代码。',
  check(facts) {
    const { newArea, newTermTo, newUse } = changesIn(facts.form);
    const isArea = (text: string) => /^(0|[1-9]\d{0,9})(\.\d{1,4})?$/.test(text) && Number(text) > 0;
    const isUse = (kind: string | undefined, code: string) =>
      nameOf(kind === 'house' ? 'GHYT' : 'TDYT', code) !== undefined;
    const wrong = [
      ...(newArea !== undefined && !isArea(newArea) ? ['面积'] : []),
      ...(newTermTo !== undefined && !isDateText(newTermTo) ? ['期限'] : []),
      ...(newUse !== undefined && !facts.units.every((unit) => isUse(unit.kind, newUse)) ? ['用途'] : []),
    ];
    return { pass: wrong.length === 0, saw: { wrong } };
  },
};

/** 依职权更正，错误登记之后没有处分、预告、查封。 */
const notDisposedSince: RegistrationRule = {
  code: 'NOT_DISPOSED_SINCE',
  version: 1,
  title: '错误登记后没有处分、预告、查封登记',
  weight: 'block',
  citation: law.rectificationExOfficio,
  text: '登记机构发现登记事项错误、依职权更正的，在错误登记之后已经办理了涉及不动产权利处分的登记、预告登记和查封登记的除外。',
  message: '登记之后该不动产已办理处分、预告或者查封登记，不得依职权更正；可以由权利人申请更正。',
  check(facts) {
    const entryOf = (origin: string) => Number(origin.split('-')[0]);
    const since = facts.units.flatMap((unit) => {
      const title = ownershipOf(unit);
      return unit.rights
        .filter(({ kind, origin }) => {
          if (kind === 'seizure' || kind === 'advance-notice') return true;
          return kind !== 'objection' && title !== undefined && entryOf(origin) > entryOf(title.origin);
        })
        .map(({ kind, registeredEntry }) => ({ kind, entry: registeredEntry }));
    });
    return { pass: since.length === 0, saw: { since } };
  },
};

export const alterationRules = [
  notDisposedSince,
  changeNamed,
  changeReadable,
  formerNameRegistered,
  seizedOnlyRenamed,
  areaDecreaseConsented,
];
