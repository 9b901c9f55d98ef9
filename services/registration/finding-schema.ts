import Type, { type Static } from 'typebox';
import { CitationSchema } from './citation-schema.ts';

const text = (title: string) => Type.String({ title, maxLength: 500 });

export const FindingSchema = Type.Object(
  {
    code: text('规则代码'),
    title: text('规则名称'),
    moment: text('环节'),
    outcome: text('结论：pass 通过、warn 提示、person 需人工判断、block 不予通过'),
    message: Type.String({ title: '说明', maxLength: 2000 }),
    text: Type.String({ title: '法条或规则原文' }),
    citation: CitationSchema,
    facts: Type.Unknown({ title: '所依据的事实' }),
    evaluatedAt: Type.String({ title: '校验时间', format: 'date-time' }),
  },
  { $id: 'Finding', title: '规则校验结果' },
);

export type FindingView = Static<typeof FindingSchema>;
