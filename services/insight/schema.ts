import Type, { type Static } from 'typebox';

const day = (title: string) => Type.String({ title, format: 'date' });

/** The period and office indicators are asked for; the year so far when nothing is said. */
export const PeriodSchema = Type.Object({
  from: Type.Optional(day('起始日')),
  to: Type.Optional(day('截止日')),
  office: Type.Optional(Type.String({ title: '登记机构', pattern: '^\\d{6}$' })),
  format: Type.Optional(Type.String({ title: '格式', enum: ['json', 'csv'] })),
  approval: Type.Optional(
    Type.String({ title: '同意编号', description: '导出条数超过个人上限时须有', format: 'uuid' }),
  ),
});

/** What statistics of automatic review are asked for; the last thirty days when nothing is said. */
export const ReviewQuerySchema = Type.Object({
  ...PeriodSchema.properties,
  business: Type.Optional(Type.String({ title: '登记业务', maxLength: 100 })),
});

const counts = {
  automatic: Type.Integer({ title: '智能办结' }),
  pass: Type.Integer({ title: '通过，由人工决定' }),
  person: Type.Integer({ title: '转人工' }),
  block: Type.Integer({ title: '不通过' }),
};

const Conclusion = Type.String({
  title: '结论：automatic 智能办结、pass 通过、person 转人工、block 不通过',
  enum: ['automatic', 'pass', 'person', 'block'],
});

export const StandingSchema = Type.Object(
  {
    at: Type.String({ format: 'date-time' }),
    inReview: Type.Integer({ title: '在审' }),
    waiting: Type.Integer({ title: '转人工待办' }),
    today: Type.Object({ total: Type.Integer({ title: '今日审核' }), conclusions: Type.Object(counts) }),
    recent: Type.Array(
      Type.Object({
        caseNo: Type.String(),
        business: Type.String(),
        businessName: Type.String(),
        channel: Type.String(),
        conclusion: Conclusion,
        at: Type.String({ format: 'date-time' }),
      }),
    ),
  },
  { $id: 'ReviewStanding', title: '智能审核实时情况' },
);

export const StatisticsSchema = Type.Object(
  {
    from: day('起始日'),
    to: day('截止日'),
    items: Type.Array(
      Type.Object({
        business: Type.String(),
        businessName: Type.String(),
        total: Type.Integer({ title: '审核件数' }),
        online: Type.Integer({ title: '其中网上' }),
        ...counts,
        passRate: Type.Number({ title: '通过率，0 至 1' }),
      }),
    ),
    days: Type.Array(Type.Object({ day: day('日期'), ...counts })),
    reasons: Type.Array(
      Type.Object({
        code: Type.String(),
        title: Type.String(),
        outcome: Type.String({ enum: ['block', 'person'] }),
        cases: Type.Integer({ title: '件数' }),
      }),
    ),
  },
  { $id: 'ReviewStatistics', title: '智能审核统计' },
);

export type StandingView = Static<typeof StandingSchema>;
export type StatisticsView = Static<typeof StatisticsSchema>;
