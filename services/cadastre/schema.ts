import { pageQuery } from '@hengchan/platform';
import Type, { type Static } from 'typebox';

const moment = (title: string) => Type.String({ title, format: 'date-time' });
const office = Type.String({ title: '登记机构行政区代码', pattern: '^\\d{6}$' });
const reason = Type.String({ title: '理由', minLength: 1, maxLength: 500, pattern: '\\S' });
const squareMetres = (title: string) => Type.Number({ title: `${title}（平方米）` });

const Level = Type.Unsafe<'area' | 'zone' | 'subzone'>(
  Type.String({
    title: '层级：area 行政区、zone 地籍区、subzone 地籍子区',
    enum: ['area', 'zone', 'subzone'],
  }),
);
const State = Type.Unsafe<'draft' | 'submitted' | 'in-force' | 'superseded' | 'discarded'>(
  Type.String({
    title: '状态：draft 草稿、submitted 待确认、in-force 现行、superseded 已被替代、discarded 已作废',
    enum: ['draft', 'submitted', 'in-force', 'superseded', 'discarded'],
  }),
);
const Act = Type.Unsafe<'submit' | 'withdraw' | 'return' | 'confirm' | 'discard'>(
  Type.String({
    title: '办理：submit 提交、withdraw 撤回、return 退回、confirm 确认生效、discard 作废',
    enum: ['submit', 'withdraw', 'return', 'confirm', 'discard'],
  }),
);
const Change = Type.Unsafe<'added' | 'abolished' | 'boundary' | 'renamed'>(
  Type.String({
    title: '变化：added 新增、abolished 撤销、boundary 边界变化、renamed 更名',
    enum: ['added', 'abolished', 'boundary', 'renamed'],
  }),
);
const How = Type.Unsafe<'gone' | 'outside' | 'crossed'>(
  Type.String({
    title: '受影响方式：gone 所属子区撤销、outside 落入其他子区、crossed 被界线穿过',
    enum: ['gone', 'outside', 'crossed'],
  }),
);
const districtCode = Type.String({ title: '分区代码', pattern: '^(\\d{6}|\\d{9}|\\d{12})$' });

/** How a list may be answered: as JSON page by page, or whole as a file. */
const format = Type.Optional(
  Type.Unsafe<'json' | 'csv'>(Type.String({ title: 'csv 导出全部', enum: ['json', 'csv'], default: 'json' })),
);

export const EditionParamsSchema = Type.Object({
  office,
  number: Type.Integer({ title: '版号', minimum: 1, maximum: 1_000_000 }),
});

export const ImportQuerySchema = Type.Object({
  office,
  title: Type.String({ title: '名称', minLength: 1, maxLength: 100, pattern: '\\S' }),
  reason,
});

export const EditionQuerySchema = Type.Object({
  ...pageQuery,
  office: Type.Optional(office),
  state: Type.Optional(State),
});

export const DistrictQuerySchema = Type.Object({
  ...pageQuery,
  office,
  asOf: Type.Optional(moment('截至时刻，缺省为现在')),
  level: Type.Optional(Level),
});

const approval = Type.Optional(
  Type.String({ title: '同意编号', description: '导出条数超过个人上限时须有', format: 'uuid' }),
);

export const GeoJsonQuerySchema = Type.Object({
  office,
  asOf: Type.Optional(moment('截至时刻，缺省为现在')),
  approval,
});
export const EditionFileQuerySchema = Type.Object({ approval });
export const DifferenceQuerySchema = Type.Object({ ...pageQuery, format, approval });
export const ParcelQuerySchema = Type.Object({
  ...pageQuery,
  district: Type.Optional(districtCode),
  format,
  approval,
});

export const ActSchema = Type.Object(
  { act: Act, reason },
  { $id: 'DistrictEditionAct', title: '办理分区版本', additionalProperties: false },
);

export const RestoreSchema = Type.Object(
  { reason },
  { $id: 'DistrictEditionRestoration', title: '恢复到一个旧版本', additionalProperties: false },
);

const StepSchema = Type.Object({
  act: Act,
  reason,
  by: Type.String({ title: '办理人' }),
  at: moment('时间'),
});

export const EditionSchema = Type.Object(
  {
    office,
    officeName: Type.String({ title: '登记机构' }),
    number: Type.Integer({ title: '版号' }),
    version: Type.Integer({ title: '办理到第几步，用于 If-Match' }),
    title: Type.String({ title: '名称' }),
    state: State,
    restores: Type.Optional(Type.Integer({ title: '恢复的是第几版' })),
    fileName: Type.Optional(Type.String({ title: '文件名' })),
    reason: Type.String({ title: '整理原因' }),
    districts: Type.Integer({ title: '分区数' }),
    madeBy: Type.String({ title: '导入人' }),
    madeAt: moment('导入时间'),
    inForceFrom: Type.Optional(moment('生效时间')),
    inForceTo: Type.Optional(moment('被替代时间')),
    confirmedBy: Type.Optional(Type.String({ title: '确认人' })),
  },
  { $id: 'DistrictEdition', title: '一版分区' },
);

export const EditionDetailSchema = Type.Object(
  {
    ...EditionSchema.properties,
    history: Type.Array(StepSchema, { title: '办理经过，先后为序' }),
    comparison: Type.Optional(
      Type.Object(
        {
          base: Type.Optional(Type.Integer({ title: '与第几版比较；首版没有' })),
          at: moment('比较时间'),
          added: Type.Integer({ title: '新增' }),
          abolished: Type.Integer({ title: '撤销' }),
          boundary: Type.Integer({ title: '边界变化' }),
          renamed: Type.Integer({ title: '更名' }),
          parcels: Type.Integer({ title: '受影响宗地' }),
          units: Type.Integer({ title: '受影响单元' }),
        },
        { title: '与现行分区的比较' },
      ),
    ),
    may: Type.Array(Act, { title: '您现在可以办理' }),
    mayRestore: Type.Boolean({ title: '您可以申请恢复到这一版' }),
  },
  { $id: 'DistrictEditionDetail', title: '一版分区及其经过' },
);

export const DistrictSchema = Type.Object(
  {
    code: districtCode,
    level: Level,
    name: Type.String({ title: '名称' }),
    area: squareMetres('面积'),
    edition: Type.Integer({ title: '所在版号' }),
  },
  { $id: 'District', title: '行政区、地籍区或地籍子区' },
);

export const DifferenceSchema = Type.Object(
  {
    code: districtCode,
    level: Level,
    changes: Type.Array(Change, { title: '变化' }),
    nameBefore: Type.Optional(Type.String({ title: '原名称' })),
    nameAfter: Type.Optional(Type.String({ title: '新名称' })),
    related: Type.Array(Type.String(), { title: '涉及的其他分区' }),
    areaBefore: Type.Optional(squareMetres('原面积')),
    areaAfter: Type.Optional(squareMetres('新面积')),
    areaLost: squareMetres('划出面积'),
    areaGained: squareMetres('划入面积'),
    areaKept: squareMetres('不变面积'),
    parcels: Type.Integer({ title: '受影响宗地' }),
    units: Type.Integer({ title: '受影响单元' }),
    box: Type.Array(Type.Number(), { title: '范围：西、南、东、北（度）', minItems: 4, maxItems: 4 }),
  },
  { $id: 'DistrictDifference', title: '新旧分区的一处差异' },
);

export const AffectedParcelSchema = Type.Object(
  {
    code: Type.String({ title: '宗地代码' }),
    location: Type.String({ title: '坐落' }),
    how: How,
    home: Type.String({ title: '代码所示子区' }),
    layIn: Type.Optional(Type.String({ title: '原来所在子区' })),
    liesIn: Type.Optional(Type.String({ title: '调整后所在子区' })),
    units: Type.Integer({ title: '登记簿上的单元数' }),
    box: Type.Optional(Type.Array(Type.Number(), { title: '范围：西、南、东、北（度）' })),
  },
  { $id: 'DistrictAffectedParcel', title: '受影响的宗地' },
);

const Geometry = Type.Object({
  type: Type.String(),
  coordinates: Type.Array(Type.Unknown()),
});

export const FeatureCollectionSchema = Type.Object(
  {
    type: Type.Literal('FeatureCollection'),
    name: Type.String(),
    crs: Type.Object({ type: Type.String(), properties: Type.Object({ name: Type.String() }) }),
    features: Type.Array(
      Type.Object({
        type: Type.Literal('Feature'),
        properties: Type.Record(Type.String(), Type.Unknown()),
        geometry: Geometry,
      }),
    ),
  },
  { $id: 'DistrictFeatures', title: 'GeoJSON，CGCS2000 经纬度' },
);

export type EditionView = Static<typeof EditionSchema>;
export type EditionDetail = Static<typeof EditionDetailSchema>;
export type DistrictView = Static<typeof DistrictSchema>;
export type DifferenceView = Static<typeof DifferenceSchema>;
export type AffectedParcelView = Static<typeof AffectedParcelSchema>;
export type FeatureCollection = Static<typeof FeatureCollectionSchema>;
