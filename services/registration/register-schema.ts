import Type, { type Static } from 'typebox';
import { ShareSchema } from './schema.ts';

/** Shapes of the register on the wire. */

const ItemSchema = Type.Object({ label: Type.String(), value: Type.String() });

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
    origin: Type.String({ title: '权利首次登记时的标识，变更后不变' }),
    kind: Type.String({
      title:
        'ownership | mortgage | seizure | advance-notice | objection | easement | habitation | management | lock',
    }),
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
    items: Type.Array(ItemSchema),
    /** Of an easement: the pages of the land on its other side. */
    otherSide: Type.Optional(
      Type.Array(Type.Object({ title: Type.String(), code: Type.String(), formatted: Type.String() })),
    ),
    registeredAt: Type.String({ format: 'date-time' }),
    registeredEntry: Type.Integer(),
    endedAt: Type.Optional(Type.String({ format: 'date-time' })),
    endedEntry: Type.Optional(Type.Integer()),
    current: Type.Boolean(),
  },
  { $id: 'RightView', title: '权利' },
);

/** What a registrar has to know about a unit at a glance. */
const flags = {
  seized: Type.Boolean({ title: '查封' }),
  mortgaged: Type.Boolean({ title: '抵押' }),
  noticed: Type.Boolean({ title: '预告' }),
  objected: Type.Boolean({ title: '异议' }),
  locked: Type.Boolean({ title: '限制' }),
  inhabited: Type.Boolean({ title: '居住权' }),
  closed: Type.Boolean({ title: '已注销' }),
};

const RelatedUnitSchema = Type.Object({
  code: Type.String(),
  formatted: Type.String(),
  location: Type.Optional(Type.String()),
  closed: Type.Boolean(),
});

export const UnitViewSchema = Type.Object(
  {
    code: Type.String(),
    office: Type.String(),
    formatted: Type.String({ title: '6-6-7-9 分组显示' }),
    kind: Type.String({ title: 'house | land | forest | sea | structure' }),
    kindTitle: Type.String({ title: '单元类型' }),
    location: Type.String(),
    area: Type.String(),
    items: Type.Array(ItemSchema, { title: '自然状况' }),
    facts: Type.Record(Type.String(), Type.Unknown()),
    geometry: Type.Optional(Type.Unknown({ title: '宗地界址（GeoJSON，CGCS2000）' })),
    asOf: Type.String({ format: 'date-time' }),
    rights: Type.Array(RightViewSchema, { title: '权属状况' }),
    restrictions: Type.Array(RightViewSchema, { title: '权利限制及提示' }),
    lapsed: Type.Array(RightViewSchema, { title: '期限已满、尚未登簿注销的限制' }),
    others: Type.Array(ItemSchema, { title: '其他' }),
    lineage: Type.Object(
      { predecessors: Type.Array(RelatedUnitSchema), successors: Type.Array(RelatedUnitSchema) },
      { title: '沿革' },
    ),
    closed: Type.Optional(
      Type.Object(
        {
          how: Type.String({ title: 'split | merger | loss | renumbering' }),
          howTitle: Type.String(),
          reason: Type.String(),
          at: Type.String({ format: 'date-time' }),
          entry: Type.Integer(),
          successors: Type.Array(Type.String()),
          text: Type.String(),
        },
        { title: '注销情况' },
      ),
    ),
    flags: Type.Object(flags),
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
    kind: Type.String(),
    kindTitle: Type.String(),
    location: Type.String(),
    area: Type.String(),
    useTitle: Type.String(),
    rightTitle: Type.Optional(Type.String({ title: '权利类型' })),
    holders: Type.Array(Type.String()),
    certificate: Type.Optional(Type.String()),
    ...flags,
  },
  { $id: 'UnitSummary', title: '不动产单元摘要' },
);

export const SurveyedUnitSchema = Type.Object(
  {
    code: Type.String({ title: '不动产单元代码' }),
    office: Type.String({ title: '登记机构' }),
    kind: Type.String({ title: '类型：house、land、forest、sea、structure' }),
    location: Type.String({ title: '坐落' }),
    area: Type.String({ title: '面积' }),
    registered: Type.Boolean({ title: '登记簿已有记载' }),
  },
  { $id: 'SurveyedUnit', title: '权籍调查单元' },
);

export const CommonPartSchema = Type.Object(
  { code: Type.String(), formatted: Type.String(), location: Type.String() },
  { $id: 'CommonPart', title: '业主共有部分' },
);

export const EndedRightViewSchema = Type.Object(
  {
    ...RightViewSchema.properties,
    goesOn: Type.Boolean({ title: '只是内容变更，权利继续' }),
    endedReason: Type.Optional(Type.String({ title: '终止原因' })),
  },
  { $id: 'EndedRightView', title: '历史权利' },
);

const ComparedItemSchema = Type.Object({
  label: Type.String(),
  change: Type.String({ title: 'same | added | removed | changed' }),
  from: Type.Optional(Type.String()),
  to: Type.Optional(Type.String()),
});
const SideSchema = Type.Object({
  at: Type.String({ format: 'date-time' }),
  exists: Type.Boolean({ title: '该时点已有登记簿页' }),
  closed: Type.Boolean(),
});

export const UnitComparisonSchema = Type.Object(
  {
    code: Type.String(),
    formatted: Type.String(),
    location: Type.String(),
    from: SideSchema,
    to: SideSchema,
    facts: Type.Array(ComparedItemSchema, { title: '自然状况' }),
    rights: Type.Array(
      Type.Object({
        origin: Type.String(),
        kind: Type.String(),
        title: Type.String(),
        burden: Type.Boolean({ title: '属于权利限制' }),
        change: Type.String(),
        items: Type.Array(ComparedItemSchema),
      }),
      { title: '权利' },
    ),
    others: Type.Array(ComparedItemSchema, { title: '其他' }),
  },
  { $id: 'UnitComparison', title: '两个时点的登记簿对比' },
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
export type EndedRightView = Static<typeof EndedRightViewSchema>;
export type UnitComparison = Static<typeof UnitComparisonSchema>;
