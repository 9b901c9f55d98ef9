import type { AcceptanceNoticeData } from '../templates/acceptance-notice.ts';
import type { RectificationNoticeData } from '../templates/rectification-notice.ts';
import type { RefusalNoticeData } from '../templates/refusal-notice.ts';
import type { RejectionNoticeData } from '../templates/rejection-notice.ts';
import { usualRemedy } from '../templates/remedy.ts';
import type { SupplementNoticeData } from '../templates/supplement-notice.ts';
import { business, caseNo, materials, office, seller, units } from './case.ts';

export const acceptanceNotice: AcceptanceNoticeData = {
  demo: true,
  office,
  caseNo,
  applicants: ['林知远', '苏念禾', seller],
  business,
  units,
  acceptedAt: '2026-11-20T10:15',
  promisedWorkingDays: 1,
  promisedOn: '2026-11-23',
  statutoryWorkingDays: 30,
  materials,
  delivery: '电子证照推送至申请人账号，同时邮寄纸质证书',
  progressUrl: 'https://verify.example.cn/case?no=202611200042',
  notes: ['查封、异议等情形可能影响办理结果；出现时，我机构会即时告知您。'],
  handler: '在线受理',
};

export const rectificationNotice: RectificationNoticeData = {
  demo: true,
  office,
  caseNo,
  applicants: [seller],
  units,
  foundOn: '2026-11-20',
  errors: [
    { what: '坐落', recorded: '常州市天宁区青枫里 6 幢 1203 室', correct: '常州市天宁区青枫里 8 幢 1203 室' },
  ],
  workingDays: 30,
  progressUrl: 'https://verify.example.cn/case?no=202611200042',
  handler: '陈受理',
};

export const supplementNotice: SupplementNoticeData = {
  demo: true,
  office,
  caseNo,
  applicants: ['林知远', '苏念禾', seller],
  business,
  units,
  appliedAt: '2026-11-20T10:12',
  items: [
    {
      material: '存量房买卖合同',
      problem: '合同所载房屋坐落为“青枫里 6 幢 2 单元 1203 室”，与登记簿记载的“6 幢 1 单元 1203 室”不一致。',
      remedy: '由买卖双方重新签订合同或者签订补充协议，更正房屋坐落后提交。',
      citation: { law: '不动产登记暂行条例', article: '第十八条', verified: false },
    },
    {
      material: '委托书',
      problem: '苏念禾由他人代为申请，未提交委托书。',
      remedy: '提交经公证的委托书，或者由苏念禾本人在线完成视频确认。',
    },
  ],
  dueOn: '2026-12-04',
  supplementUrl: 'https://verify.example.cn/supplement?no=202611200042',
  handler: '陈受理',
};

const remedy = usualRemedy({ reconsideration: '常州市人民政府', court: '有管辖权的人民法院' });

export const rejectionNotice: RejectionNoticeData = {
  demo: true,
  office,
  caseNo,
  applicants: [seller],
  business,
  units: [{ unitCode: '330802005006GB00007F00020011', location: '衢州市柯城区示范路 15 号 2 幢 11 室' }],
  appliedAt: '2026-11-20T10:12',
  grounds: [
    {
      reason: '申请登记的不动产位于衢州市柯城区，不属于本登记机构的登记范围。',
      citations: [{ law: '不动产登记暂行条例', article: '第七条', verified: false }],
    },
  ],
  advice: '请向不动产所在地的登记机构（衢州市柯城区）申请；也可以在本平台“跨省通办”中选择该机构提交。',
  returned: materials.slice(1, 4),
  remedy,
};

export const refusalNotice: RefusalNoticeData = {
  demo: true,
  office,
  caseNo,
  applicants: ['林知远', '苏念禾', seller],
  business,
  units,
  acceptedAt: '2026-11-20T10:15',
  facts: [
    '登记簿记载，该不动产于2026年11月20日10时40分办理查封登记，查封机关为常州市天宁区人民法院，期限至2029年11月19日。',
    '查封登记的时间在本件受理之后、登簿之前，至本告知书作出之日尚未解除。',
  ],
  grounds: [
    {
      reason: '申请登记的不动产已被人民法院依法查封，查封期间不能办理转移登记。',
      citations: [
        {
          law: '最高人民法院关于人民法院民事执行中查封、扣押、冻结财产的规定',
          article: '第二十三条',
          verified: false,
        },
        {
          law: '不动产登记暂行条例',
          article: '第二十二条',
          text: '登记申请违反法律、行政法规规定的，不动产登记机构应当不予登记，并书面告知申请人。',
          verified: false,
        },
      ],
    },
  ],
  returned: [],
  remedy,
};
