import type { MaterialRequirement } from '@hengchan/casework';
import { law } from '@hengchan/registration';

/** Materials several businesses ask for. What a department can confirm nobody has to bring (暂行条例 24). */
const scans = ['application/pdf', 'image/jpeg', 'image/png'] as const;

/** Checked by the police or the market regulator; only asked for where that failed. */
export const identityDocument: MaterialRequirement = {
  code: 'identity',
  title: '当事人身份证明',
  personal: true,
  why: '用来确认是本人在申请；联网核验一致的不用提交。',
  required: false,
  accept: scans,
  mark: 'sensitive',
  replacedBy: 'identity',
  citation: law.materials,
};

export const salesContract: MaterialRequirement = {
  code: 'contract',
  title: '存量房买卖合同',
  why: '说明因何转移、价格多少；已网签备案的自动获取，不用提交。',
  required: false,
  accept: scans,
  replacedBy: 'contract',
  citation: law.transferMaterials,
};

export const certificateOfTitle: MaterialRequirement = {
  code: 'certificate',
  title: '不动产权证书',
  why: '原证书办结后作废；电子证书不用提交，持纸质证书的请拍照。',
  required: false,
  accept: scans,
  citation: law.materials,
};

export const guardianProof: MaterialRequirement = {
  code: 'guardian',
  title: '监护关系证明和为被监护人利益处分的书面保证',
  personal: true,
  why: '未成年人的不动产由监护人代为申请，并保证处分是为了未成年人的利益。',
  required: true,
  when: { role: 'guardian' },
  accept: scans,
  mark: 'sensitive',
  citation: law.guardian,
};

export const signedApplication: MaterialRequirement = {
  code: 'application',
  title: '不动产登记申请书（签字扫描件）',
  why: '窗口办理时双方当面签字；在线办理由各方在自己的手机上确认，不用提交。',
  required: true,
  when: { channel: 'counter' },
  accept: scans,
  citation: law.materials,
};

export const mortgageContract: MaterialRequirement = {
  code: 'mortgage-contract',
  title: '主债权合同与抵押合同',
  why: '说明担保什么债、担保多少。',
  required: true,
  accept: scans,
  citation: law.materials,
};

export const releaseStatement: MaterialRequirement = {
  code: 'release',
  title: '主债权消灭或抵押权人同意注销的证明',
  why: '由抵押权人提出注销的，申请本身即为证明；委托他人办理时须提交。',
  required: false,
  accept: scans,
  citation: law.cancellationCases,
};

/** What a court or other authority brings. */
export const courtPapers = (title: string): MaterialRequirement[] => [
  {
    code: 'assistance-notice',
    title: '协助执行通知书',
    why: '登记机构依通知书协助执行。',
    required: true,
    when: { channel: 'counter' },
    accept: scans,
    citation: law.seizureOrder,
  },
  {
    code: 'ruling',
    title,
    why: '通知书所依据的法律文书。',
    required: true,
    when: { channel: 'counter' },
    accept: scans,
    citation: law.seizureOrder,
  },
  {
    code: 'officer-permit',
    title: '执行人员工作证件',
    why: '确认送达人员身份。',
    required: true,
    when: { channel: 'counter' },
    accept: scans,
    citation: law.seizureOrder,
  },
];
