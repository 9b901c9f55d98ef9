import type { MaterialRequirement } from '@hengchan/casework';
import { law } from '@hengchan/registration';

/** What shows why a title passes. */
const scans = ['application/pdf', 'image/jpeg', 'image/png'] as const;
type Citation = NonNullable<MaterialRequirement['citation']>;

const material = (
  code: string,
  title: string,
  why: string,
  citation: Citation,
  required = true,
): MaterialRequirement => ({ code, title, why, required, accept: scans, citation });

export const newHomeContract: MaterialRequirement = {
  ...material(
    'contract',
    '商品房买卖合同',
    '说明因何转移、价格多少；已网签备案的自动获取，不用提交。',
    law.transferMaterials,
    false,
  ),
  replacedBy: 'contract',
};

export const transferDocument = material(
  'transfer-document',
  '转移原因材料（买卖合同、互换协议、赠与合同、出资或合并分立文件等）',
  '说明权利因何转移。',
  law.transferMaterials,
);

export const giftContract = material(
  'gift',
  '赠与合同',
  '说明赠与的意思和赠与的不动产。',
  law.transferMaterials,
);

export const preemptionWaiver = material(
  'preemption',
  '其他共有人放弃优先购买权的材料',
  '只转让按份共有的份额、且受让方不是共有人的提交。',
  law.preemptionNotice,
  false,
);

export const allotmentApproval = material(
  'allotment',
  '划拨土地准予转让的批准文件及出让价款（土地收益）缴纳凭证',
  '土地以划拨方式取得的提交。',
  law.allottedLand,
  false,
);

export const collectiveApproval = material(
  'approval',
  '集体土地所有权转移的批准文件或协议，及村民（代表）会议决议',
  '说明农民集体之间因何转移，集体成员已经同意。',
  law.transferMaterials,
);

export const collectiveLandConsent = material(
  'collective-consent',
  '土地所有权人（农民集体）同意转移的材料',
  '集体建设用地使用权转移，须土地所有权人同意。',
  law.transferMaterials,
);

export const membershipStatement = material(
  'membership',
  '农村集体经济组织出具的证明（受让方是本集体成员、户内没有其他宅基地）',
  '宅基地及其上房屋只能转给本集体成员，一户一宅。',
  law.oneHomesteadAHousehold,
);

export const contractingTransfer = material(
  'contracting',
  '土地承包经营权互换、转让合同，转让的附发包方同意材料',
  '说明承包地怎样互换、转让。',
  law.transferMaterials,
);

export const judgment = material(
  'judgment',
  '生效法律文书及生效证明（执行过户的附协助执行通知书）',
  '权利自文书生效时转移，凭文书单方申请。',
  law.judgmentPasses,
);

export const deathProof: MaterialRequirement = {
  ...material('death', '被继承人死亡证明', '说明继承已经开始；公安联网核验一致的不用提交。', law.inheritance),
  replacedBy: 'death',
};

export const kinship = material(
  'kinship',
  '与被继承人的亲属关系材料、遗嘱或全部法定继承人的分配协议（放弃继承的声明），或者公证书',
  '说明由谁继承或受遗赠。',
  law.inheritance,
);

export const settlementOfSpouses = material(
  'settlement',
  '夫妻财产约定或析产协议',
  '说明双方约定归谁、各占多少份额。',
  law.transferMaterials,
);

export const marriageCertificate: MaterialRequirement = {
  ...material('marriage', '结婚证', '说明双方是夫妻；民政联网核验一致的不用提交。', law.deedTaxExempt),
  replacedBy: 'couple',
};
