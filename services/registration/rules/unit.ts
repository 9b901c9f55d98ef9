import type { SeizureRight } from '@hengchan/register';
import type { Rule } from '@hengchan/rules';
import { ownershipOf, partiesOf, type RegistrationFacts, seizuresOf } from '../facts.ts';
import { law } from '../law.ts';

type RegistrationRule = Rule<RegistrationFacts>;

/** 申请的不动产单元须在登记簿中存在。 */
const unitExists: RegistrationRule = {
  code: 'UNIT_EXISTS',
  version: 1,
  title: '不动产单元已登记',
  weight: 'block',
  citation: law.inspection,
  text: '登记机构查验不动产界址、空间界限、面积等材料与申请登记的不动产状况是否一致。',
  message: '登记簿中没有该不动产单元的有效登记，请核对单元代码；未办理首次登记的，应先申请首次登记。',
  check(facts) {
    const missing = facts.units.filter((unit) => !unit.exists || !ownershipOf(unit)).map((unit) => unit.code);
    return {
      pass: facts.units.length > 0 && missing.length === 0,
      saw: { units: facts.units.map((unit) => unit.code), missing },
    };
  },
};

/**
 * 预查封 against somebody waits for the title to become theirs and then turns into a seizure by itself (法发〔2004〕5号): it does not stop
 * the transfer to them, only a mortgage they would set up with it.
 */
function waitsForBuyer(facts: RegistrationFacts, { content }: SeizureRight): boolean {
  const against = content.respondent?.idIndex;
  const isBuyer = partiesOf(facts, 'transferee').some((party) => party.idIndex === against);
  return (content.kind === '3' || content.kind === '4') && isBuyer && facts.form.principal === undefined;
}

/** 查封期间不得办理转移、抵押等处分登记。 */
export const unitNotSeized: RegistrationRule = {
  code: 'UNIT_NOT_SEIZED',
  version: 1,
  title: '不动产未被查封',
  weight: 'block',
  citation: law.seizedDisposal,
  text: '被执行人就已经查封、扣押、冻结的财产所作的移转、设定权利负担或者其他有碍执行的行为，不得对抗申请执行人。',
  message: '该不动产已被查封，查封期间不能办理处分登记；请先由查封机关解除查封。',
  check(facts) {
    const seizures = facts.units.flatMap((unit) =>
      seizuresOf(unit)
        .filter((right) => !waitsForBuyer(facts, right))
        .map((right) => ({
          unit: unit.code,
          entry: right.registeredEntry,
          queue: right.queue,
          authority: right.content.authority.name,
          document: right.content.documentNumber,
          until: right.content.effectiveUntil,
        })),
    );
    const first = seizures[0];
    return {
      pass: seizures.length === 0,
      saw: { seizures },
      ...(first
        ? {
            message: `该不动产已被${first.authority}查封，文号为${first.document}，登簿序号 ${first.entry}；查封期间不能办理处分登记；请先由查封机关解除查封。`,
          }
        : {}),
    };
  },
};

/** 同一单元没有另一件已受理的处分登记。 */
const unitNotPending: RegistrationRule = {
  code: 'UNIT_NOT_PENDING',
  version: 1,
  title: '没有正在办理的其他登记',
  weight: 'block',
  citation: law.inspection,
  text: '同一不动产单元的登记按受理先后依次办理。',
  message: '该不动产另有已受理、尚未办结的登记，请待其办结后再申请。',
  check(facts) {
    const pending = facts.units.flatMap((unit) => unit.pendingCases);
    return {
      pass: pending.length === 0,
      saw: { pending },
      ...(pending.length > 0
        ? { message: `该不动产另有已受理、尚未办结的登记（${pending.join('、')}），请待其办结后再申请。` }
        : {}),
    };
  },
};

/** 有抵押的，受让方应当知道；抵押财产可以转让，抵押权不受影响。 */
const mortgageKnown: RegistrationRule = {
  code: 'MORTGAGE_KNOWN',
  version: 1,
  title: '抵押情况提示',
  weight: 'warn',
  citation: law.transferOfMortgaged,
  text: '抵押期间，抵押人可以转让抵押财产。当事人另有约定的，按照其约定。抵押财产转让的，抵押权不受影响。抵押人转让抵押财产的，应当及时通知抵押权人。',
  message: '该不动产设有抵押，转让后抵押权不受影响，仍在该不动产上；请确认已通知抵押权人。',
  check(facts) {
    const mortgages = facts.units.flatMap((unit) =>
      unit.rights.flatMap((right) =>
        right.kind === 'mortgage'
          ? [
              {
                unit: unit.code,
                entry: right.registeredEntry,
                mortgagee: right.holders.map((holder) => holder.name),
                principal: right.content.principal,
              },
            ]
          : [],
      ),
    );
    return { pass: mortgages.length === 0, saw: { mortgages } };
  },
};

/** 带押过户的前提：确有抵押。 */
const unitMortgaged: RegistrationRule = {
  code: 'UNIT_MORTGAGED',
  version: 1,
  title: '不动产设有抵押',
  weight: 'block',
  citation: law.transferOfMortgaged,
  text: '抵押期间，抵押人可以转让抵押财产；抵押财产转让的，抵押权不受影响。',
  message: '该不动产没有抵押登记，不适用本业务。',
  check(facts) {
    const without = facts.units
      .filter((unit) => !unit.rights.some((right) => right.kind === 'mortgage'))
      .map((unit) => unit.code);
    return { pass: without.length === 0, saw: { without } };
  },
};

/** 土地使用期限未届满。 */
const landTermRuns: RegistrationRule = {
  code: 'LAND_TERM_RUNS',
  version: 1,
  title: '权利期限未届满',
  weight: 'block',
  citation: law.refusal,
  text: '申请登记的不动产权利超过规定期限的，登记机构应当不予登记。住宅建设用地使用权期限届满的，自动续期。',
  message: '建设用地使用权期限已届满，请先办理续期。',
  check(facts) {
    // Land for homes renews itself on expiry (民法典 359), so only other land can run out.
    const expired = facts.units
      .filter(
        (unit) => !unit.use.startsWith('1') && unit.landTermTo !== undefined && unit.landTermTo < facts.today,
      )
      .map((unit) => ({ unit: unit.code, until: unit.landTermTo }));
    return { pass: expired.length === 0, saw: { expired } };
  },
};

export const unitRules = [
  unitExists,
  unitNotSeized,
  unitNotPending,
  mortgageKnown,
  unitMortgaged,
  landTermRuns,
];
