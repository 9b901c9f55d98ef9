import type { CertificateData } from '../templates/certificate.ts';
import type { RegistrationProofData } from '../templates/registration-proof.ts';
import { office, units } from './case.ts';
import { parcelPlan, unitPlan } from './plans.ts';

export const certificate: CertificateData = {
  demo: true,
  office,
  number: '苏（2026）常州市不动产权第0001234号',
  serialNumber: 'D 32000012345',
  registeredOn: '2026-11-20',
  holders: [
    {
      name: '林知远',
      idType: '身份证',
      idNumber: '320402190503150019',
      share: { numerator: 1, denominator: 2 },
    },
    {
      name: '苏念禾',
      idType: '身份证',
      idNumber: '320411190802290026',
      share: { numerator: 1, denominator: 2 },
    },
  ],
  ownership: '按份共有',
  location: '常州市天宁区青枫里 6 幢 1 单元 1203 室',
  unitCode: '320402001001GB00012F00010023',
  rightType: '国有建设用地使用权／房屋所有权',
  rightNature: '出让／市场化商品房',
  purpose: '城镇住宅用地／成套住宅',
  areas: ['共有宗地面积 7895.31㎡', '房屋建筑面积 118.66㎡'],
  terms: ['国有建设用地使用权：2012年03月15日起 2082年03月14日止'],
  otherState: [
    { label: '房屋结构', value: '钢筋混凝土结构' },
    { label: '专有建筑面积', value: '92.15㎡' },
    { label: '分摊建筑面积', value: '26.51㎡' },
    { label: '总层数／所在层', value: '18／12' },
    { label: '竣工时间', value: '2014年06月' },
  ],
  remarks: [
    '业务号：320402261120000042',
    '登记原因：买卖',
    '原不动产权证号：苏（2019）常州市不动产权第0098765号',
  ],
  verificationUrl: 'https://verify.example.cn/c?n=%E8%8B%8F2026-0001234&k=7f3a9c',
  plans: [parcelPlan, unitPlan],
};

export const registrationProof: RegistrationProofData = {
  demo: true,
  office,
  number: '苏（2026）常州市不动产证明第0000007号',
  serialNumber: 'D 32000067890',
  registeredOn: '2026-11-20',
  matter: '抵押权',
  holders: [
    { name: '示范银行股份有限公司常州分行', idType: '统一社会信用代码', idNumber: '91320402MA0TEXT12G' },
  ],
  obligors: [{ name: '林知远' }, { name: '苏念禾' }],
  location: units[0]?.location ?? '',
  unitCode: '320402001001GB00012F00010023',
  other: [
    { label: '不动产权证书号', value: '苏（2026）常州市不动产权第0001234号' },
    { label: '抵押方式', value: '一般抵押' },
    { label: '被担保主债权数额', value: '1,280,000.00 元（壹佰贰拾捌万元整）' },
    { label: '债务履行期限', value: '2026年11月20日起 2046年11月19日止' },
    { label: '抵押顺位', value: '第 1 顺位' },
    { label: '担保范围', value: '主债权及其利息、违约金、损害赔偿金和实现抵押权的费用' },
    { label: '是否存在禁止或限制转让抵押不动产的约定', value: '否' },
  ],
  remarks: ['业务号：320402261120000043'],
  verificationUrl: 'https://verify.example.cn/p?n=%E8%8B%8F2026-0000007&k=2b9d41',
};
