import type { ApprovalReportData } from '../templates/approval-report.ts';
import { business, caseNo, office, seller, units } from './case.ts';

export const approvalReport: ApprovalReportData = {
  demo: true,
  office,
  caseNo,
  business,
  parties: [
    {
      role: '权利人',
      name: '林知远',
      idType: '身份证',
      idNumber: '320402190503150019',
      share: { numerator: 1, denominator: 2 },
    },
    {
      role: '权利人',
      name: '苏念禾',
      idType: '身份证',
      idNumber: '320411190802290026',
      share: { numerator: 1, denominator: 2 },
    },
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
      citations: [
        {
          law: '最高人民法院关于人民法院民事执行中查封、扣押、冻结财产的规定',
          article: '第二十三条',
          verified: false,
        },
      ],
      facts: [
        { label: '现势查封', value: '0 件' },
        { label: '查询时间', value: '2026年11月20日 10时20分' },
      ],
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
      signature: {
        role: '审核人员',
        name: '王审核',
        at: '2026-11-20T14:26',
        method: '电子签名',
        evidence: 'SIG-320402-0000871',
      },
    },
    {
      step: '核定',
      conclusion: '同意登簿',
      signature: {
        role: '登记官',
        name: '李核定',
        at: '2026-11-20T15:02',
        method: '电子签名',
        evidence: 'SIG-320402-0000874',
      },
    },
  ],
  decidedBy: '人工审核',
};
