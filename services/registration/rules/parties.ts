import type { Rule } from '@hengchan/rules';
import { addShares, compareShare, type Share, sharesSumToOne } from '@hengchan/standards';
import { changesIn } from '../changes.ts';
import {
  mortgagesOf,
  ownershipOf,
  type PartyFact,
  partiesOf,
  type RegistrationFacts,
  type UnitFact,
} from '../facts.ts';
import { law } from '../law.ts';
import { outvoted, sharePassed } from '../share-passed.ts';

type RegistrationRule = Rule<RegistrationFacts>;

/** Roles whose members must be the registered holders. */
export const disposingRoles = ['transferor', 'mortgagor', 'holder', 'obligor'];

/** Roles whose members will hold the right together. */
const takingRoles = ['transferee', 'applicant', 'manager', 'newManager', 'newClaimant'];

/** 转让方（抵押人）须是登记簿上的全体权利人，姓名证件一致。 */
const partiesHoldTheRight: RegistrationRule = {
  code: 'PARTIES_HOLD_THE_RIGHT',
  version: 1,
  title: '申请人与登记簿记载的权利人一致',
  weight: 'block',
  citation: law.inspection,
  text: '登记机构查验有关证明材料、文件与申请登记的内容是否一致；处分共有的不动产须经共有人依法同意。',
  message:
    '转让（抵押）一方与登记簿记载的权利人不一致。姓名或证件有变化的，请先办理变更登记；共有的，须全体共有人参加。',
  check(facts) {
    const disposing = facts.parties.filter((party) => disposingRoles.includes(party.role));
    const newName = changesIn(facts.form).newName ?? '';
    const problems = facts.units.flatMap((unit) =>
      compare(
        unit,
        disposing,
        newName,
        sharePassed(facts, unit) !== undefined || outvoted(facts, unit) !== undefined,
      ),
    );
    const first = problems[0];
    return {
      pass: disposing.length > 0 && problems.length === 0,
      saw: { parties: disposing.map((party) => party.name), problems },
      ...(first ? { message: first } : {}),
    };
  },
};

/** Who asks for a new name to be entered applies under it: it is the one on the identity card. */
function compare(
  unit: UnitFact,
  disposing: readonly { name: string; idIndex: string }[],
  newName: string,
  aloneEnough: boolean,
): string[] {
  const holders = ownershipOf(unit)?.holders ?? [];
  const problems: string[] = [];
  for (const party of disposing) {
    const holder = holders.find((each) => each.idIndex === party.idIndex);
    if (!holder) problems.push(`${party.name}不是该不动产的登记权利人，不能以转让方（抵押人）身份申请。`);
    else if (holder.name !== party.name && party.name !== newName)
      problems.push(`${party.name}的姓名与登记簿记载的“${holder.name}”不一致，请先办理变更登记。`);
  }
  // A co-owner by shares disposes of the own share alone, two thirds of the shares of the whole (民法典 305, 301).
  if (aloneEnough) return problems;
  for (const holder of holders) {
    if (!disposing.some((party) => party.idIndex === holder.idIndex))
      problems.push(`共有人${holder.name}未参加申请；处分共有不动产须全体共有人同意。`);
  }
  return problems;
}

/** 受让方不得与转让方为同一人。 */
const partiesDiffer: RegistrationRule = {
  code: 'PARTIES_DIFFER',
  version: 1,
  title: '双方不是同一人',
  weight: 'block',
  citation: law.jointApplication,
  text: '因买卖等申请登记的，由当事人双方共同申请。',
  message:
    '转让方与受让方不能是相同的人；只改变共有方式的，请办理共有性质变更登记，只改变份额的，请填写新的份额。',
  parameters: { sharing: false },
  check(facts, { sharing }) {
    const from = new Set(partiesOf(facts, 'transferor').map((party) => party.idIndex));
    const to = partiesOf(facts, 'transferee');
    const same = to.filter((party) => from.has(party.idIndex)).map((party) => party.name);
    // A co-owner may buy the others out, so only an identical set of people is refused, unless what each holds changes.
    const identical = to.length > 0 && same.length >= Math.max(from.size, to.length);
    const changed = identical && facts.units.every((unit) => sharesChange(unit, to, sharing === true));
    return { pass: !identical || changed, saw: { same, changed } };
  },
};

/** 份额变化 (实施细则 27): somebody's share is another than before; `sharing` also lets people who held jointly hold by shares. */
function sharesChange(unit: UnitFact, to: readonly PartyFact[], sharing: boolean): boolean {
  const title = ownershipOf(unit);
  if (title?.coOwnership !== '2' && !sharing) return false;
  return to.some(({ idIndex, share }) => {
    const before = title?.holders.find((holder) => holder.idIndex === idIndex)?.share;
    return share !== undefined && (before === undefined || compareShare(before, share) !== 0);
  });
}

/** 受让份额合计须为全部；单独所有只能有一人。 */
const sharesAddUp: RegistrationRule = {
  code: 'SHARES_ADD_UP',
  version: 1,
  title: '共有方式与份额完整',
  weight: 'block',
  citation: { law: '中华人民共和国民法典', article: '第二百九十八条', verified: true },
  text: '按份共有人对共有的不动产或者动产按照其份额享有所有权。',
  message: '按份共有的份额合计应等于 1。',
  check(facts) {
    const taking = facts.parties.filter((party) => takingRoles.includes(party.role));
    // Holders who change how they hold (共有性质变更) take from nobody.
    const holders = partiesOf(facts, 'holder');
    // Whom an advance notice protects takes part in other cases only to consent.
    const buyers = taking.length > 0 ? taking : holders.length > 0 ? holders : partiesOf(facts, 'claimant');
    const shares = buyers.flatMap((party): Share[] => (party.share ? [party.share] : []));
    const coOwnership = facts.form.coOwnership;
    const saw = {
      coOwnership,
      buyers: buyers.length,
      shares: shares.map((share) => `${share.numerator}/${share.denominator}`),
    };
    const passed = sharePassed(facts);
    if (passed) return { ...checkShareOf(passed, buyers.length, shares), saw };
    if (coOwnership === '0')
      return {
        pass: buyers.length === 1,
        saw,
        message: '单独所有只能有一位权利人；多人共有请选择共同共有或按份共有。',
      };
    if (coOwnership === '1')
      return {
        pass: buyers.length > 1 && shares.length === 0,
        saw,
        message: '共同共有须有两位以上权利人，且不填写份额。',
      };
    const pass = buyers.length > 1 && shares.length === buyers.length && sharesSumToOne(shares);
    return { pass, saw, message: '按份共有须有两位以上权利人，每人填写份额，且合计等于 1。' };
  },
};

/** Undefined where there are none, or they are too fine to be added up. */
function sumOf(shares: readonly Share[]): Share | undefined {
  try {
    return shares.length > 0 ? addShares(...shares) : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Of one co-owner's share: whoever takes it alone need not say how much, several say their parts of the whole. */
function checkShareOf(passed: Share, takers: number, shares: readonly Share[]) {
  const parts = sumOf(shares);
  const isAll = parts !== undefined && compareShare(parts, passed) === 0;
  return {
    pass: takers === 1 && shares.length === 0 ? true : shares.length === takers && isAll,
    message: `转让的是按份共有的份额，各受让方的份额合计应为 ${passed.numerator}/${passed.denominator}。`,
  };
}

/** 限制转让约定已登记的，须抵押权人同意。 */
const restrictedTransferConsented: RegistrationRule = {
  code: 'RESTRICTED_TRANSFER_CONSENTED',
  version: 1,
  title: '已登记的禁止或限制转让约定取得抵押权人同意',
  weight: 'block',
  citation: law.restrictedTransfer,
  text: '当事人约定禁止或者限制转让抵押财产且已经将约定登记，抵押人违反约定转让抵押财产，抵押权人请求确认转让不发生物权效力的，人民法院应予支持，但是因受让人代替债务人清偿债务导致抵押权消灭的除外。',
  message:
    '抵押登记载有禁止或限制转让的约定，须抵押权人同意；请由抵押权人作为同意人参加并确认，或先还清贷款注销抵押。',
  check(facts) {
    const consenting = new Set(
      [...partiesOf(facts, 'mortgagee'), ...partiesOf(facts, 'consenting')].map((party) => party.idIndex),
    );
    const restricted = facts.units
      .flatMap(mortgagesOf)
      .filter(
        (right) =>
          right.content.transferRestricted && !right.holders.some((holder) => consenting.has(holder.idIndex)),
      )
      .map((right) => ({
        entry: right.registeredEntry,
        mortgagee: right.holders.map((holder) => holder.name),
      }));
    return { pass: restricted.length === 0, saw: { restricted } };
  },
};

/** 参加的抵押权人须是登记簿上的抵押权人，且全部参加。 */
const mortgageesRegistered: RegistrationRule = {
  code: 'MORTGAGEES_REGISTERED',
  version: 1,
  title: '抵押权人与登记簿一致',
  weight: 'block',
  citation: law.inspection,
  text: '登记机构查验有关证明材料、文件与申请登记的内容是否一致。',
  message: '抵押权人与登记簿记载不一致，或有抵押权人没有参加。',
  parameters: { all: false },
  check(facts, { all }) {
    const parties = partiesOf(facts, 'mortgagee');
    const held = facts.units.flatMap(mortgagesOf).flatMap((right) => right.holders);
    const strangers = parties
      .filter((party) => !held.some((holder) => holder.idIndex === party.idIndex))
      .map((party) => party.name);
    const absent = held
      .filter((holder) => !parties.some((party) => party.idIndex === holder.idIndex))
      .map((holder) => holder.name);
    return {
      pass: strangers.length === 0 && (!all || absent.length === 0) && held.length > 0,
      saw: { strangers, absent: all ? absent : [] },
    };
  },
};

/** 抵押权人不能是抵押人自己：没有对自己的债权。 */
const mortgageeIsAnother: RegistrationRule = {
  code: 'MORTGAGEE_IS_ANOTHER',
  version: 1,
  title: '抵押权人不是抵押人自己',
  weight: 'block',
  citation: law.mortgage,
  text: '为担保债务的履行，债务人或者第三人不转移财产的占有，将该财产抵押给债权人的，债务人不履行到期债务或者发生当事人约定的实现抵押权的情形，债权人有权就该财产优先受偿。',
  message: '抵押权人与抵押人不能是相同的人，请核对抵押权人（债权人）。',
  check(facts) {
    // Whoever buys with a loan mortgages what is bought.
    const mortgaging = [...partiesOf(facts, 'mortgagor'), ...partiesOf(facts, 'transferee')];
    const own = new Set(mortgaging.map((party) => party.idIndex));
    const same = partiesOf(facts, 'mortgagee').filter((party) => own.has(party.idIndex));
    return { pass: same.length === 0, saw: { same: same.map((party) => party.name) } };
  },
};

export const partyRules = [
  partiesHoldTheRight,
  partiesDiffer,
  mortgageeIsAnother,
  sharesAddUp,
  restrictedTransferConsented,
  mortgageesRegistered,
];
