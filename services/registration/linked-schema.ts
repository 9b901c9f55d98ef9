import Type, { type Static } from 'typebox';

/** 一件事：what others do for the applicants because of the registration, and how far it has come (ONL-PER-21). */
export const LinkedMatterSchema = Type.Object({
  code: Type.String({ title: '办理单位代码' }),
  title: Type.String({ title: '事项' }),
  department: Type.String({ title: '办理单位' }),
  status: Type.Enum(['ahead', 'sent', 'taken', 'failed']),
  statusTitle: Type.String(),
  at: Type.Optional(Type.String({ title: '受理时间', format: 'date-time' })),
  receiptNo: Type.Optional(Type.String({ title: '受理编号' })),
});

export type LinkedMatter = Static<typeof LinkedMatterSchema>;
