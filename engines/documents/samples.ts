import type { CertificateData } from './templates/certificate.ts';
import type { Plan } from './templates/plan.ts';

/**
 * Invented data, one for each sheet, for tests and for looking at. Nobody in it exists; identity numbers
 * carry birth years 1901 to 1909.
 */
const office = { name: '常州市不动产登记中心', code: '320402', address: '常州市天宁区示范路 1 号' };

export const parcelPlan: Plan = {
  title: '宗地图',
  areas: [
    {
      role: 'neighbour',
      label: 'GB00011',
      rings: [[[40_500_000, 3_520_180], [40_500_118, 3_520_186], [40_500_116, 3_520_228], [40_499_998, 3_520_222]]],
    },
    {
      role: 'subject',
      label: 'GB00012',
      rings: [
        [
          [40_500_004.12, 3_520_100.33],
          [40_500_121.58, 3_520_106.72],
          [40_500_118.05, 3_520_178.4],
          [40_500_060.77, 3_520_175.28],
          [40_500_060.1, 3_520_162.55],
          [40_500_000.94, 3_520_159.31],
        ],
      ],
    },
    {
      role: 'building',
      label: '1幢',
      rings: [[[40_500_016, 3_520_114], [40_500_058, 3_520_116.3], [40_500_057.2, 3_520_131], [40_500_015.2, 3_520_128.7]]],
    },
    {
      role: 'building',
      label: '2幢',
      rings: [[[40_500_068, 3_520_118], [40_500_108, 3_520_120.2], [40_500_106.6, 3_520_146], [40_500_066.6, 3_520_143.8]]],
    },
  ],
  numberPoints: true,
  coordinateSystem: '2000国家大地坐标系',
  surveyor: '常州市示范测绘院',
  drawnOn: '2026-09-18',
  facts: [
    { label: '宗地代码', value: '320402001001GB00012' },
    { label: '宗地面积', value: '7895.31㎡' },
    { label: '土地用途', value: '城镇住宅用地' },
    { label: '权利性质', value: '出让' },
  ],
};

export const unitPlan: Plan = {
  title: '分户图',
  areas: [
    {
      role: 'subject',
      rings: [[[0, 0], [11.4, 0], [11.4, 3.6], [13.2, 3.6], [13.2, 9.9], [4.2, 9.9], [4.2, 8.4], [0, 8.4]]],
    },
    { role: 'room', label: '客厅', rings: [[[0, 0], [4.8, 0], [4.8, 8.4], [0, 8.4]]] },
    { role: 'room', label: '卧室', rings: [[[4.8, 0], [11.4, 0], [11.4, 3.6], [4.8, 3.6]]] },
    { role: 'room', label: '卧室', rings: [[[8.4, 5.1], [13.2, 5.1], [13.2, 9.9], [8.4, 9.9]]] },
    { role: 'room', label: '厨房', rings: [[[4.8, 6], [8.4, 6], [8.4, 9.9], [4.8, 9.9]]] },
  ],
  surveyor: '常州市示范测绘院',
  drawnOn: '2026-09-18',
  facts: [
    { label: '坐落', value: '天宁区青枫里 6 幢 1 单元 1203 室' },
    { label: '所在层', value: '12 / 18' },
    { label: '套内面积', value: '92.15㎡' },
    { label: '分摊面积', value: '26.51㎡' },
  ],
};

const certificate: CertificateData = {
  demo: true,
  office,
  number: '苏（2026）常州市不动产权第0001234号',
  serialNumber: 'D 32000012345',
  registeredOn: '2026-11-20',
  holders: [
    { name: '林知远', idType: '身份证', idNumber: '320402190503150019', share: { numerator: 1, denominator: 2 } },
    { name: '苏念禾', idType: '身份证', idNumber: '320411190802290026', share: { numerator: 1, denominator: 2 } },
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
  remarks: ['业务号：320402261120000042', '登记原因：买卖', '原不动产权证号：苏（2019）常州市不动产权第0098765号'],
  verificationUrl: 'https://verify.example.cn/c?n=%E8%8B%8F2026-0001234&k=7f3a9c',
  plans: [parcelPlan, unitPlan],
};

export const samples = { certificate };
