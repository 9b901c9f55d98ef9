import type { MaterialRequirement } from '@hengchan/casework';
import { law } from '@hengchan/registration';

/** What proves a change, an error, a loss or an end. */
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

/** Asked of the police or the market regulator, who know under which name somebody goes today. */
export const renamingProof: MaterialRequirement = {
  ...required(
    'renaming',
    '姓名、名称变更的证明',
    '说明变更前后是同一人；联网核验一致的不用提交。',
    law.alterationCases,
  ),
  replacedBy: 'identity',
};

export const addressProof = required(
  'address',
  '地址、坐落变更的证明（地名、门牌主管部门出具）',
  '说明同一不动产现在的坐落。',
  law.alterationCases,
);

export const changeProof = required(
  'change',
  '变更事项的证明材料（权籍成果、批准文件、协议等）',
  '说明何事因何变更。',
  law.alterationCases,
);

export const coOwnershipAgreement = required(
  'agreement',
  '共有性质变更的协议',
  '全体共有人约定如何共有、各占多少份额。',
  law.alterationCases,
);

export const endProof = required(
  'end',
  '权利消灭的材料（放弃声明、灭失证明、收回决定或生效文书）',
  '说明权利因何消灭。',
  law.cancellationCases,
);

export const wornCertificate = required(
  'certificate',
  '原不动产权证书（污损、破损的拍照）',
  '原证书收回作废，换发新证。',
  law.reissue,
);

export const lossStatement = required(
  'loss',
  '不动产权证书遗失（灭失）声明',
  '在登记机构网站公告十五个工作日后补发。',
  law.reissue,
);

export const errorProof = required(
  'error',
  '登记簿确有错误的证明材料',
  '说明错在哪里、应当怎样记载。',
  law.rectification,
);

export const divisionSurvey = required(
  'division',
  '分割、合并的批准或协议，及变更后的权籍调查成果',
  '说明单元怎样分割、合并。',
  law.alterationCases,
);
