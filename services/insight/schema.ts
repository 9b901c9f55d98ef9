import Type from 'typebox';

/** The period and office indicators are asked for; the year so far when nothing is said. */
export const PeriodSchema = Type.Object({
  from: Type.Optional(Type.String({ title: '起始日', format: 'date' })),
  to: Type.Optional(Type.String({ title: '截止日', format: 'date' })),
  office: Type.Optional(Type.String({ title: '登记机构', pattern: '^\\d{6}$' })),
  format: Type.Optional(Type.String({ title: '格式', enum: ['json', 'csv'] })),
});
