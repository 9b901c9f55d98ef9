import type { CourtReceiptData } from '../templates/court-receipt.ts';
import { office, seller, unitOf } from './case.ts';

export const courtReceipt: CourtReceiptData = {
  demo: true,
  office,
  receiptNumber: 'XZ-320402-2026-000219',
  authority: '常州市天宁区人民法院',
  documents: [
    { name: '协助执行通知书', number: '（2026）苏0402执1234号' },
    { name: '执行裁定书', number: '（2026）苏0402执1234号之一' },
  ],
  receivedAt: '2026-11-20T10:38',
  servedBy: '网络查控专线',
  measure: '查封不动产，期限三年',
  outcomes: [
    {
      ...unitOf(),
      holder: seller,
      result: '已办理',
      from: '2026-11-20',
      to: '2029-11-19',
      entryNumber: '320402-2026-0031820',
      registeredAt: '2026-11-20T10:40',
    },
    {
      unitCode: '320402001001GB00012F00020156',
      location: '常州市天宁区青枫里地下车库 156 号车位',
      holder: seller,
      result: '轮候',
      position: 2,
      entryNumber: '320402-2026-0031821',
      registeredAt: '2026-11-20T10:40',
      ahead: [
        { authority: '常州市钟楼区人民法院', document: '（2025）苏0404执保88号', until: '2028-03-02' },
        { authority: '常州市武进区人民法院', document: '（2026）苏0412执410号' },
      ],
    },
    {
      unitCode: '320402001001GB00012F00030007',
      location: '常州市天宁区青枫里 8 幢 7 室',
      holder: '无',
      result: '未能办理',
      reason: '登记簿记载该房屋已于2026年10月12日转移登记至他人名下，不在被执行人名下。',
    },
  ],
  handler: '孙经办',
};
