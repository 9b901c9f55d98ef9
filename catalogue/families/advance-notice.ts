import type { PartyRole, RuleUse } from '@hengchan/casework';
import { law } from '@hengchan/registration';
import Type from 'typebox';
import { day, heldAs, noticeNumber, reasonOf, riskAcknowledged, words, yuan } from '../parts/fields.ts';
import { mortgageContract } from '../parts/materials.ts';
import { noticeAgreement, presaleContract, sellerAbsent } from '../parts/right-materials.ts';
import { claimant, debtor, mortgagee, obligor } from '../parts/roles.ts';
import { always, limitedRight, noticeChosen } from './limited-right.ts';
import { mortgageFields } from './mortgage.ts';

/** 预告登记 (民法典 221), free of fee (发改价格规〔2016〕2559 号). */

const developer: PartyRole = {
  ...obligor,
  title: '预告登记义务人（房地产开发企业）',
  explanation: '预售、出售商品房的开发企业。',
  kinds: ['organisation'],
};
/** Whoever lends the price on what is not there yet. */
export const lender: PartyRole = {
  ...mortgagee,
  title: '抵押预告登记权利人（贷款银行）',
  explanation: '为预购人提供贷款、将来取得抵押权的银行等。',
};
const { contractNumber: mortgageContractNumber, ...mortgageTerms } = mortgageFields;

const price = yuan('买卖金额（元）', '合同约定的总价', '1280000.00');
const contractNumber = Type.Optional(
  words('合同编号', '已网签备案的可不填，系统自动带入', 'CZ2026-000001', 64),
);
const registrableFrom = Type.Optional(
  day('能够申请登记之日', '已经知道的填写；自这一天起九十日内未申请登记的，预告登记失效', '2026-11-20'),
);
const saleFields = {
  price,
  coOwnership: { ...heldAs, title: '预购人共有方式' },
  contractNumber,
  registrableFrom,
};

/** Nothing stands against promising it, and it was not promised yet. */
const promising: readonly RuleUse[] = [
  { rule: 'OBLIGOR_MAY_PROMISE', moments: always },
  { rule: 'NOT_NOTICED_YET', moments: always },
  { rule: 'UNIT_NOT_LOCKED', moments: always },
  { rule: 'UNIT_NOT_SEIZED', moments: always },
  { rule: 'UNIT_NOT_PENDING', moments: always },
  { rule: 'OBJECTION_ACKNOWLEDGED', moments: ['accept', 'review'] },
  { rule: 'PRICE_NAMED', moments: ['accept'] },
  { rule: 'SHARES_ADD_UP', moments: ['accept', 'entry'] },
  { rule: 'MINORS_PROTECTED', moments: ['review'] },
];
const filed: RuleUse = { rule: 'CONTRACT_FILED', moments: ['review'] };
const securing: readonly RuleUse[] = [
  { rule: 'TERM_IN_ORDER', moments: ['accept'], parameters: { withinLandTerm: false } },
  { rule: 'SECURED_AMOUNT_NAMED', moments: ['accept'] },
];

export const common = {
  audience: '预购商品房或购买其他不动产的人与出卖人',
  units: { minimum: 1, maximum: 1, source: 'either' },
  untitled: true,
} as const;
export const said = ['预告', '预告登记', '预售', '期房'] as const;

const given = {
  ...common,
  registrationType: '700',
  laws: [law.advanceNotice, law.noticeCases, law.presaleNotice],
  outcome: 'proof',
  exclusive: true,
} as const;

/** 预购商品房预告登记: the developer and the buyer, from the contract the housing department has filed. */
export const presaleNotice = limitedRight({
  ...given,
  keywords: [...said, '预购商品房'],
  summary: '预购商品房签约备案后办理预告登记：开发企业申请，预购人在线确认；登记后未经预购人同意不能再处分。',
  rightTypes: ['4'],
  parties: [developer, claimant],
  form: Type.Object({ ...saleFields, riskAcknowledged, reason: reasonOf('商品房预售') }),
  materials: [presaleContract],
  rules: [...promising, filed],
  effects: ['give-notice'],
  contract: true,
  notifies: ['housing'],
});

/** 预购人单方: the developer did not come although the contract says so (实施细则 86). */
export const presaleNoticeAlone = limitedRight({
  ...given,
  keywords: [...said, '预购商品房', '单方申请'],
  summary: '预售人没有按约定申请预告登记的，预购人凭备案的预售合同可以单方申请。',
  audience: '预购商品房的人',
  rightTypes: ['4'],
  parties: [claimant, { ...developer, confirms: false, opens: false }],
  form: Type.Object({ ...saleFields, riskAcknowledged, reason: reasonOf('商品房预售') }),
  materials: [{ ...presaleContract, required: true }, sellerAbsent],
  rules: promising,
  effects: ['give-notice'],
  alone: true,
  notifies: ['housing'],
});

/** 预告登记的设立, of whatever sale: of a home under construction or of what has a title. */
export const saleNotice = limitedRight({
  ...given,
  laws: [law.advanceNotice, law.noticeCases, law.presaleNotice, law.saleNotice],
  keywords: [...said, '买卖', '订金'],
  summary: '签订买卖合同、暂不能过户的，可先办理预告登记：登记后未经预告登记权利人同意，处分不发生物权效力。',
  parties: [claimant, obligor],
  form: Type.Object({ ...saleFields, riskAcknowledged, reason: reasonOf('不动产买卖') }),
  materials: [noticeAgreement],
  rules: promising,
  effects: ['give-notice'],
  notifies: ['housing'],
});

/** 双预告: the sale and the mortgage of the loan that pays for it, a proof each. */
export const doubleNotice = limitedRight({
  ...given,
  laws: [law.advanceNotice, law.noticeCases, law.presaleNotice, law.noticeBecomesMortgage],
  keywords: [...said, '双预告', '按揭', '贷款买房'],
  summary:
    '贷款预购商品房：预购商品房预告登记和抵押预告登记一次申请、一次登簿，各发一份证明，结果告知住建部门。',
  audience: '预购人、开发企业和贷款银行',
  rightTypes: ['4'],
  parties: [developer, claimant, lender, debtor],
  form: Type.Object({
    ...saleFields,
    ...mortgageTerms,
    mortgageContractNumber,
    riskAcknowledged,
    reason: reasonOf('商品房预售'),
  }),
  materials: [presaleContract, mortgageContract],
  rules: [...promising, ...securing, filed],
  effects: ['give-notice', 'give-mortgage-notice'],
  contract: true,
  notifies: ['housing', 'bank'],
});

/** 以预购商品房设定抵押的预告登记, where the sale was noted before. */
export const mortgageNotice = limitedRight({
  ...given,
  laws: [law.advanceNotice, law.noticeCases, law.noticeBecomesMortgage],
  keywords: [...said, '抵押预告', '按揭'],
  summary: '预购商品房已办理预告登记、以其抵押借款的，办理抵押预告登记：正式抵押后自预告登记之日起设立。',
  audience: '预告登记权利人与贷款银行',
  parties: [claimant, lender, debtor],
  form: Type.Object({ ...mortgageTerms, mortgageContractNumber, noticeNumber, reason: reasonOf('抵押合同') }),
  materials: [mortgageContract],
  rules: [
    noticeChosen('claimant', 'title', 'noticeNumber'),
    { rule: 'UNIT_NOT_LOCKED', moments: always },
    { rule: 'UNIT_NOT_SEIZED', moments: always },
    { rule: 'UNIT_NOT_PENDING', moments: always },
    ...securing,
  ],
  effects: ['give-mortgage-notice'],
  notifies: ['bank'],
});
