import { pageQuery } from '@hengchan/platform';
import Type, { type Static } from 'typebox';

/** Shapes of the knowledge base on the wire. */

const Tags = (title: string) =>
  Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { title, maxItems: 200, uniqueItems: true });
const Kind = Type.Unsafe<'law' | 'rule' | 'case'>(
  Type.String({ title: '类别：law 法规、rule 规则说明、case 案例', enum: ['law', 'rule', 'case'] }),
);
const State = Type.Unsafe<'current' | 'retired'>(
  Type.String({ title: '状态：current 现行、retired 停用', enum: ['current', 'retired'] }),
);
const moment = (title: string) => Type.String({ title, format: 'date-time' });

const content = {
  office: Type.String({ title: '适用机构，* 为全部', pattern: '^(\\d{6}|\\*)$' }),
  kind: Kind,
  title: Type.String({ title: '标题', minLength: 1, maxLength: 200 }),
  body: Type.String({ title: '正文', minLength: 1, maxLength: 20_000 }),
  law: Type.Optional(Type.String({ title: '法规名称', maxLength: 200 })),
  article: Type.Optional(Type.String({ title: '条款', maxLength: 100 })),
  verified: Type.Boolean({ title: '依据已与法规原文核对' }),
  businesses: Tags('登记业务'),
  rules: Tags('规则代码'),
  registrationTypes: Tags('登记类型（DJLX）'),
  rightTypes: Tags('权利类型（QLLX）'),
};
const Reason = Type.String({ title: '修改理由', minLength: 1, maxLength: 500 });

export const WriteEntrySchema = Type.Object(
  { ...content, reason: Reason },
  { $id: 'WriteKnowledge', title: '知识条目的内容', additionalProperties: false },
);

export const RetireEntrySchema = Type.Object(
  { state: State, reason: Reason },
  { $id: 'RetireKnowledge', title: '停用或恢复', additionalProperties: false },
);

export const EntrySchema = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    version: Type.Integer({ title: '版本' }),
    ...content,
    state: State,
    byProduct: Type.Boolean({ title: '由系统据规则库生成' }),
    changedBy: Type.String({ title: '修改人' }),
    changedAt: moment('修改时间'),
  },
  { $id: 'Knowledge', title: '知识条目' },
);

export const EntryVersionSchema = Type.Object(
  {
    version: Type.Integer({ title: '版本' }),
    ...content,
    state: State,
    reason: Reason,
    changedBy: Type.String({ title: '修改人' }),
    changedAt: moment('修改时间'),
  },
  { $id: 'KnowledgeVersion', title: '知识条目的一个版本' },
);

export const EntryQuerySchema = Type.Object({
  ...pageQuery,
  q: Type.Optional(Type.String({ title: '标题、正文、法规名称中的文字', maxLength: 100 })),
  kind: Type.Optional(Kind),
  state: Type.Optional(State),
  business: Type.Optional(Type.String({ title: '登记业务', maxLength: 100 })),
  rule: Type.Optional(Type.String({ title: '规则代码', maxLength: 100 })),
  verified: Type.Optional(Type.Boolean({ title: '依据是否已核对' })),
});

export const PushedSchema = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    kind: Kind,
    title: Type.String(),
    body: Type.String(),
    law: Type.Optional(Type.String()),
    article: Type.Optional(Type.String()),
    verified: Type.Boolean(),
    why: Type.String({ title: '为什么推送' }),
    score: Type.Integer({ title: '相关程度' }),
  },
  { $id: 'PushedKnowledge', title: '推送到办件旁的知识' },
);

export type EntryView = Static<typeof EntrySchema>;
export type EntryVersionView = Static<typeof EntryVersionSchema>;
export type PushedView = Static<typeof PushedSchema>;
export type WriteEntry = Static<typeof WriteEntrySchema>;
