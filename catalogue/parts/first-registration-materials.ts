import type { MaterialRequirement } from '@hengchan/casework';
import { law } from '@hengchan/registration';

/** What a first registration rests on. The survey's result is fetched, so nobody brings it (暂行条例 24). */
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

export const landGrant = required(
  'land-source',
  '土地权属来源材料（出让合同、划拨决定书等）',
  '说明土地怎样取得、权利到哪一天。',
  law.landUseRightMaterials,
);

export const landPayment = required(
  'land-payment',
  '土地出让价款、相关税费缴纳凭证',
  '证明价款和税费已经缴清。',
  law.landUseRightMaterials,
);

export const planningPermit = required(
  'planning',
  '建设工程符合规划的材料',
  '证明房屋按规划建造。',
  law.houseMaterials,
);

export const completionRecord = required(
  'completion',
  '房屋已经竣工的材料（竣工验收备案等）',
  '证明房屋已经建成。',
  law.houseMaterials,
);

export const collectiveOwnershipSource = required(
  'ownership-source',
  '集体土地所有权权属来源材料',
  '说明土地归哪个农民集体所有。',
  law.materials,
);

export const collectiveLandApproval = required(
  'land-source',
  '集体建设用地批准材料',
  '说明土地由有批准权的人民政府批准使用。',
  law.collectiveHouseMaterials,
);

export const homesteadApproval = required(
  'land-source',
  '宅基地批准文件或权属来源材料',
  '说明宅基地依法取得。',
  law.homesteadMaterials,
);

export const homesteadMembership = required(
  'membership',
  '本集体经济组织成员（户）材料',
  '宅基地由本集体经济组织成员以户为单位取得，一户一宅。',
  law.oneHomesteadAHousehold,
);

export const homesteadHouse = required(
  'house',
  '房屋符合规划或者建设的相关材料',
  '证明房屋依法建造。',
  law.homesteadMaterials,
);

export const contractingContract = required(
  'contracting',
  '土地承包经营权合同',
  '说明承包方、承包地块和期限。',
  law.materials,
);

export const farmlandApproval = required(
  'land-source',
  '国有农用地使用批准文件或合同',
  '说明国有农用地由谁、依据什么使用。',
  law.materials,
);

export const forestSource = required(
  'forest-source',
  '林地、森林、林木权属来源材料',
  '说明林地和林木归谁使用、归谁所有。',
  law.materials,
);

export const seaSource = required(
  'sea-source',
  '项目用海批准文件或海域使用权出让合同、海域使用金缴纳凭证',
  '说明海域怎样取得、期限多长。',
  law.materials,
);
