import Type, { type Static } from 'typebox';
import { ShareSchema } from './schema.ts';

/** Shapes of the register on the wire. */

export const HolderViewSchema = Type.Object(
  {
    name: Type.String(),
    idType: Type.String(),
    idTypeName: Type.String(),
    idNumber: Type.String({ title: '证件号码（掩码）' }),
    share: Type.Optional(ShareSchema),
    holderKind: Type.String(),
  },
  { $id: 'HolderView' },
);

export const RightViewSchema = Type.Object(
  {
    id: Type.String(),
    kind: Type.String({ title: 'ownership | mortgage | seizure' }),
    rightType: Type.String({ title: '权利类型代码' }),
    title: Type.String({ title: '权利类型' }),
    holders: Type.Array(HolderViewSchema),
    coOwnership: Type.String({ title: '共有方式代码' }),
    coOwnershipTitle: Type.String(),
    rank: Type.Optional(Type.Integer({ title: '抵押顺位' })),
    queue: Type.Optional(Type.Integer({ title: '轮候顺位，0 为正在查封' })),
    certificate: Type.Optional(Type.String()),
    content: Type.Record(Type.String(), Type.Unknown()),
    /** The content in words, in the order of the official sheet. */
    items: Type.Array(Type.Object({ label: Type.String(), value: Type.String() })),
    registeredAt: Type.String({ format: 'date-time' }),
    registeredEntry: Type.Integer(),
    endedAt: Type.Optional(Type.String({ format: 'date-time' })),
    endedEntry: Type.Optional(Type.Integer()),
    current: Type.Boolean(),
  },
  { $id: 'RightView', title: '权利' },
);

export const UnitViewSchema = Type.Object(
  {
    code: Type.String(),
    office: Type.String(),
    formatted: Type.String({ title: '6-6-7-9 分组显示' }),
    location: Type.String(),
    area: Type.String(),
    items: Type.Array(Type.Object({ label: Type.String(), value: Type.String() }), { title: '自然状况' }),
    facts: Type.Record(Type.String(), Type.Unknown()),
    geometry: Type.Optional(Type.Unknown({ title: '宗地界址（GeoJSON，CGCS2000）' })),
    asOf: Type.String({ format: 'date-time' }),
    rights: Type.Array(RightViewSchema, { title: '权属状况' }),
    restrictions: Type.Array(RightViewSchema, { title: '权利限制' }),
    flags: Type.Object({
      seized: Type.Boolean(),
      mortgaged: Type.Boolean(),
      objected: Type.Boolean(),
      noticed: Type.Boolean(),
    }),
    pendingCases: Type.Array(
      Type.Object({
        caseNo: Type.String(),
        business: Type.String(),
        statusTitle: Type.String(),
        openedAt: Type.String(),
      }),
    ),
  },
  { $id: 'UnitView', title: '登记簿页' },
);

export const UnitSummarySchema = Type.Object(
  {
    code: Type.String(),
    office: Type.String(),
    location: Type.String(),
    area: Type.String(),
    useTitle: Type.String(),
    holders: Type.Array(Type.String()),
    certificate: Type.Optional(Type.String()),
    seized: Type.Boolean(),
    mortgaged: Type.Boolean(),
  },
  { $id: 'UnitSummary', title: '不动产单元摘要' },
);

export const UnitEventSchema = Type.Object(
  {
    number: Type.Integer({ title: '登簿序号' }),
    at: Type.String({ format: 'date-time' }),
    caseNo: Type.String(),
    business: Type.String(),
    effect: Type.String(),
    title: Type.String({ title: '登记事项' }),
    text: Type.String(),
    registrar: Type.String(),
    mode: Type.String({ title: 'manual 人工 | automatic 智能' }),
  },
  { $id: 'UnitEvent', title: '登记事件' },
);

export type UnitView = Static<typeof UnitViewSchema>;
export type RightView = Static<typeof RightViewSchema>;
export type UnitSummary = Static<typeof UnitSummarySchema>;
export type UnitEvent = Static<typeof UnitEventSchema>;
