import Type, { type Static } from 'typebox';
import { CitationSchema } from '../citation-schema.ts';

const moment = (title: string) => Type.String({ title, format: 'date-time' });
const day = (title: string) => Type.String({ title, format: 'date' });

const summary = {
  no: Type.String({ title: '公告编号' }),
  office: Type.String({ title: '登记机构' }),
  officeName: Type.String({ title: '登记机构名称' }),
  kind: Type.String({ title: '公告种类' }),
  kindTitle: Type.String({ title: '公告种类名称' }),
  title: Type.String({ title: '公告名称' }),
  location: Type.String({ title: '坐落' }),
  publishedOn: day('公告日期'),
  endsOn: day('公告截止日期'),
  daysLeft: Type.Integer({ title: '距截止还有几日（含当日），不再公告的为 0' }),
  status: Type.Unsafe<'running' | 'over' | 'ended'>(
    Type.String({ title: '状态', enum: ['running', 'over', 'ended'] }),
  ),
  statusTitle: Type.String({ title: '状态名称' }),
};

export const NoticeSummarySchema = Type.Object(summary, { $id: 'NoticeSummary', title: '公告摘要' });

export const NoticeSchema = Type.Object(
  {
    ...summary,
    paragraphs: Type.Array(Type.String(), { title: '公告内容' }),
    items: Type.Array(Type.Object({ label: Type.String(), value: Type.String() }), { title: '公告事项' }),
    units: Type.Array(Type.Object({ code: Type.String(), location: Type.String() }), { title: '不动产' }),
    holders: Type.Array(Type.String(), { title: '权利人等（自然人姓名已作遮盖）' }),
    days: Type.Integer({ title: '公告天数' }),
    unit: Type.String({ title: '计算单位：working 工作日、calendar 自然日' }),
    unitTitle: Type.String(),
    law: CitationSchema,
    objectionsOpen: Type.Boolean({ title: '可以提出异议' }),
    documentUrl: Type.String({ title: '公告文书' }),
  },
  { $id: 'Notice', title: '公告' },
);

export const NewObjectionSchema = Type.Object(
  {
    reason: Type.String({ title: '异议理由', minLength: 1, maxLength: 2000 }),
    idNumber: Type.String({ title: '本人（所代办机构）证件号码', minLength: 1, maxLength: 40 }),
    relation: Type.Optional(Type.String({ title: '与该不动产的利害关系', maxLength: 500 })),
  },
  { $id: 'NewObjection', title: '提出公告异议', additionalProperties: false },
);

const objection = {
  id: Type.String({ format: 'uuid' }),
  noticeNo: Type.String({ title: '公告编号' }),
  by: Type.String({ title: '异议人' }),
  idNumber: Type.String({ title: '证件号码（掩码）' }),
  relation: Type.Optional(Type.String({ title: '利害关系' })),
  reason: Type.String({ title: '异议理由' }),
  filedAt: moment('提出时间'),
  files: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      mediaType: Type.String(),
      size: Type.Integer(),
    }),
  ),
  outcome: Type.Unsafe<'open' | 'upheld' | 'overruled' | 'moot'>(
    Type.String({ title: '审查结论', enum: ['open', 'upheld', 'overruled', 'moot'] }),
  ),
  outcomeTitle: Type.String({ title: '审查结论名称' }),
  reasons: Type.Optional(Type.String({ title: '审查意见' })),
  decidedAt: Type.Optional(moment('审查时间')),
  decidedBy: Type.Optional(Type.String({ title: '审查人' })),
};

export const ObjectionSchema = Type.Object(objection, { $id: 'Objection', title: '公告异议' });

/** A notice as the case shows it. Parties see of objections that there are some and what became of them. */
export const CaseNoticeSchema = Type.Object(
  {
    no: Type.String(),
    kind: Type.String(),
    kindTitle: Type.String(),
    status: Type.String(),
    statusTitle: Type.String(),
    publishedOn: day('公告日期'),
    endsOn: day('公告截止日期'),
    url: Type.String({ title: '公告页面' }),
    objections: Type.Array(Type.Partial(Type.Object(objection), { title: '公告异议；当事人只见结论' })),
  },
  { $id: 'CaseNotice', title: '办件的公告' },
);

export type NoticeSummaryView = Static<typeof NoticeSummarySchema>;
export type NoticeView = Static<typeof NoticeSchema>;
export type ObjectionView = Static<typeof ObjectionSchema>;
export type CaseNoticeView = Static<typeof CaseNoticeSchema>;
