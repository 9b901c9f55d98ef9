import { type Static, Type } from 'typebox';
import { defineTemplate } from '../template.ts';
import {
  business,
  caseNo,
  citation,
  closed,
  demo,
  labelled,
  momentOf,
  office,
  officeSeal,
  oneOf,
  perhaps,
  share,
  signature,
  units,
  unitTexts,
  words,
} from './common.ts';

const party = closed(
  {
    role: words('申请人类别', 20),
    name: words('姓名（名称）', 200),
    idType: perhaps('证件种类', 40),
    idNumber: perhaps('证件号码', 60),
    share: Type.Optional(share),
  },
  '当事人',
);

/** What one rule said, kept with the facts it saw. `未能核验` is a service that did not answer: never a pass. */
const finding = closed(
  {
    moment: oneOf('审查环节', ['受理', '审核', '登簿']),
    code: words('规则编号', 60),
    title: words('规则名称', 200),
    verdict: oneOf('结论', ['通过', '不通过', '需人工判断', '提示', '未能核验']),
    message: perhaps('说明', 1000),
    citations: Type.Array(citation, { title: '依据', maxItems: 10 }),
    facts: Type.Array(labelled, { title: '所见事实', maxItems: 40 }),
  },
  '审查结论',
);

const opinion = closed(
  {
    /** 受理, 初审, 复核, 核定, 登簿 … */
    step: words('环节', 40),
    conclusion: words('结论', 40),
    opinion: perhaps('意见', 2000),
    signature,
  },
  '意见',
);

const schema = closed({
  demo,
  office,
  caseNo,
  business,
  definitionVersion: perhaps('业务定义版本', 40),
  /** None where the registry acts of its own accord. */
  parties: Type.Array(party, { title: '当事人', maxItems: 500 }),
  units,
  acceptedAt: momentOf('受理时间'),
  reason: words('登记原因', 500),
  /** What the register says of the unit before this case. */
  registerState: Type.Array(labelled, { title: '登记簿现状', maxItems: 60 }),
  /** What is to be entered. */
  proposal: Type.Array(labelled, { title: '拟登记内容', minItems: 1, maxItems: 60 }),
  findings: Type.Array(finding, { title: '审查结论', maxItems: 300 }),
  opinions: Type.Array(opinion, { title: '审批意见', maxItems: 30 }),
  /** Whether a person or the machine decided, in words. */
  decidedBy: words('审核方式', 60),
});

export type ApprovalReportData = Static<typeof schema>;

const MOMENTS = ['受理', '审核', '登簿'] as const;

/** 不动产登记审批表: every rule, its law, the facts it saw, its verdict; then who agreed. */
export const approvalReport = defineTemplate({
  code: 'approval-report',
  title: '不动产登记审批报告',
  source: new URL('./approval-report.typ', import.meta.url),
  schema,
  seal: officeSeal,
  present: (data) => ({
    units: unitTexts(data.units),
    groups: MOMENTS.map((moment) => ({
      moment,
      findings: data.findings.filter((one) => one.moment === moment),
    })).filter(({ findings }) => findings.length > 0),
    tally: {
      all: data.findings.length,
      passed: data.findings.filter(({ verdict }) => verdict === '通过').length,
    },
  }),
});
