import Type, { type Static } from 'typebox';

/** Filters of the ledger of messages and calls. */
export const LedgerQuerySchema = Type.Object({
  peer: Type.Optional(Type.String({ title: '部门', maxLength: 40 })),
  caseNo: Type.Optional(Type.String({ title: '受理编号', maxLength: 40 })),
  cursor: Type.Optional(Type.String({ title: '游标', format: 'uuid' })),
  limit: Type.Optional(Type.Integer({ title: '每页条数', minimum: 1, maximum: 100 })),
});
export type LedgerQuery = Static<typeof LedgerQuerySchema>;

/** One message of the outbox. */
export const MessageKeySchema = Type.Object({
  office: Type.String({ title: '登记机构', pattern: '^\\d{6}$' }),
  id: Type.String({ title: '消息', format: 'uuid' }),
});

/** Failed jobs to be run again. */
export const RetrySchema = Type.Object(
  {
    ids: Type.Array(Type.String({ title: '任务编号', format: 'uuid' }), {
      title: '任务',
      minItems: 1,
      maxItems: 100,
    }),
  },
  { additionalProperties: false },
);
