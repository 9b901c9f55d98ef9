import { pageOf, pageQuery } from '@hengchan/platform';
import Type, { type Static } from 'typebox';

/** Shapes of the demonstration's routes. Identity numbers stand here in clear: they are nobody's. */

const credentials = {
  account: Type.String({ title: '账号' }),
  password: Type.String({ title: '密码' }),
};
const identity = {
  name: Type.String({ title: '姓名或名称' }),
  idType: Type.String({ title: '证件种类' }),
  idNumber: Type.String({ title: '证件号码（虚构）' }),
};
const ShareSchema = Type.Object({ numerator: Type.Integer(), denominator: Type.Integer() });

export const AccountSchema = Type.Object(
  {
    ...credentials,
    name: Type.String({ title: '姓名' }),
    kind: Type.String({ title: 'staff 工作人员 | person 个人 | organisation 机构经办人' }),
    roles: Type.Array(
      Type.Object({
        role: Type.String({ title: '岗位角色' }),
        title: Type.String({ title: '岗位名称' }),
        office: Type.String({ title: '登记机构，* 为全部' }),
      }),
    ),
    idType: Type.Optional(identity.idType),
    idNumber: Type.Optional(identity.idNumber),
    organisation: Type.Optional(
      Type.Object({ ...identity, kind: Type.String({ title: 'bank | court | developer | company' }) }),
    ),
  },
  { $id: 'DemonstrationAccount', title: '演示账号' },
);

export const DistrictsQuery = Type.Object({
  office: Type.String({ title: '登记机构行政区代码', pattern: '^\\d{6}$' }),
});

export const DistrictsSchema = Type.Object({
  type: Type.Literal('FeatureCollection'),
  name: Type.String(),
  crs: Type.Object({ type: Type.String(), properties: Type.Object({ name: Type.String() }) }),
  features: Type.Array(
    Type.Object({
      type: Type.Literal('Feature'),
      properties: Type.Object({ code: Type.String(), name: Type.String(), level: Type.String() }),
      geometry: Type.Object({ type: Type.String(), coordinates: Type.Array(Type.Unknown()) }),
    }),
  ),
});

export const AccountsSchema = Type.Object({ items: Type.Array(AccountSchema) });

export const unitStates = [
  ...(['clear', 'mortgaged', 'seized', 'joint', 'shares'] as const),
  ...(['noticed', 'objected', 'locked', 'inhabited', 'eased', 'managed'] as const),
] as const;
export type DemonstrationState = (typeof unitStates)[number];

export const UnitsQuery = Type.Object({
  state: Type.Optional(
    Type.Enum([...unitStates], {
      title: '状态',
      description:
        'clear 无抵押无查封；mortgaged 已抵押；seized 已查封；joint 共同共有；shares 按份共有；noticed 有预告登记；objected 有异议登记；locked 限制登记；inhabited 有居住权；eased 有地役权；managed 有土地经营权。后六种没有时当场准备',
    }),
  ),
  office: Type.Optional(Type.String({ title: '登记机构', pattern: '^[0-9]{6}$' })),
  ...pageQuery,
});

export const DemonstrationUnitSchema = Type.Object(
  {
    code: Type.String({ title: '不动产单元代码' }),
    office: Type.String({ title: '登记机构' }),
    location: Type.String({ title: '坐落' }),
    area: Type.String({ title: '面积' }),
    state: Type.Array(Type.String()),
    certificate: Type.Optional(Type.String({ title: '不动产权证号' })),
    holders: Type.Array(Type.Object({ ...identity, share: Type.Optional(ShareSchema), ...credentials })),
    mortgages: Type.Array(
      Type.Object({
        proofNumber: Type.Optional(Type.String({ title: '不动产登记证明号' })),
        mortgagee: Type.Object({
          ...identity,
          account: Type.Optional(credentials.account),
          password: Type.Optional(credentials.password),
        }),
        transferRestricted: Type.Boolean({ title: '有禁止或限制转让的约定' }),
      }),
    ),
    seizures: Type.Array(
      Type.Object({
        authority: Type.String({ title: '查封机关' }),
        documentNumber: Type.String({ title: '协助执行通知书文号' }),
        queue: Type.Integer({ title: '0 为生效查封，1 起为轮候顺位' }),
      }),
    ),
  },
  { $id: 'DemonstrationUnit', title: '演示单元' },
);

export const UnitsSchema = pageOf(DemonstrationUnitSchema);

export const SituationQuery = Type.Object({
  business: Type.String({ title: '业务代码', maxLength: 100, examples: ['resale-transfer'] }),
  office: Type.Optional(Type.String({ title: '登记机构', pattern: '^[0-9]{6}$' })),
  channel: Type.Optional(
    Type.Enum(['online', 'counter'], { title: '渠道', description: '不填时为业务的第一个渠道' }),
  ),
});

export const SituationSchema = Type.Object(
  {
    application: Type.Object(
      {
        business: Type.String({ title: '业务代码' }),
        office: Type.String({ title: '登记机构' }),
        units: Type.Array(Type.String({ title: '不动产单元代码' })),
        parties: Type.Array(
          Type.Object({
            role: Type.String({ title: '当事人角色' }),
            ...identity,
            share: Type.Optional(ShareSchema),
          }),
        ),
        form: Type.Record(Type.String(), Type.Unknown()),
      },
      { title: '申请', description: '原样提交到 POST /api/cases' },
    ),
    channel: Type.String({ title: '渠道' }),
    opener: Type.Object(credentials, { title: '提交人' }),
    actors: Type.Array(
      Type.Object({
        ...credentials,
        name: Type.String({ title: '姓名' }),
        roles: Type.Array(Type.String({ title: '当事人角色或岗位角色' })),
      }),
      { title: '办理中会用到的账号：先当事人，后按环节的工作人员' },
    ),
    entries: Type.Integer({ title: '办结时的登簿条数' }),
  },
  { $id: 'DemonstrationSituation', title: '可办理的情形' },
);

export const ClockOrderSchema = Type.Object(
  {
    at: Type.Union([Type.String({ format: 'date-time' }), Type.Null()], {
      title: '拨到的时间；null 恢复真实时间',
      examples: ['2026-12-01T09:00:00+08:00'],
    }),
  },
  { additionalProperties: false },
);

export const ClockSchema = Type.Object({
  at: Type.String({ title: '系统当前时间', format: 'date-time' }),
  moved: Type.Boolean({ title: '是否与真实时间不同' }),
});

export const ClockMovedSchema = Type.Object({
  ...ClockSchema.properties,
  departments: Type.Object(
    {
      moved: Type.Array(Type.String(), { title: '已同时拨动' }),
      silent: Type.Array(Type.String(), { title: '没有应答，随下一次报文跟上' }),
    },
    { title: '其他部门（演示）的时钟' },
  ),
});

export type DemonstrationUnit = Static<typeof DemonstrationUnitSchema>;
export type ClockReading = Static<typeof ClockSchema>;
export type ClockMoved = Static<typeof ClockMovedSchema>;
