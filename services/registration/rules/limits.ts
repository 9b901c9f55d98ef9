import type { Rule } from '@hengchan/rules';
import {
  agreeing,
  ownershipOf,
  type PersonFact,
  type RegistrationFacts,
  rightsOf,
  type UnitFact,
} from '../facts.ts';
import { law } from '../law.ts';

type RegistrationRule = Rule<RegistrationFacts>;

/** 已关闭的簿页不再登记。 */
const pageOpen: RegistrationRule = {
  code: 'PAGE_OPEN',
  version: 1,
  title: '不动产单元未被注销',
  weight: 'block',
  citation: law.inspection,
  text: '不动产单元分割、合并、灭失或者重新编码的，原单元的簿页关闭，后续登记在新单元上办理。',
  message: '该不动产单元已注销，请在后继单元上申请。',
  check(facts) {
    const closed = facts.units.flatMap((unit) =>
      unit.closed ? [{ unit: unit.code, successors: unit.closed.successors }] : [],
    );
    const [first] = closed;
    return {
      pass: closed.length === 0,
      saw: { closed },
      ...(first && first.successors.length > 0
        ? { message: `单元 ${first.unit} 已注销，请在后继单元 ${first.successors.join('、')} 上申请。` }
        : {}),
    };
  },
};

/** 业务与登记簿上的权利类型相符。 */
const rightTypeFits: RegistrationRule = {
  code: 'RIGHT_TYPE_FITS',
  version: 1,
  title: '权利类型与所申请的业务相符',
  weight: 'block',
  citation: law.inspection,
  text: '登记机构查验有关证明材料、文件与申请登记的内容是否一致。',
  message: '登记簿记载的权利类型不适用本业务，请选择与权利类型相符的业务。',
  check(facts) {
    const wanted = facts.rightTypes ?? [];
    const others = facts.units.flatMap((unit) => {
      const title = ownershipOf(unit);
      return title && wanted.length > 0 && !wanted.includes(title.rightType)
        ? [{ unit: unit.code, rightType: title.rightType }]
        : [];
    });
    return { pass: others.length === 0, saw: { wanted, others } };
  },
};

/** 限制登记期间不予办理。 */
const unitNotLocked: RegistrationRule = {
  code: 'UNIT_NOT_LOCKED',
  version: 1,
  title: '不动产未被限制登记',
  weight: 'block',
  citation: law.refusal,
  text: '存在尚未解决的权属争议等情形的，登记机构应当不予登记。',
  message: '该不动产已被限制登记，限制解除前不能办理。',
  check(facts) {
    const locks = facts.units
      .flatMap((unit) => rightsOf(unit, 'lock'))
      .map(({ registeredEntry, content }) => ({
        entry: registeredEntry,
        authority: content.authority.name,
        document: content.documentNumber,
      }));
    const [first] = locks;
    return {
      pass: locks.length === 0,
      saw: { locks },
      ...(first
        ? {
            message: `该不动产已被${first.authority}限制登记（${first.document}，登簿序号 ${first.entry}），限制解除前不能办理。`,
          }
        : {}),
    };
  },
};

/** 预告登记后，未经预告权利人同意不得处分。 */
export const noticeConsented: RegistrationRule = {
  code: 'NOTICE_CONSENTED',
  version: 1,
  title: '预告登记权利人同意',
  weight: 'block',
  citation: law.advanceNotice,
  text: '预告登记后，未经预告登记的权利人同意，处分该不动产的，不发生物权效力。',
  message: '该不动产已办理预告登记，须预告登记权利人作为当事人参加并确认同意，才能办理。',
  check(facts) {
    const taking = agreeing(facts);
    const open = facts.units
      .flatMap((unit) => rightsOf(unit, 'advance-notice'))
      .filter(({ content, holders }) => content.noticeKind <= '2' && !everyone(holders, taking))
      .map((notice) => ({
        entry: notice.registeredEntry,
        holders: notice.holders.map((holder) => holder.name),
      }));
    const [first] = open;
    return {
      pass: open.length === 0,
      saw: { open },
      ...(first
        ? {
            message: `该不动产已办理预告登记（登簿序号 ${first.entry}，预告登记权利人：${first.holders.join('、')}），须其作为当事人参加并确认同意，才能办理。`,
          }
        : {}),
    };
  },
};

const everyone = (people: readonly Pick<PersonFact, 'idIndex'>[], among: ReadonlySet<string>) =>
  people.every((person) => among.has(person.idIndex));

/** 异议登记不停办处分登记，但须书面承诺自担风险。 */
const objectionAcknowledged: RegistrationRule = {
  code: 'OBJECTION_ACKNOWLEDGED',
  version: 1,
  title: '异议登记期间的风险承诺',
  weight: 'block',
  citation: law.disposalUnderObjection,
  text: '异议登记期间，登记簿上记载的权利人以及第三人因处分权利申请登记的，登记机构应当书面告知申请人该权利已经存在异议登记的有关事项。申请人申请继续办理的，应当予以办理，但申请人应当提供知悉异议登记存在并自担风险的书面承诺。',
  message: '该不动产有异议登记。如仍要办理，各方须知悉该异议并承诺自担风险（在表单中勾选）。',
  check(facts) {
    const objections = facts.units
      .flatMap((unit) => rightsOf(unit, 'objection'))
      .map(({ registeredEntry, content }) => ({ entry: registeredEntry, matter: content.matter }));
    const acknowledged = facts.form.riskAcknowledged === true;
    return { pass: objections.length === 0 || acknowledged, saw: { objections, acknowledged } };
  },
};

/** 居住权不因所有权转让而消灭，须提示。 */
const habitationKnown: RegistrationRule = {
  code: 'HABITATION_KNOWN',
  version: 1,
  title: '居住权情况提示',
  weight: 'warn',
  citation: law.habitation,
  text: '居住权人有权按照合同约定，对他人的住宅享有占有、使用的用益物权，以满足生活居住的需要。',
  message: '该住宅设有居住权，所有权转让后居住权不消灭；请确认受让方知情。',
  check(facts) {
    const residents = facts.units
      .flatMap((unit) => rightsOf(unit, 'habitation'))
      .map((right) => ({
        entry: right.registeredEntry,
        residents: right.holders.map((holder) => holder.name),
      }));
    return { pass: residents.length === 0, saw: { residents } };
  },
};

/** 注销所有权（使用权）前，其上的他项权利与限制须已消灭或取得同意。 */
const noRightsLeftOnTitle: RegistrationRule = {
  code: 'NO_RIGHTS_LEFT_ON_TITLE',
  version: 1,
  title: '权利上没有抵押、查封等限制',
  weight: 'block',
  citation: law.cancellationCases,
  text: '不动产上已经设立抵押权、地役权或者已经办理预告登记，所有权人、使用权人因放弃权利申请注销登记的，申请人应当提供抵押权人、地役权人、预告登记权利人同意的书面材料。',
  message:
    '该不动产上还有抵押、查封等权利或限制，不能注销；请先办理其注销登记，或由权利人作为同意人参加（查封除外）。',
  check(facts) {
    const taking = agreeing(facts);
    const left = facts.units.flatMap((unit) => limitsOf(unit, taking));
    const [first] = left;
    return {
      pass: left.length === 0,
      saw: { left },
      ...(first
        ? { message: `该不动产上还有${first.title}（登簿序号 ${first.entry}），请先办理其注销登记。` }
        : {}),
    };
  },
};

const limitTitles = {
  mortgage: '抵押权',
  seizure: '查封',
  'advance-notice': '预告登记',
  easement: '地役权',
  habitation: '居住权',
  management: '土地经营权',
} as const;

/** What stands against giving a title up: everything whose holders did not agree, and a seizure whoever agrees. */
function limitsOf(unit: UnitFact, agreeing: ReadonlySet<string>): { title: string; entry: number }[] {
  return unit.rights.flatMap((right) =>
    right.kind in limitTitles && (right.kind === 'seizure' || !everyone(right.holders, agreeing))
      ? [{ title: limitTitles[right.kind as keyof typeof limitTitles], entry: right.registeredEntry }]
      : [],
  );
}

export const limitRules = [
  pageOpen,
  rightTypeFits,
  unitNotLocked,
  noticeConsented,
  objectionAcknowledged,
  habitationKnown,
  noRightsLeftOnTitle,
];
