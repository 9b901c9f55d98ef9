import { type Dictionary, inUse, restated, trial } from './dictionary.ts';

const trialIdentityTypes = trial('ZJZL', '证件种类', 'A30', 1, [
  ['1', '身份证'],
  ['2', '港澳台身份证'],
  ['3', '护照'],
  ['4', '户口簿'],
  ['5', '军官证（士兵证）'],
  ['6', '组织机构代码'],
  ['7', '营业执照'],
  ['99', '其它'],
]);

const trialHolderTypes = trial('QLRLX', '权利人类型', 'A36', 2, [
  ['1', '个人'],
  ['2', '企业'],
  ['3', '事业单位'],
  ['4', '国家机关'],
  ['99', '其它'],
]);

/**
 * Holders and their documents. In the sex table 3 is unknown, unlike GB/T 2261.1 which the population
 * register uses (0 unknown, 9 not stated).
 */
export const partyDictionaries: readonly Dictionary[] = [
  trial('GYFS', '共有方式', 'A34', 5, [
    ['0', '单独所有'],
    ['1', '共同共有'],
    ['2', '按份共有'],
    ['3', '其它共有'],
  ]),
  trialIdentityTypes,
  restated(trialIdentityTypes, 2, [['8', '统一社会信用代码']]),
  trialHolderTypes,
  restated(trialHolderTypes, 1, [['98', '小微企业']]),
  trial('XB', '性别', 'A43', 1, [
    ['1', '男性'],
    ['2', '女性'],
    ['3', '不详'],
  ]),
  trial('SSHY', '所属行业', 'A41', 1, [
    ['1', '交邮'],
    ['2', '金融'],
    ['3', '服务'],
    ['4', '地勘'],
    ['5', '工业'],
    ['6', '商业'],
    ['7', '房地产'],
    ['8', '农业'],
    ['9', '建筑'],
    ['99', '其它'],
  ]),
  inUse('QLRLB', '权利人类别', [
    ['1', '权利人'],
    ['2', '义务人'],
    ['3', '抵押人'],
    ['4', '抵押权人'],
    ['5', '预告抵押权人'],
    ['6', '预告抵押人'],
    ['7', '预告权利人'],
    ['8', '预告义务人'],
    ['9', '异议申请人'],
  ]),
  inUse('SQRLB', '申请人类别', [
    ['1', '甲方'],
    ['2', '乙方'],
    ['3', '丙方'],
    ['4', '放弃方'],
    ['5', '利害关系方'],
  ]),
  inUse('RYLX', '收件环节人员类型', [
    ['1', '通知人'],
    ['2', '监护人'],
    ['3', '交件人'],
    ['4', '代理人'],
    ['5', '权利人'],
    ['6', '委托人'],
  ]),
  inUse('CZFS', '持证方式', [
    ['01', '共同持证'],
    ['02', '分别持证'],
  ]),
  inUse('SQZSBS', '证书版式', [
    ['01', '单一版'],
    ['02', '集成版'],
  ]),
  inUse('ZSLX', '证书类型', [
    ['1', '不动产权证书'],
    ['2', '不动产登记证明'],
    ['3', '不动产权证明单'],
  ]),
];
