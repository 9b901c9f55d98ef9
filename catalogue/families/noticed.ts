import type { RuleUse } from '@hengchan/casework';
import { law } from '@hengchan/registration';
import Type from 'typebox';
import {
  day,
  heldAs,
  mortgageNoticeNumber,
  noticeNumber,
  proofNumber,
  reasonOf,
  rightChange,
  words,
  yuan,
} from '../parts/fields.ts';
import { noticeChangeProof, noticeEnd, noticeTransferContract } from '../parts/right-materials.ts';
import { claimant, consenting, newClaimant, newMortgagee } from '../parts/roles.ts';
import { common, lender, said } from './advance-notice.ts';
import { always, limitedRight, noticeChosen } from './limited-right.ts';

/** What becomes of advance notices before they are fulfilled: 预告登记的变更、转移、注销, of one or of both. */

const dependent = consenting(
  '抵押预告登记权利人（同意）',
  '预购人已用预购的房屋办理抵押预告登记的，须抵押预告登记权利人同意。',
);

const which = { role: 'claimant', promised: 'any', proof: 'proofNumber' } as const;
const whichTitle = { role: 'claimant', promised: 'title', proof: 'noticeNumber' } as const;
const whichMortgage = { role: 'mortgagee', promised: 'mortgage', proof: 'mortgageNoticeNumber' } as const;
type Which = typeof which | typeof whichTitle | typeof whichMortgage;

const chosen = ({ role, promised, proof }: Which) => noticeChosen(role, promised, proof);
const use = (rule: string, parameters: Which): RuleUse => ({ rule, moments: always, parameters });
const unlocked: RuleUse = { rule: 'UNIT_NOT_LOCKED', moments: always };
const free: RuleUse = { rule: 'NOTICE_NOT_SEIZED', moments: always };
const differing: RuleUse = { rule: 'NEW_CLAIMANT_DIFFERS', moments: always };
const numbers = { noticeNumber, mortgageNoticeNumber };

const altered = {
  ...common,
  keywords: [...said, '变更'],
  registrationType: '300',
  laws: [law.advanceNotice, law.alterationCases],
  outcome: 'proof',
} as const;

/** 预告登记的变更: one matter of one notice. */
export const noticeAlteration = limitedRight({
  ...altered,
  summary:
    '预告登记的金额、合同编号、能够登记之日或权利人姓名变更：登记后旧值转历史，其他事项不变，换发登记证明。',
  parties: [claimant],
  form: Type.Object({
    ...rightChange('amount', 'contract', 'registrable', 'term', 'name'),
    proofNumber,
    reason: reasonOf('预告登记事项变更'),
  }),
  materials: [noticeChangeProof],
  rules: [unlocked, chosen(which), use('NOTICE_CHANGES', which)],
  effects: ['alter-notice'],
});

/** 双预告变更: what the contract of sale and the loan come to from now on. */
export const doubleNoticeAlteration = limitedRight({
  ...altered,
  keywords: [...altered.keywords, '双预告'],
  summary: '双预告事项变更：房价款、贷款数额或期限改变的，两项预告登记一次变更，旧值转历史，其他事项不变。',
  audience: '预告登记权利人和贷款银行',
  parties: [claimant, lender],
  form: Type.Object({
    price: yuan('变更后的买卖金额（元）', '没有变化的照原来的填写', '1260000.00'),
    principal: yuan('变更后的担保数额（元）', '没有变化的照原来的填写', '760000.00'),
    contractNumber: Type.Optional(words('变更后的买卖合同编号', '有变化的填写', 'CZ2026-000002', 64)),
    mortgageContractNumber: Type.Optional(words('变更后的抵押合同编号', '有变化的填写', 'DY-2026-0002', 64)),
    termTo: Type.Optional(day('变更后的债务履行期限止', '有变化的填写', '2045-11-19')),
    ...numbers,
    reason: reasonOf('双预告事项变更'),
  }),
  materials: [noticeChangeProof],
  rules: [
    unlocked,
    chosen(whichTitle),
    chosen(whichMortgage),
    { rule: 'SECURED_AMOUNT_NAMED', moments: ['accept'] },
    { rule: 'PRICE_NAMED', moments: ['accept'] },
    { rule: 'NOTICE_CHANGES', moments: always, parameters: { ...whichTitle, withMortgage: true } },
  ],
  effects: ['alter-notice', 'alter-mortgage-notice'],
  notifies: ['bank'],
});

const passed = {
  ...common,
  keywords: [...said, '转让', '转移'],
  registrationType: '200',
  laws: [law.advanceNotice, law.noticeCases, law.jointApplication],
  outcome: 'proof',
} as const;

/** 预告登记的转移: with the claim it protects. */
export const noticeTransfer = limitedRight({
  ...passed,
  summary: '合同权利转让的，预告登记一并转移：登记后受让人为预告登记权利人，原预告登记转历史。',
  parties: [claimant, newClaimant, dependent],
  form: Type.Object({ coOwnership: heldAs, proofNumber, reason: reasonOf('合同权利转让') }),
  materials: [noticeTransferContract],
  rules: [
    unlocked,
    chosen(which),
    free,
    differing,
    use('NOTICE_DEPENDENTS_CONSENTED', which),
    { rule: 'SHARES_ADD_UP', moments: ['accept', 'entry'] },
  ],
  effects: ['transfer-notice'],
  notifies: ['housing'],
});

/** 双预告转移: the buyer's place is taken by another, who promises the mortgage from now on; the bank stays or another comes for it. */
export const doubleNoticeTransfer = limitedRight({
  ...passed,
  keywords: [...passed.keywords, '双预告'],
  summary: '双预告权利转移：受让人取得预购人的地位，抵押预告登记随之由受让人承担；更换贷款银行的一并转移。',
  audience: '预告登记权利人、受让人和贷款银行',
  parties: [
    claimant,
    newClaimant,
    lender,
    {
      ...newMortgagee,
      minimum: 0,
      title: '抵押预告登记权利受让人（新的贷款银行）',
      explanation: '不更换贷款银行的不用填写。',
    },
  ],
  form: Type.Object({ coOwnership: heldAs, ...numbers, reason: reasonOf('合同权利转让') }),
  materials: [noticeTransferContract],
  rules: [
    unlocked,
    chosen(whichTitle),
    chosen(whichMortgage),
    free,
    differing,
    use('NOTICE_DEPENDENTS_CONSENTED', whichTitle),
    { rule: 'SHARES_ADD_UP', moments: ['accept', 'entry'] },
  ],
  effects: ['transfer-notice', 'transfer-mortgage-notice'],
  notifies: ['housing', 'bank'],
});

const ended = {
  ...common,
  keywords: [...said, '注销', '解除合同', '退房'],
  registrationType: '400',
  laws: [law.advanceNotice, law.noticeEnds, law.cancellationCases],
  outcome: 'none',
} as const;

/** 预告登记的注销: the claim is gone or given up. */
export const noticeCancellation = limitedRight({
  ...ended,
  summary: '合同解除、债权消灭或放弃预告登记的，注销预告登记，不收费；登记后不动产不再受其限制。',
  parties: [claimant, dependent],
  form: Type.Object({ proofNumber, reason: reasonOf('债权消灭') }),
  materials: [noticeEnd],
  rules: [chosen(which), free, use('NOTICE_DEPENDENTS_CONSENTED', which)],
  effects: ['cancel-notice'],
  notifies: ['housing'],
});

/** 双预告注销: that of the mortgage first, then what it rests on. */
export const doubleNoticeCancellation = limitedRight({
  ...ended,
  keywords: [...ended.keywords, '双预告'],
  summary: '预购合同和贷款都解除的，两项预告登记一并注销，不收费；登记后房屋不再受其限制。',
  audience: '预告登记权利人和贷款银行',
  parties: [claimant, lender],
  form: Type.Object({ ...numbers, reason: reasonOf('债权消灭') }),
  materials: [noticeEnd],
  rules: [chosen(whichTitle), chosen(whichMortgage), free, use('NOTICE_DEPENDENTS_CONSENTED', whichTitle)],
  effects: ['cancel-mortgage-notice', 'cancel-notice'],
  notifies: ['housing', 'bank'],
});
