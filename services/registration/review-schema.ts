import Type, { type Static } from 'typebox';
import { CitationSchema } from './citation-schema.ts';

/** Shapes of what is shown about automatic review and about relations between units, on the wire. */

const moment = (title: string) => Type.String({ title, format: 'date-time' });

export const RelationsSchema = Type.Object(
  {
    unit: Type.String({ title: '不动产单元代码' }),
    nodes: Type.Array(
      Type.Object({
        id: Type.String(),
        kind: Type.Unsafe<'unit' | 'holder' | 'right' | 'restriction' | 'case'>(
          Type.String({ title: '类别', enum: ['unit', 'holder', 'right', 'restriction', 'case'] }),
        ),
        title: Type.String(),
        text: Type.String({ title: '补充说明；证件号码为掩码' }),
        subject: Type.Optional(Type.String({ title: '单元代码或受理编号' })),
        expandable: Type.Boolean({ title: '可展开' }),
      }),
    ),
    edges: Type.Array(Type.Object({ from: Type.String(), to: Type.String(), title: Type.String() })),
    nextCursor: Type.Optional(Type.String()),
  },
  { $id: 'Relations', title: '关系图' },
);

export const ReviewNoticeSchema = Type.Object(
  {
    audience: Type.Unsafe<'applicant' | 'clerk'>(
      Type.String({ title: '给谁看', enum: ['applicant', 'clerk'] }),
    ),
    title: Type.String(),
    text: Type.String(),
    office: Type.Object({
      name: Type.String(),
      address: Type.String(),
      hours: Type.Optional(Type.String({ title: '对外办公时间' })),
    }),
    reasons: Type.Array(Type.Object({ code: Type.String(), title: Type.String(), text: Type.String() })),
  },
  { $id: 'ReviewNotice', title: '转人工审核的提示' },
);

export const ReviewNoticeAnswerSchema = Type.Object(
  { notice: Type.Optional(ReviewNoticeSchema) },
  { $id: 'ReviewNoticeAnswer', title: '转人工审核的提示，没有则为空' },
);

export const ReviewStepSchema = Type.Object(
  {
    at: moment('时间'),
    kind: Type.Unsafe<'rules' | 'source' | 'conclusion'>(
      Type.String({ title: '步骤：规则校验、来源核验、结论', enum: ['rules', 'source', 'conclusion'] }),
    ),
    title: Type.String(),
    moment: Type.Optional(Type.String({ title: '环节' })),
    outcome: Type.String({ title: '结果' }),
    text: Type.Optional(Type.String()),
    rules: Type.Array(
      Type.Object({
        code: Type.String(),
        title: Type.String(),
        version: Type.Integer({ title: '所用版本' }),
        parameters: Type.Record(Type.String(), Type.Unknown(), { title: '参数' }),
        outcome: Type.String(),
        message: Type.String(),
        citation: Type.Optional(CitationSchema),
        input: Type.Unknown({ title: '规则所见的事实' }),
      }),
    ),
  },
  { $id: 'ReviewStep', title: '智能审核的一步' },
);

export type Relations = Static<typeof RelationsSchema>;
export type RelationNode = Relations['nodes'][number];
export type RelationEdge = Relations['edges'][number];
export type ReviewNotice = Static<typeof ReviewNoticeSchema>;
export type ReviewStep = Static<typeof ReviewStepSchema>;
