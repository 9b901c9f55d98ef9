import type { ApplicationData } from '../templates/application.ts';
import { business, caseNo, materials, office, seller, unitOf } from './case.ts';

export const application: ApplicationData = {
  demo: true,
  office,
  caseNo,
  receivedAt: '2026-11-20T10:12',
  receivedBy: '在线受理',
  business,
  rightType: '国有建设用地使用权／房屋所有权',
  registrationType: '转移登记',
  parties: [
    {
      role: '权利人',
      name: '林知远',
      idType: '身份证',
      idNumber: '320402190503150019',
      address: '常州市天宁区红梅街道示范里 8 号',
      share: { numerator: 1, denominator: 2 },
    },
    {
      role: '权利人',
      name: '苏念禾',
      idType: '身份证',
      idNumber: '320411190802290026',
      address: '常州市天宁区红梅街道示范里 8 号',
      share: { numerator: 1, denominator: 2 },
      agent: { name: '林知远', idType: '身份证', idNumber: '320402190503150019' },
    },
    {
      role: '义务人',
      name: seller,
      idType: '身份证',
      idNumber: '330802190111110038',
      address: '衢州市柯城区示范路 15 号',
    },
  ],
  units: [
    {
      ...unitOf(),
      kind: '土地、房屋',
      area: '宗地 7895.31㎡／建筑 118.66㎡',
      purpose: '城镇住宅用地／成套住宅',
      formerCertificate: '苏（2019）常州市不动产权第0098765号',
      details: [
        { label: '房屋结构', value: '钢筋混凝土结构' },
        { label: '所在层／总层数', value: '12／18' },
      ],
    },
  ],
  mortgage: {
    maximum: false,
    amount: 128_000_000,
    from: '2026-11-20',
    to: '2046-11-19',
    scope: '主债权及其利息、违约金、损害赔偿金和实现抵押权的费用。',
    transferRestricted: false,
  },
  reason: '买卖',
  reasonDocuments: ['存量房买卖合同（合同编号 CZ-2026-0011873）', '契税完税凭证'],
  certificateLayout: '单一版',
  separateCertificates: false,
  inquiry: [
    { question: '申请登记事项是否为申请人的真实意思表示', answer: '是' },
    {
      question: '申请登记的不动产是共有，还是单独所有；共有的，是按份共有还是共同共有',
      answer: '按份共有，各二分之一',
    },
    { question: '该不动产是否存在抵押、租赁、居住权等情形', answer: '无' },
  ],
  declarations: [
    '本申请人对填写的上述内容及提交的申请材料的真实性负责。如有不实，申请人愿承担法律责任。',
    '本申请人已知悉：登簿前可以撤回申请；有关部门通过互通共享可以取得的信息，不需要重复提交。',
  ],
  materials,
  signatures: [
    {
      role: '权利人',
      name: '林知远',
      at: '2026-11-20T10:08',
      method: '视频双录确认',
      evidence: 'REC-320402-20261120-000318',
    },
    {
      role: '权利人',
      name: '苏念禾（林知远代）',
      at: '2026-11-20T10:08',
      method: '视频双录确认',
      evidence: 'REC-320402-20261120-000318',
    },
    {
      role: '义务人',
      name: seller,
      at: '2026-11-20T09:57',
      method: '视频双录确认',
      evidence: 'REC-320402-20261120-000311',
    },
  ],
};
