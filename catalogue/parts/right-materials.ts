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
