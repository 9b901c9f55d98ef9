/** The invented case the samples tell: one flat, sold. */
export const office = { name: '常州市不动产登记中心', code: '320402', address: '常州市天宁区示范路 1 号' };

export const seller = '周景行';

export const caseNo = '202611200042';

export const business = '国有建设用地使用权及房屋所有权转移登记（存量房买卖）';

export const materials = [
  { name: '不动产登记申请书', form: '在线生成', copies: 1, pages: 3 },
  { name: '申请人身份证明', form: '部门共享（公安）', copies: 3, pages: 3 },
  { name: '不动产权证书', form: '电子证照', copies: 1, pages: 3 },
  { name: '存量房买卖合同', form: '部门共享（住建）', copies: 1, pages: 12 },
  { name: '契税完税凭证', form: '部门共享（税务）', copies: 1, pages: 1 },
];

export function unitOf() {
  return { unitCode: '320402001001GB00012F00010023', location: '常州市天宁区青枫里 6 幢 1 单元 1203 室' };
}

export const units = [unitOf()];
