import type { Rule } from '@hengchan/rules';
import { ownershipOf, partiesOf, type RegistrationFacts } from '../facts.ts';
import { law } from '../law.ts';
import { outvoted, priorBuyers } from '../share-passed.ts';

type RegistrationRule = Rule<RegistrationFacts>;

/** 净地转让：宗地上不得有已登记的建筑物。 */
const landIsClear: RegistrationRule = {
  code: 'LAND_IS_CLEAR',
  version: 1,
  title: '宗地上没有已登记的房屋',
  weight: 'block',
  citation: law.landWithHouse,
  text: '建设用地使用权转让、互换、出资或者赠与的，附着于该土地上的建筑物、构筑物及其附属设施一并处分。',
  message: '该宗地上有已登记的房屋，土地不能单独转移或注销，请与房屋一并办理。',
  check(facts) {
    const built = facts.units
      .filter((unit) => (unit.parcel?.buildingsTitled ?? 0) > 0)
      .map((unit) => ({ unit: unit.code, buildings: unit.parcel?.buildingsTitled }));
    return { pass: built.length === 0, saw: { built } };
  },
};

/** 买卖须有价款。 */
const priceNamed: RegistrationRule = {
  code: 'PRICE_NAMED',
  version: 1,
  title: '买卖写明了成交价',
  weight: 'block',
  citation: law.transferMaterials,
  text: '因买卖申请转移登记的，应当提交不动产买卖合同；合同的价款是申报纳税的依据。',
  message: '因买卖转移的，请填写大于零的成交价。',
  check(facts) {
    const sold = (facts.form.ground ?? 'sale') === 'sale';
    const price = Number(facts.form.price ?? 0);
    return { pass: !sold || price > 0, saw: { ground: facts.form.ground, price: facts.form.price } };
  },
};

/** 份额对外转让的，其他按份共有人有优先购买权。 */
const preemptionRespected: RegistrationRule = {
  code: 'PREEMPTION_RESPECTED',
  version: 1,
  title: '按份共有人的优先购买权',
  weight: 'person',
  citation: law.preemption,
  text: '按份共有人可以转让其享有的共有的不动产或者动产份额。其他共有人在同等条件下享有优先购买的权利。转让人应当将转让条件及时通知其他共有人，其他共有人应当在合理期限内行使优先购买权。',
  message: '按份共有的份额转让给共有人以外的人，须由登记人员核对其他共有人已被通知并放弃优先购买权。',
  check(facts) {
    const coOwners = facts.units.flatMap((unit) => priorBuyers(facts, unit));
    return {
      pass: coOwners.length === 0,
      saw: { coOwners },
      ...(coOwners.length > 0
        ? {
            message: `份额转让给共有人以外的人，须由登记人员核对共有人${coOwners.join('、')}已被通知并放弃优先购买权。`,
          }
        : {}),
    };
  },
};

/** 占份额三分之二以上的按份共有人可以处分全部。 */
const majorityDisposes: RegistrationRule = {
  code: 'CO_OWNERS_CONSENTED',
  version: 1,
  title: '按份共有人的同意',
  weight: 'person',
  citation: law.coOwnersConsent,
  text: '处分共有的不动产或者动产以及对共有的不动产或者动产作重大修缮、变更性质或者用途的，应当经占份额三分之二以上的按份共有人或者全体共同共有人同意，但是共有人之间另有约定的除外。',
  message: '由占份额三分之二以上的按份共有人处分，须由登记人员核对未参加的共有人及其与申请人有无另外约定。',
  check(facts) {
    const absent = facts.units.flatMap((unit) => outvoted(facts, unit) ?? []);
    return {
      pass: absent.length === 0,
      saw: { absent },
      ...(absent.length > 0
        ? {
            message: `共有人${absent.join('、')}没有参加；由占份额三分之二以上的按份共有人处分，须由登记人员核对共有人之间有无另外约定。`,
          }
        : {}),
    };
  },
};

/** 划拨土地上的房地产转让须经批准并补缴出让价款。 */
const allottedLandApproved: RegistrationRule = {
  code: 'ALLOTTED_LAND_APPROVED',
  version: 1,
  title: '划拨土地上的房地产转让经批准',
  weight: 'person',
  citation: law.allottedLand,
  text: '以划拨方式取得土地使用权的，转让房地产时，应当按照国务院规定，报有批准权的人民政府审批。有批准权的人民政府准予转让的，应当由受让方办理土地使用权出让手续，并依照国家有关规定缴纳土地使用权出让金。',
  message: '土地以划拨方式取得，须由登记人员核对准予转让的批准文件和出让价款（土地收益）缴纳凭证。',
  check(facts) {
    const allotted = facts.units.filter((unit) => unit.rightsNature === '101').map((unit) => unit.code);
    return { pass: allotted.length === 0, saw: { allotted } };
  },
};

/** 宅基地受让人须为本集体成员且没有其他宅基地。 */
const homesteadTransferee: RegistrationRule = {
  code: 'HOMESTEAD_TRANSFEREE_ELIGIBLE',
  version: 1,
  title: '受让方是本集体成员且没有其他宅基地',
  weight: 'block',
  citation: law.oneHomesteadAHousehold,
  text: '农村村民一户只能拥有一处宅基地，其宅基地的面积不得超过省、自治区、直辖市规定的标准。',
  message: '受让方须是本集体经济组织成员，且没有其他宅基地。',
  check(facts) {
    const member = facts.form.membership === 'member';
    const others = facts.otherHomesteads ?? [];
    const [first] = others;
    return {
      pass: member && others.length === 0,
      saw: { membership: facts.form.membership, others },
      ...(member && first
        ? { message: `${first.name}已有登记的宅基地（${first.unit}），一户只能拥有一处宅基地，不能受让。` }
        : { message: '受让方不是本集体经济组织成员，不能受让宅基地使用权及房屋所有权。' }),
    };
  },
};

/** 单方申请的转移：原权利人须是登记簿上的权利人，其余共有人仍为权利人。 */
const formerHolderRegistered: RegistrationRule = {
  code: 'FORMER_HOLDER_REGISTERED',
  version: 1,
  title: '原权利人与登记簿一致',
  weight: 'block',
  citation: law.inspection,
  text: '登记机构查验有关证明材料、文件与申请登记的内容是否一致。',
  message: '原权利人（被继承人）不是登记簿记载的权利人。',
  check(facts) {
    const former = partiesOf(facts, 'formerHolder');
    const taking = new Set(partiesOf(facts, 'transferee').map((party) => party.idIndex));
    const problems = facts.units.flatMap((unit) => {
      const title = ownershipOf(unit);
      const holders = title?.holders ?? [];
      const isFormer = (idIndex: string) => former.some((party) => party.idIndex === idIndex);
      const strangers = former.filter(
        (party) => !holders.some((each) => each.idIndex === party.idIndex && each.name === party.name),
      );
      // A co-owner by shares keeps the own share; joint owners hold the whole, so each goes on as one of the new holders.
      const stayApart = title?.coOwnership === '2' && former.length === 1;
      const left = stayApart
        ? []
        : holders.filter((holder) => !isFormer(holder.idIndex) && !taking.has(holder.idIndex));
      return [
        ...strangers.map((party) => `${party.name}不是登记簿记载的权利人（姓名、证件须与登记簿一致）。`),
        ...left.map((holder) => `共有人${holder.name}仍是权利人，须一并作为受让方填写。`),
      ];
    });
    const [first] = problems;
    return {
      pass: former.length > 0 && problems.length === 0,
      saw: { former: former.map((party) => party.name), problems },
      ...(first ? { message: first } : {}),
    };
  },
};

export const transferRules = [
  landIsClear,
  priceNamed,
  preemptionRespected,
  majorityDisposes,
  allottedLandApproved,
  homesteadTransferee,
  formerHolderRegistered,
];
