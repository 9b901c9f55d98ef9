import type { RuleUse } from '@hengchan/casework';
import { law } from '@hengchan/registration';
import Type from 'typebox';
import {
  choice,
  day,
  proofNumber,
  reasonOf,
  rightChange,
  riskAcknowledged,
  words,
  yuan,
} from '../parts/fields.ts';
import { guardianProof, mortgageContract, releaseStatement } from '../parts/materials.ts';
import { claimsFixed, claimTransfer, mortgageAgreement } from '../parts/right-materials.ts';
import { consenting, debtor, guardian, mortgagee, mortgagor, newMortgagee } from '../parts/roles.ts';
import { always, chosen, freeToDispose, limitedRight, notGrowing } from './limited-right.ts';

const fee = { schedule: 'mortgage', payer: 'mortgagee' };
/** 预告权利人: without their consent nothing is mortgaged (民法典 221). */
const noticeHolder = consenting('预告登记权利人', '该不动产已办理预告登记的，须其同意。');

/** What must not stand in the way of a mortgage, and what can be mortgaged at all. */
const freeToMortgage: readonly RuleUse[] = [...freeToDispose, { rule: 'MORTGAGEABLE', moments: always }];

/** What a mortgage says. */
export const mortgageFields = {
  mode: choice('抵押方式', '1 一般抵押；2 最高额抵押', { '1': '一般抵押', '2': '最高额抵押' }, '1'),
  principal: yuan('担保金额（元）', '一般抵押为被担保主债权数额，最高额抵押为最高债权额', '800000.00'),
  termFrom: day('债务履行期限起', '最高额抵押为债权确定期间起', '2026-11-20'),
  termTo: day('债务履行期限止', '最高额抵押为债权确定期间止', '2046-11-19'),
  transferRestricted: Type.Boolean({
    title: '约定禁止或限制转让抵押财产',
    description: '登记后，未经抵押权人同意转让的，抵押权人可以主张不发生物权效力',
    examples: [false],
  }),
  scope: Type.Optional(
    words('担保范围', '主债权及利息、违约金等', '主债权及其利息、违约金、损害赔偿金和实现抵押权的费用', 500),
  ),
  contractNumber: Type.Optional(words('抵押合同编号', '合同上的编号', 'DY-2026-0001', 64)),
};

/** A claim of somebody else's, of an amount, for a time. */
export const secured: readonly RuleUse[] = [
  { rule: 'MORTGAGEE_IS_ANOTHER', moments: ['accept'] },
  { rule: 'SECURED_AMOUNT_NAMED', moments: ['accept'] },
  { rule: 'TERM_IN_ORDER', moments: ['accept'], parameters: { withinLandTerm: false } },
];

const first = {
  registrationType: '100',
  laws: [law.jointApplication, law.mortgageable, law.notMortgageable, law.mortgageRegistered],
  parties: [mortgagor, mortgagee, debtor, noticeHolder, guardian],
  form: Type.Object({ ...mortgageFields, riskAcknowledged }),
  materials: [mortgageContract, guardianProof],
  rules: [
    ...freeToMortgage,
    { rule: 'PARTIES_HOLD_THE_RIGHT', moments: always },
    ...secured,
    { rule: 'LAND_TERM_RUNS', moments: ['accept', 'review'] },
    { rule: 'GUARDIAN_TAKES_PART', moments: ['accept', 'review'] },
    { rule: 'MINORS_PROTECTED', moments: ['review'] },
  ],
  effects: ['establish-mortgage'],
  outcome: 'proof',
  exclusive: true,
  notifies: ['bank', 'housing'],
  automatic: true,
  identified: ['debtor'],
  fee,
} as const;

/** 抵押权首次登记 begun by the bank or the owner (ONL-BNK-01). */
export const mortgageFirst = limitedRight({
  ...first,
  keywords: ['抵押', '贷款', '按揭', '房屋抵押', '最高额抵押'],
  summary: '用房屋作抵押借款：银行或房主在线申请，双方确认后登记，抵押权自登记时设立。',
  audience: '不动产权利人与债权人（银行等）',
  review: true,
});

/** 抵押权首次登记 at the counter. */
export const mortgageRegistration = limitedRight({
  ...first,
  keywords: ['抵押', '贷款', '按揭', '最高额抵押'],
  summary: '用不动产作抵押借款：双方申请，抵押权自登记时设立。',
  audience: '不动产权利人与债权人',
});

/** 外地银行: a bank without an account here; the company applies, the bank signs and seals its consent. */
export const mortgageToBankElsewhere = limitedRight({
  ...first,
  keywords: ['抵押', '外地银行', '异地贷款'],
  summary: '抵押权人为外地银行：由企业发起，外地银行在线确认，或提交加盖公章的同意材料到窗口办理。',
  audience: '企业与外地银行',
});

/** 民间借贷: the creditor is a person or another body than a bank. */
export const mortgageToPrivateLender = limitedRight({
  ...first,
  keywords: ['抵押', '民间借贷', '个人借款'],
  summary: '向个人或非金融机构借款，用不动产作抵押：双方确认后登记，出具登记证明。',
  audience: '借贷双方',
});

/** 在建建筑物抵押: on what has been built and registered so far; looked at on site (条例 19). */
export const constructionMortgage = limitedRight({
  ...first,
  keywords: ['在建工程抵押', '在建建筑物'],
  summary: '以在建建筑物连同其占用的土地抵押：登记人员实地查看，抵押只及于已完成部分。',
  audience: '建设单位与债权人',
  rightTypes: ['3', '4'],
  effects: ['establish-construction-mortgage'],
  automatic: false,
  siteVisit: true,
  workingDays: 5,
});

const later = {
  keywords: ['抵押变更', '抵押转让', '解押'],
  audience: '抵押人与抵押权人',
  notifies: ['bank'],
} as const;

/** 抵押权变更登记: other mortgagees must not suffer by it without agreeing (民法典 409). */
export const mortgageAlteration = limitedRight({
  ...later,
  summary: '抵押担保的数额、期限、范围或转让约定变更：双方协议，必要时其他抵押权人同意，换发登记证明。',
  registrationType: '300',
  laws: [law.mortgageAlteration, law.alterationCases],
  parties: [mortgagor, mortgagee, consenting('其他抵押权人', '变更对其不利的，须其同意。')],
  form: Type.Object({
    ...rightChange('principal', 'term', 'scope', 'restriction'),
    proofNumber,
    reason: reasonOf('抵押权内容变更'),
  }),
  materials: [mortgageAgreement],
  rules: [
    { rule: 'UNIT_NOT_LOCKED', moments: always },
    { rule: 'PARTIES_HOLD_THE_RIGHT', moments: always },
    chosen('mortgage', 'mortgagee'),
    { rule: 'RIGHT_CHANGE_NAMED', moments: always },
    { rule: 'INCREASE_CONSENTED', moments: always },
    ...notGrowing('mortgage'),
  ],
  effects: ['alter-mortgage'],
  outcome: 'proof',
});

/** 抵押权转移登记: with the claim it secures (民法典 407, 421). */
export const mortgageTransfer = limitedRight({
  ...later,
  summary: '主债权转让，抵押权一并转移：转让双方申请，受让人取得新的登记证明。',
  registrationType: '200',
  laws: [law.mortgageWithClaim, law.maximumMortgageTransfer],
  parties: [mortgagee, newMortgagee],
  form: Type.Object({
    proofNumber,
    agreed: Type.Optional(
      Type.Boolean({
        title: '最高额抵押权可随部分债权转让',
        description: '债权确定前转让最高额抵押权，当事人另有约定的勾选',
        examples: [true],
      }),
    ),
    reason: reasonOf('主债权转让'),
  }),
  materials: [claimTransfer],
  rules: [
    { rule: 'UNIT_NOT_LOCKED', moments: always },
    chosen('mortgage', 'mortgagee'),
    { rule: 'MAXIMUM_TRANSFER_AGREED', moments: always },
  ],
  effects: ['transfer-mortgage'],
  outcome: 'proof',
});

/** 抵押权注销登记: the mortgagee alone may ask. */
export const mortgageEnd = limitedRight({
  ...later,
  keywords: ['还清贷款', '解押', '注销抵押', '抵押注销'],
  audience: '抵押权人（银行等）',
  summary: '债权消灭或抵押权人放弃：由抵押权人申请注销，免收登记费。',
  registrationType: '400',
  laws: [law.cancellationCases, law.mortgageEnds],
  parties: [mortgagee],
  form: Type.Object({ proofNumber, reason: reasonOf('主债权消灭') }),
  materials: [releaseStatement],
  rules: [{ rule: 'MORTGAGE_CHOSEN', moments: always }],
  effects: ['cancel-mortgage'],
  outcome: 'none',
  alone: true,
  automatic: true,
});

/** 最高额抵押权确定登记 (民法典 423). */
export const maximumMortgageFixed = limitedRight({
  ...later,
  summary: '最高额抵押担保的债权确定：登记确定的日期和数额，换发登记证明。',
  registrationType: '300',
  laws: [law.claimsFixed],
  parties: [mortgagor, mortgagee],
  form: Type.Object({
    determinedOn: day('债权确定日', '约定的期间届满或法定事由发生之日', '2026-11-20'),
    principal: yuan('确定的债权数额（元）', '不超过最高债权额', '500000.00'),
    proofNumber,
    reason: reasonOf('最高额抵押权担保的债权确定'),
  }),
  materials: [claimsFixed],
  rules: [
    { rule: 'UNIT_NOT_LOCKED', moments: always },
    { rule: 'PARTIES_HOLD_THE_RIGHT', moments: always },
    chosen('mortgage', 'mortgagee'),
    { rule: 'MAXIMUM_TO_DETERMINE', moments: always },
  ],
  effects: ['determine-mortgage'],
  outcome: 'proof',
});
