import { parcelPlan, unitPlan } from './sample-plans.ts';
import type { AcceptanceNoticeData } from './templates/acceptance-notice.ts';
import type { ApplicationData } from './templates/application.ts';
import type { ApprovalReportData } from './templates/approval-report.ts';
import type { CertificateData } from './templates/certificate.ts';
import type { CourtReceiptData } from './templates/court-receipt.ts';
import type { DocumentData } from './templates/index.ts';
import type { PaymentNoticeData, PaymentReceiptData } from './templates/payment.ts';
import type { RefusalNoticeData } from './templates/refusal-notice.ts';
import type { RegisterSheetData } from './templates/register-sheet.ts';
import type { RegistrationProofData } from './templates/registration-proof.ts';
import type { RejectionNoticeData } from './templates/rejection-notice.ts';
import { usualRemedy } from './templates/remedy.ts';
import type { SupplementNoticeData } from './templates/supplement-notice.ts';

/**
 * Invented data, one for each sheet, for tests and for looking at. Nobody in it exists; identity numbers
 * carry birth years 1901 to 1909.
 */
const office = { name: '常州市不动产登记中心', code: '320402', address: '常州市天宁区示范路 1 号' };

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

const seller = '周景行';
const units = [unitOf()];
const caseNo = '202611200042';
const business = '国有建设用地使用权及房屋所有权转移登记（存量房买卖）';

const materials = [
  { name: '不动产登记申请书', form: '在线生成', copies: 1, pages: 3 },
  { name: '申请人身份证明', form: '部门共享（公安）', copies: 3, pages: 3 },
  { name: '不动产权证书', form: '电子证照', copies: 1, pages: 3 },
  { name: '存量房买卖合同', form: '部门共享（住建）', copies: 1, pages: 12 },
  { name: '契税完税凭证', form: '部门共享（税务）', copies: 1, pages: 1 },
];

const application: ApplicationData = {
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
    { role: '义务人', name: seller, idType: '身份证', idNumber: '330802190111110038', address: '衢州市柯城区示范路 15 号' },
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
    { question: '申请登记的不动产是共有，还是单独所有；共有的，是按份共有还是共同共有', answer: '按份共有，各二分之一' },
    { question: '该不动产是否存在抵押、租赁、居住权等情形', answer: '无' },
  ],
  declarations: [
    '本申请人对填写的上述内容及提交的申请材料的真实性负责。如有不实，申请人愿承担法律责任。',
    '本申请人已知悉：登簿前可以撤回申请；有关部门通过互通共享可以取得的信息，不需要重复提交。',
  ],
  materials,
  signatures: [
    { role: '权利人', name: '林知远', at: '2026-11-20T10:08', method: '视频双录确认', evidence: 'REC-320402-20261120-000318' },
    { role: '权利人', name: '苏念禾（林知远代）', at: '2026-11-20T10:08', method: '视频双录确认', evidence: 'REC-320402-20261120-000318' },
    { role: '义务人', name: seller, at: '2026-11-20T09:57', method: '视频双录确认', evidence: 'REC-320402-20261120-000311' },
  ],
};

const acceptanceNotice: AcceptanceNoticeData = {
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

const supplementNotice: SupplementNoticeData = {
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

const rejectionNotice: RejectionNoticeData = {
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

const refusalNotice: RefusalNoticeData = {
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
        { law: '不动产登记暂行条例', article: '第二十二条', text: '登记申请违反法律、行政法规规定的，不动产登记机构应当不予登记，并书面告知申请人。', verified: false },
      ],
    },
  ],
  returned: [],
  remedy,
};

const approvalReport: ApprovalReportData = {
  demo: true,
  office,
  caseNo,
  business,
  parties: [
    { role: '权利人', name: '林知远', idType: '身份证', idNumber: '320402190503150019', share: { numerator: 1, denominator: 2 } },
    { role: '权利人', name: '苏念禾', idType: '身份证', idNumber: '320411190802290026', share: { numerator: 1, denominator: 2 } },
    { role: '义务人', name: seller, idType: '身份证', idNumber: '330802190111110038' },
  ],
  units,
  acceptedAt: '2026-11-20T10:15',
  reason: '买卖',
  registerState: [
    { label: '权利人', value: seller },
    { label: '共有情况', value: '单独所有' },
    { label: '权证号', value: '苏（2019）常州市不动产权第0098765号' },
    { label: '抵押', value: '无' },
    { label: '查封', value: '无' },
  ],
  proposal: [
    { label: '权利人', value: '林知远、苏念禾' },
    { label: '共有情况', value: '按份共有，各二分之一' },
    { label: '取得价格', value: '2,150,000.00 元' },
    { label: '发证', value: '合发一本' },
  ],
  findings: [
    {
      moment: '受理',
      code: 'REG-ACC-IDENTITY',
      title: '申请人与登记簿记载的权利人一致',
      verdict: '通过',
      citations: [{ law: '不动产登记暂行条例', article: '第十八条', verified: false }],
      facts: [
        { label: '登记簿权利人', value: seller },
        { label: '义务人', value: seller },
        { label: '证件号码', value: '一致' },
      ],
    },
    {
      moment: '审核',
      code: 'REG-REV-SEIZURE',
      title: '不动产未被查封',
      verdict: '通过',
      citations: [{ law: '最高人民法院关于人民法院民事执行中查封、扣押、冻结财产的规定', article: '第二十三条', verified: false }],
      facts: [{ label: '现势查封', value: '0 件' }, { label: '查询时间', value: '2026年11月20日 10时20分' }],
    },
    {
      moment: '审核',
      code: 'REG-REV-TAX',
      title: '契税已缴纳或者依法免缴',
      verdict: '未能核验',
      message: '税务系统未在时限内答复，由登记人员查验纸质完税凭证。',
      citations: [{ law: '中华人民共和国契税法', article: '第十一条', verified: false }],
      facts: [{ label: '税务系统', value: '无应答（3 次）' }],
    },
    {
      moment: '审核',
      code: 'REG-REV-PREEMPTION',
      title: '按份共有人、承租人的优先购买权',
      verdict: '提示',
      message: '卖方声明该房屋未出租。',
      citations: [{ law: '中华人民共和国民法典', article: '第七百二十六条', verified: false }],
      facts: [{ label: '租赁备案', value: '无' }],
    },
    {
      moment: '登簿',
      code: 'REG-ENT-RECHECK',
      title: '登簿前再次核对登记簿状态',
      verdict: '通过',
      citations: [],
      facts: [{ label: '受理后新增登记', value: '0 件' }],
    },
  ],
  opinions: [
    {
      step: '初审',
      conclusion: '同意',
      opinion: '申请材料齐全，权属清楚；已查验契税完税凭证原件。拟同意登记。',
      signature: { role: '审核人员', name: '王审核', at: '2026-11-20T14:26', method: '电子签名', evidence: 'SIG-320402-0000871' },
    },
    {
      step: '核定',
      conclusion: '同意登簿',
      signature: { role: '登记官', name: '李核定', at: '2026-11-20T15:02', method: '电子签名', evidence: 'SIG-320402-0000874' },
    },
  ],
  decidedBy: '人工审核',
};

const registrationProof: RegistrationProofData = {
  demo: true,
  office,
  number: '苏（2026）常州市不动产证明第0000007号',
  serialNumber: 'D 32000067890',
  registeredOn: '2026-11-20',
  matter: '抵押权',
  holders: [{ name: '示范银行股份有限公司常州分行', idType: '统一社会信用代码', idNumber: '91320402MA0TEXT12G' }],
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

const registerSheet: RegisterSheetData = {
  demo: true,
  office,
  unitCode: '320402001001GB00012F00010023',
  location: units[0]?.location ?? '',
  asOf: '2026-11-20T16:00',
  natural: [
    { label: '房屋性质', value: '市场化商品房' },
    { label: '房屋结构', value: '钢筋混凝土结构' },
    { label: '规划用途', value: '成套住宅' },
    { label: '所在层／总层数', value: '12／18' },
    { label: '建筑面积', value: '118.66㎡' },
    { label: '专有建筑面积', value: '92.15㎡' },
    { label: '分摊建筑面积', value: '26.51㎡' },
    { label: '竣工时间', value: '2014年06月' },
    { label: '宗地代码', value: '320402001001GB00012' },
    { label: '宗地面积', value: '7895.31㎡（共有）' },
  ],
  rights: [
    {
      title: '国有建设用地使用权／房屋所有权',
      state: '现势',
      entryNumber: '320402-2026-0031877',
      registeredAt: '2026-11-20T15:04',
      registrar: '李核定',
      fields: [
        { label: '权利人', value: '林知远、苏念禾' },
        { label: '共有情况', value: '按份共有（各二分之一）' },
        { label: '登记类型', value: '转移登记' },
        { label: '登记原因', value: '买卖' },
        { label: '不动产权证号', value: '苏（2026）常州市不动产权第0001234号' },
        { label: '取得价格', value: '2,150,000.00 元' },
        { label: '使用期限', value: '2012年03月15日起 2082年03月14日止' },
      ],
    },
    {
      title: '国有建设用地使用权／房屋所有权',
      state: '历史',
      entryNumber: '320402-2019-0018330',
      registeredAt: '2019-05-08T11:20',
      endedAt: '2026-11-20T15:04',
      registrar: '赵登簿',
      fields: [
        { label: '权利人', value: seller },
        { label: '共有情况', value: '单独所有' },
        { label: '不动产权证号', value: '苏（2019）常州市不动产权第0098765号' },
      ],
    },
  ],
  restrictions: [
    {
      title: '抵押权（第 1 顺位）',
      state: '现势',
      entryNumber: '320402-2026-0031878',
      registeredAt: '2026-11-20T15:04',
      registrar: '李核定',
      fields: [
        { label: '抵押权人', value: '示范银行股份有限公司常州分行' },
        { label: '被担保主债权数额', value: '1,280,000.00 元' },
        { label: '债务履行期限', value: '2026年11月20日起 2046年11月19日止' },
        { label: '登记证明号', value: '苏（2026）常州市不动产证明第0000007号' },
      ],
    },
  ],
  others: [],
  requestedBy: '林知远（权利人）',
  purpose: '权利人查询',
  registerHash: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
};

const paid = {
  demo: true,
  office,
  caseNo,
  business,
  units,
  payer: '林知远、苏念禾',
  items: [
    { name: '不动产登记费（住宅）', basis: '发改价格规〔2016〕2559号', quantity: 1, measure: '件', unitPrice: 8_000 },
    { name: '证书工本费（增加一本）', quantity: 1, measure: '本', unitPrice: 1_000 },
    {
      name: '不动产登记费（抵押权）',
      quantity: 1,
      measure: '件',
      unitPrice: 8_000,
      reduction: 8_000,
      reductionReason: '小微企业免收',
    },
  ],
};

const paymentNotice: PaymentNoticeData = {
  ...paid,
  noticeNumber: 'JF-320402-2026-0009001',
  dueOn: '2026-11-27',
  paymentUrl: 'https://verify.example.cn/pay?no=JF-320402-2026-0009001',
};

const paymentReceipt: PaymentReceiptData = {
  ...paid,
  receiptNumber: 'SJ-320402-2026-0008874',
  paidAt: '2026-11-20T14:40',
  channel: '在线支付',
  transactionNumber: '20261120144003118820',
  verificationUrl: 'https://verify.example.cn/r?no=SJ-320402-2026-0008874',
};

const courtReceipt: CourtReceiptData = {
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

function unitOf() {
  return { unitCode: '320402001001GB00012F00010023', location: '常州市天宁区青枫里 6 幢 1 单元 1203 室' };
}

/** One set of data for every standard template, by code. */
export const samples: DocumentData = {
  application,
  'acceptance-notice': acceptanceNotice,
  'supplement-notice': supplementNotice,
  'rejection-notice': rejectionNotice,
  'refusal-notice': refusalNotice,
  'approval-report': approvalReport,
  certificate,
  'registration-proof': registrationProof,
  'register-sheet': registerSheet,
  'payment-notice': paymentNotice,
  'payment-receipt': paymentReceipt,
  'court-receipt': courtReceipt,
};
