import type { MaterialRequirement } from '@hengchan/casework';
import { law } from '@hengchan/registration';

/** What rights other than titles rest on. */
const scans = ['application/pdf', 'image/jpeg', 'image/png'] as const;
type Citation = NonNullable<MaterialRequirement['citation']>;

const required = (code: string, title: string, why: string, citation: Citation): MaterialRequirement => ({
  code,
  title,
  why,
  required: true,
  accept: scans,
  citation,
});

export const mortgageAgreement = required(
  'agreement',
  '抵押权变更的协议',
  '抵押人与抵押权人约定变更什么。',
  law.mortgageAlteration,
);
export const claimTransfer = required(
  'claim-transfer',
  '主债权转让合同及已通知债务人的材料',
  '抵押权随主债权转移。',
  law.mortgageWithClaim,
);
export const claimsFixed = required(
  'claims',
  '最高额抵押担保的债权已经确定的材料',
  '说明债权因何、何时、以多少确定。',
  law.claimsFixed,
);
export const easementContract = required(
  'easement-contract',
  '地役权合同（变更、转移、注销的协议或证明）',
  '说明怎样利用、利用多久。',
  law.easement,
);
export const disputeProof = required(
  'dispute',
  '证明对登记的不动产权利有利害关系、登记簿可能错误的材料',
  '说明异议的理由。',
  law.rectification,
);
export const courtAcceptance = required(
  'suit',
  '人民法院受理案件通知书',
  '起诉后异议登记继续有效。',
  law.rectification,
);
export const objectionEnd = required(
  'objection-end',
  '撤回异议的声明，或法院裁判、不予受理等文书',
  '说明异议因何消灭。',
  law.rectification,
);
export const habitationContract = required(
  'habitation-contract',
  '居住权合同、遗嘱或生效法律文书',
  '说明谁、在哪里、按什么条件居住多久。',
  law.habitation,
);
export const habitationEnd = required(
  'habitation-end',
  '居住权消灭的材料（期满、放弃、居住权人死亡等）',
  '说明居住权因何消灭。',
  law.habitationEnds,
);
export const managementContract = required(
  'management-contract',
  '土地经营权流转合同（变更、转移、注销的协议或证明）',
  '说明流转的地块和期限；五年以上的可以登记。',
  law.landManagement,
);
export const lockDocument = required(
  'lock-document',
  '作出或解除限制的文书',
  '登记机构依文书限制或解除限制。',
  law.refusal,
);

/** The filed contract replaces it (暂行条例 24). */
export const presaleContract: MaterialRequirement = {
  ...required(
    'contract',
    '已备案的商品房预售（买卖）合同及预告登记的约定',
    '说明预购哪一套、价格多少；已网签备案的自动获取，不用提交。',
    law.presaleNotice,
  ),
  required: false,
  replacedBy: 'contract',
};
export const noticeAgreement = required(
  'notice-agreement',
  '不动产买卖（转让）合同及预告登记的约定',
  '双方约定办理预告登记，保障将来取得权利。',
  law.saleNotice,
);
export const sellerAbsent = required(
  'seller-absent',
  '预售人未按约定申请预告登记的材料',
  '预售人未按约定与预购人一起申请的，预购人可以单方申请。',
  law.presaleNotice,
);
export const noticeChangeProof = required(
  'notice-change',
  '预告登记事项变更的协议或证明',
  '说明变更什么、双方已经同意。',
  law.alterationCases,
);
export const noticeTransferContract = required(
  'notice-transfer',
  '合同权利转让协议及义务人同意或已收到通知的材料',
  '说明预告登记的权利因何转移给受让人。',
  law.noticeCases,
);
export const noticeEnd = required(
  'notice-end',
  '债权消灭或者预告登记权利人放弃预告登记的材料',
  '说明预告登记因何消灭：合同解除、无效，或放弃。',
  law.noticeEnds,
);
