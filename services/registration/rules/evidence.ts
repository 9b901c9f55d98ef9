import type { Rule } from '@hengchan/rules';
import { formatArea, normaliseCertificateNumber } from '@hengchan/standards';
import { type AskedFact, ownershipOf, type RegistrationFacts } from '../facts.ts';
import { law } from '../law.ts';

type RegistrationRule = Rule<RegistrationFacts>;

const asked = (facts: RegistrationFacts, kind: string) => facts.asked.filter((each) => each.kind === kind);
const brief = (each: AskedFact) => ({ subject: each.subject, outcome: each.outcome });

/** 材料齐全。 */
const materialsComplete: RegistrationRule = {
  code: 'MATERIALS_COMPLETE',
  version: 1,
  title: '申请材料齐全',
  weight: 'block',
  citation: law.materials,
  text: '申请人应当提交登记申请书、身份证明、权属证明、登记原因证明等材料，并对材料的真实性负责。',
  message: '申请材料不齐全，请补齐后提交。',
  check: (facts) => ({
    pass: facts.missingMaterials.length === 0,
    saw: { missing: facts.missingMaterials },
    message: `还缺少：${facts.missingMaterials.join('、')}。`,
  }),
};

/** 身份经公安（企业经市场监管）核验一致。 */
const identityConfirmed: RegistrationRule = {
  code: 'IDENTITY_CONFIRMED',
  version: 1,
  title: '身份核验一致',
  weight: 'block',
  citation: law.registrarDuties,
  text: '登记机构应当查验申请人提供的权属证明和其他必要材料。',
  message: '身份信息与发证机关记录不一致，请核对姓名和证件号码。',
  check(facts) {
    const identities = asked(facts, 'identity');
    const wrong = identities.filter((each) => each.outcome === 'mismatch');
    return {
      pass: wrong.length === 0,
      saw: { identities: identities.map(brief) },
      message: `${wrong.map((each) => each.subject).join('、')}的身份信息与发证机关记录不一致，请核对姓名和证件号码。`,
    };
  },
};

/** 未能核验的，不作通过，转人工。 */
const identityVerified: RegistrationRule = {
  code: 'IDENTITY_VERIFIED',
  version: 1,
  title: '身份已核验',
  weight: 'person',
  citation: law.registrarDuties,
  text: '登记机构应当查验申请人提供的权属证明和其他必要材料。',
  message: '身份核验服务没有答复，须由登记人员核对证件原件或影像。',
  check(facts) {
    const identities = asked(facts, 'identity');
    const subjects = new Set(
      identities.filter((each) => each.outcome !== 'unavailable').map((each) => each.subject),
    );
    const open = facts.parties
      // Somebody whose right passes without them (a decedent, a debtor in enforcement) does not act in the case.
      .filter((party) => party.role !== 'formerHolder' && !subjects.has(party.name))
      .map((party) => party.name);
    return { pass: open.length === 0, saw: { identities: identities.map(brief), open } };
  },
};

/** 网签合同已备案并与申请一致。 */
const contractFiled: RegistrationRule = {
  code: 'CONTRACT_FILED',
  version: 1,
  title: '买卖合同已网签备案且与申请一致',
  weight: 'person',
  citation: law.transferMaterials,
  text: '因买卖申请转移登记的，应当提交不动产买卖合同。',
  message: '没有取得与申请一致的网签备案信息，须由登记人员核对合同。',
  check(facts) {
    const contracts = asked(facts, 'contract');
    const price = facts.form.price;
    const agreed = contracts.filter((each) => each.outcome === 'match');
    return { pass: agreed.length > 0, saw: { price, contracts: contracts.map(brief) } };
  },
};

/** 不动产单元信息与登记簿、合同逐项一致 (REG-AUD-06)。 */
const unitFactsAgree: RegistrationRule = {
  code: 'UNIT_FACTS_AGREE',
  version: 1,
  title: '不动产单元信息一致',
  weight: 'person',
  citation: law.inspection,
  text: '登记机构查验不动产界址、空间界限、面积等材料与申请登记的不动产状况是否一致。',
  message: '不动产单元信息与登记簿不一致。',
  check(facts) {
    const area = asked(facts, 'contract').find((each) => each.outcome === 'match')?.data.area;
    const differences = facts.units.flatMap((unit) => {
      const pairs: [string, string, string][] = [
        ['坐落', unit.declared.location, unit.location],
        ['面积', unit.declared.area, unit.area],
      ];
      if (typeof area === 'string') pairs.push(['合同面积', formatArea(area), formatArea(unit.area)]);
      return pairs
        .filter(([, given, registered]) => given !== registered)
        .map(([what, given, registered]) => ({ unit: unit.code, what, given, registered }));
    });
    const [first] = differences;
    return {
      pass: differences.length === 0,
      saw: { differences },
      ...(first
        ? {
            message: differences
              .map((each) => `${each.what}：申请为“${each.given}”，登记簿为“${each.registered}”`)
              .join('；'),
          }
        : {}),
    };
  },
};

/** 填写的原证号与登记簿一致 (REG-AUD-07)。 */
const certificateAgrees: RegistrationRule = {
  code: 'CERTIFICATE_AGREES',
  version: 1,
  title: '原不动产权证号一致',
  weight: 'block',
  citation: law.inspection,
  text: '登记机构查验有关证明材料、文件与申请登记的内容是否一致。',
  message: '填写的原不动产权证号与登记簿记载不一致。',
  check(facts) {
    const given =
      typeof facts.form.certificateNumber === 'string'
        ? normaliseCertificateNumber(facts.form.certificateNumber)
        : '';
    const registered = facts.units.flatMap((unit) => {
      const right = ownershipOf(unit);
      return [right?.certificate, ...(right?.holders.map((holder) => holder.certificate) ?? [])].flatMap(
        (number) => number ?? [],
      );
    });
    return { pass: given === '' || registered.includes(given), saw: { given, registered } };
  },
};

/** 登记簿记为单独所有而已婚的，提示询问。 */
const spouseAware: RegistrationRule = {
  code: 'SPOUSE_AWARE',
  version: 1,
  title: '婚姻状况提示',
  weight: 'warn',
  citation: { law: '中华人民共和国民法典', article: '第一千零六十二条', verified: false },
  text: '夫妻在婚姻关系存续期间所得的财产，为夫妻的共同财产，归夫妻共同所有；登记机构以登记簿记载为准。',
  message: '登记簿记载为单独所有，转让方登记为已婚，建议询问配偶是否知情。',
  check(facts) {
    const single = facts.parties.filter((party) => party.role === 'transferor').length === 1;
    const married = asked(facts, 'marriage')
      .filter((each) => each.data.status === 'married')
      .map((each) => each.subject);
    const sellers = new Set(
      facts.parties.filter((party) => party.role === 'transferor').map((party) => party.name),
    );
    return { pass: !single || !married.some((name) => sellers.has(name)), saw: { married } };
  },
};

/** 契税等已缴清或免征，未缴不予登记。 */
const taxSettled: RegistrationRule = {
  code: 'TAX_SETTLED',
  version: 1,
  title: '已取得完税或免税凭证',
  weight: 'block',
  citation: law.deedTax,
  text: '纳税人办理土地、房屋权属登记，不动产登记机构应当查验契税完税、减免税凭证或者有关信息。未按照规定缴纳契税的，不动产登记机构不予办理土地、房屋权属登记。',
  message: '尚未取得完税（免税）凭证，依法不能登记。',
  check: (facts) => ({ pass: facts.taxSettled, saw: { receipts: facts.taxReceipts } }),
};

/** 登记费已缴。 */
const feePaid: RegistrationRule = {
  code: 'FEE_PAID',
  version: 1,
  title: '登记费已缴清',
  weight: 'block',
  citation: law.perItemFee,
  text: '不动产登记费按件收取，不得按照不动产的面积、体积或者价款的比例收取。',
  message: '登记费尚未缴清。',
  check: (facts) => ({
    pass: facts.paymentPaid >= facts.paymentDue,
    saw: { due: facts.paymentDue, paid: facts.paymentPaid },
  }),
};

export const evidenceRules = [
  materialsComplete,
  identityConfirmed,
  identityVerified,
  contractFiled,
  unitFactsAgree,
  certificateAgrees,
  spouseAware,
  taxSettled,
  feePaid,
];
