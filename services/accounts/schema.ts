import { pageOf, pageQuery } from '@hengchan/platform';
import Type from 'typebox';

export const moment = (title: string) => Type.String({ title, format: 'date-time' });
export const strict = { additionalProperties: false };
const officeCode = Type.String({
  title: '登记机构',
  description: '六位区划代码，或 * 表示全部',
  pattern: '^([0-9]{6}|\\*)$',
  examples: ['320402'],
});
export const accountKind = Type.Union(
  [Type.Literal('person'), Type.Literal('organisation'), Type.Literal('staff')],
  {
    title: '账号类型',
    description: 'person 个人，organisation 机构经办人，staff 工作人员',
  },
);
export const password = (title: string) => Type.String({ title, minLength: 1, maxLength: 128 });

export const IdParameter = Type.Object({ id: Type.String({ title: '编号', format: 'uuid' }) });
export const GrantParameter = Type.Object({
  id: Type.String({ title: '账号编号', format: 'uuid' }),
  grant: Type.String({ title: '授权编号', format: 'uuid' }),
});
export const RoleParameter = Type.Object({ role: Type.String({ title: '角色', maxLength: 50 }) });

export const AccountsQuery = Type.Object(
  {
    ...pageQuery,
    q: Type.Optional(Type.String({ title: '登录名的一部分，或完整姓名', maxLength: 100 })),
    kind: Type.Optional(accountKind),
    role: Type.Optional(Type.String({ title: '角色', maxLength: 50 })),
    office: Type.Optional(officeCode),
    status: Type.Optional(Type.Union([Type.Literal('enabled'), Type.Literal('disabled')], { title: '状态' })),
  },
  strict,
);

const GrantSchema = Type.Object({
  id: Type.String(),
  role: Type.String({ title: '角色' }),
  office: Type.String({ title: '登记机构' }),
  purpose: Type.String({ title: '用途' }),
  expiresAt: Type.Optional(Type.String({ title: '截止时间' })),
});

export const AccountSchema = Type.Object(
  {
    id: Type.String(),
    login: Type.String({ title: '登录名' }),
    name: Type.String({ title: '姓名' }),
    kind: accountKind,
    idType: Type.Optional(Type.String({ title: '证件种类' })),
    idNumber: Type.Optional(Type.String({ title: '证件号码（掩码）' })),
    organisation: Type.Optional(
      Type.Object({
        id: Type.String(),
        name: Type.String({ title: '机构名称' }),
        kind: Type.String({ title: '机构类型' }),
        businesses: Type.Array(Type.String(), { title: '可办业务' }),
      }),
    ),
    grants: Type.Array(GrantSchema, { title: '授权' }),
    status: Type.Union([Type.Literal('enabled'), Type.Literal('disabled')], { title: '状态' }),
    locked: Type.Boolean({ title: '是否锁定' }),
    secondFactor: Type.Boolean({ title: '已绑定动态口令' }),
    backgroundChecked: Type.Boolean({ title: '背景审查通过' }),
    createdAt: moment('建立时间'),
  },
  { $id: 'Account', title: '账号' },
);
export const AccountPage = pageOf(AccountSchema);

export const OrganisationBody = Type.Object(
  {
    kind: Type.Union(
      ['bank', 'developer', 'court', 'company', 'agency'].map((each) => Type.Literal(each)),
      { title: '机构类型' },
    ),
    name: Type.String({ title: '机构名称', minLength: 1, maxLength: 200 }),
    idType: Type.String({ title: '证件种类', examples: ['8'], maxLength: 2 }),
    idNumber: Type.String({ title: '证件号码', minLength: 1, maxLength: 50 }),
    businesses: Type.Optional(
      Type.Array(Type.String({ maxLength: 100 }), {
        title: '可办业务',
        description: '不填为全部',
        maxItems: 200,
      }),
    ),
    expiresAt: Type.Optional(moment('授权截止时间')),
  },
  { ...strict, title: '代表的机构' },
);

export const NewAccountBody = Type.Object(
  {
    login: Type.String({
      title: '登录名',
      description: '3 至 50 个字母、数字、点、横线或下划线',
      pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{2,49}$',
    }),
    password: password('初始密码'),
    name: Type.String({ title: '姓名', minLength: 1, maxLength: 100 }),
    kind: accountKind,
    idType: Type.Optional(Type.String({ title: '证件种类', maxLength: 2 })),
    idNumber: Type.Optional(Type.String({ title: '证件号码', minLength: 1, maxLength: 50 })),
    organisation: Type.Optional(OrganisationBody),
    backgroundChecked: Type.Optional(Type.Boolean({ title: '背景审查通过' })),
    passwordExpired: Type.Optional(Type.Boolean({ title: '首次登录须修改密码' })),
  },
  strict,
);
export const CreatedSchema = Type.Object({ id: Type.String({ title: '编号' }) });

export const AccountChangeBody = Type.Object(
  {
    name: Type.Optional(Type.String({ title: '姓名', minLength: 1, maxLength: 100 })),
    status: Type.Optional(Type.Union([Type.Literal('enabled'), Type.Literal('disabled')], { title: '状态' })),
    backgroundChecked: Type.Optional(Type.Boolean({ title: '背景审查通过' })),
  },
  { ...strict, minProperties: 1 },
);

export const GrantBody = Type.Object(
  {
    role: Type.String({ title: '角色', minLength: 1, maxLength: 50, examples: ['acceptor'] }),
    office: officeCode,
    purpose: Type.String({ title: '用途', minLength: 1, maxLength: 200, examples: ['窗口受理'] }),
    expiresAt: Type.Optional(moment('截止时间')),
  },
  strict,
);
export const TemporaryPasswordSchema = Type.Object({
  temporaryPassword: Type.String({ title: '临时密码', description: '只显示这一次，首次登录须修改' }),
});

const HideSchema = Type.Object(
  {
    resource: Type.String({ title: '对象', maxLength: 50 }),
    field: Type.String({ title: '字段', maxLength: 50 }),
  },
  strict,
);
export const RolesSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      code: Type.String({ title: '角色' }),
      title: Type.String({ title: '角色名称' }),
      grantable: Type.Boolean({ title: '可以授予' }),
      permissions: Type.Array(Type.Object({ code: Type.String(), title: Type.String() }), { title: '权限' }),
      hides: Type.Array(HideSchema, { title: '隐藏的字段' }),
    }),
  ),
});
export const RoleChangeBody = Type.Object(
  {
    permissions: Type.Optional(Type.Array(Type.String({ maxLength: 50 }), { title: '权限', maxItems: 200 })),
    hides: Type.Optional(Type.Array(HideSchema, { title: '隐藏的字段', maxItems: 200 })),
  },
  { ...strict, minProperties: 1 },
);
