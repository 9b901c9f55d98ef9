import type { Rule } from '@hengchan/rules';
import { nameOf } from '@hengchan/standards';
import { ownershipOf, type RegistrationFacts } from '../facts.ts';
import { law } from '../law.ts';

type RegistrationRule = Rule<RegistrationFacts>;

/** 首次登记以权籍调查成果为准。 */
const unitSurveyed: RegistrationRule = {
  code: 'UNIT_SURVEYED',
  version: 1,
  title: '已有权籍调查成果',
  weight: 'block',
  citation: law.inspection,
  text: '登记机构查验不动产界址、空间界限、面积等材料与申请登记的不动产状况是否一致。',
  message: '该不动产单元没有权籍调查成果，请先完成权籍调查。',
  check(facts) {
    const missing = facts.units.filter((unit) => unit.surveyed !== true).map((unit) => unit.code);
    return { pass: missing.length === 0, saw: { units: facts.units.map((unit) => unit.code), missing } };
  },
};

/** 单元已有现势权利的，不能再办首次登记。 */
const notYetTitled: RegistrationRule = {
  code: 'NOT_YET_TITLED',
  version: 1,
  title: '单元尚无现势权利',
  weight: 'block',
  citation: law.inspection,
  text: '不动产单元具有唯一编码；已经登记的不动产权利不重复办理首次登记。',
  message: '该不动产单元已有登记的权利，不能再办理首次登记。',
  check(facts) {
    const titled = facts.units.flatMap((unit) => {
      const title = ownershipOf(unit);
      return title
        ? [{ unit: unit.code, entry: title.registeredEntry, right: nameOf('QLLX', title.rightType) }]
        : [];
    });
    const [first] = titled;
    return {
      pass: titled.length === 0,
      saw: { titled },
      ...(first
        ? {
            message: `该不动产单元已登记${first.right ?? '权利'}（登簿序号 ${first.entry}），不能再办理首次登记。`,
          }
        : {}),
    };
  },
};

/** 先地后房：宗地尚未登记的，土地权属来源须一并审查。 */
const landTitledFirst: RegistrationRule = {
  code: 'LAND_TITLED_FIRST',
  version: 1,
  title: '土地权利已登记或一并申请',
  weight: 'person',
  citation: law.landBeforeHouse,
  text: '申请房屋所有权首次登记的，应当先或者一并办理建设用地使用权首次登记。',
  message: '该宗地尚无土地权利登记，须由登记人员一并审查土地权属来源材料。',
  check(facts) {
    const without = facts.units
      .filter((unit) => unit.kind === 'house' && unit.parcel?.landTitled !== true)
      .map((unit) => unit.code);
    return { pass: without.length === 0, saw: { without } };
  },
};

/** 出让、划拨等取得方式与调查成果一致。 */
const natureFits: RegistrationRule = {
  code: 'RIGHTS_NATURE_FITS',
  version: 1,
  title: '取得方式与业务一致',
  weight: 'block',
  citation: law.landUseRightMaterials,
  text: '申请国有建设用地使用权首次登记的，应当提交土地权属来源材料：出让合同、划拨决定书等。',
  message: '权籍调查成果记载的权利性质与所选业务的取得方式不一致，请选择相应的业务。',
  parameters: { nature: '' },
  check(facts, { nature }) {
    const others = facts.units
      .filter((unit) => nature !== '' && unit.rightsNature !== nature)
      .map((unit) => ({ unit: unit.code, nature: unit.rightsNature ?? '' }));
    return { pass: others.length === 0, saw: { wanted: nature, others } };
  },
};

/** 一户一宅：申请人名下已有宅基地的，核对是否同户、是否依法分户。 */
const oneHomestead: RegistrationRule = {
  code: 'ONE_HOMESTEAD',
  version: 1,
  title: '申请人没有其他宅基地',
  weight: 'person',
  citation: law.oneHomesteadAHousehold,
  text: '农村村民一户只能拥有一处宅基地，其宅基地的面积不得超过省、自治区、直辖市规定的标准。',
  message: '申请人已有登记的宅基地，须由登记人员核对是否符合一户一宅（继承房屋、依法分户等除外）。',
  check(facts) {
    const others = facts.otherHomesteads ?? [];
    const [first] = others;
    return {
      pass: others.length === 0,
      saw: { others },
      ...(first
        ? {
            message: `${first.name}已有登记的宅基地（${first.unit}），须由登记人员核对是否符合一户一宅（继承房屋、依法分户等除外）。`,
          }
        : {}),
    };
  },
};

export const firstRegistrationRules = [unitSurveyed, notYetTitled, landTitledFirst, natureFits, oneHomestead];
