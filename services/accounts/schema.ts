import { pageOf, pageQuery } from '@hengchan/platform';
import Type, { type Static } from 'typebox';

const moment = (title: string) => Type.String({ title, format: 'date-time' });
const strict = { additionalProperties: false };
const officeCode = Type.String({
  title: '登记机构',
  description: '六位区划代码，或 * 表示全部',
  pattern: '^([0-9]{6}|\\*)$',
  examples: ['320402'],
});
const accountKind = Type.Union(
  [Type.Literal('person'), Type.Literal('organisation'), Type.Literal('staff')],
  {
    title: '账号类型',
    description: 'person 个人，organisation 机构经办人，staff 工作人员',
  },
);
const code = Type.String({ title: '动态口令', description: '认证器显示的 6 位数字', pattern: '^[0-9]{6}$' });
const password = (title: string) => Type.String({ title, minLength: 1, maxLength: 128 });

export const IdParameter = Type.Object({ id: Type.String({ title: '编号', format: 'uuid' }) });
export const GrantParameter = Type.Object({
  id: Type.String({ title: '账号编号', format: 'uuid' }),
  grant: Type.String({ title: '授权编号', format: 'uuid' }),
});
export const RoleParameter = Type.Object({ role: Type.String({ title: '角色', maxLength: 50 }) });

export const SignInBody = Type.Object(
  {
    account: Type.String({ title: '账号', minLength: 1, maxLength: 100 }),
    password: password('密码'),
    code: Type.Optional(code),
  },
  strict,
);

export const UserSchema = Type.Object(
  {
    accountId: Type.String({ title: '账号编号' }),
    login: Type.String({ title: '登录名' }),
    name: Type.String({ title: '姓名' }),
    kind: accountKind,
    organisation: Type.Optional(
      Type.Object(
        {
          id: Type.String(),
          name: Type.String({ title: '机构名称' }),
          kind: Type.String({
            title: 'bank 银行，developer 开发企业，court 法院，company 企业，agency 部门',
          }),
          businesses: Type.Optional(Type.Array(Type.String(), { title: '可办业务，* 为全部' })),
        },
        { title: '代表的机构' },
      ),
    ),
    grants: Type.Array(
      Type.Object({
        role: Type.String({ title: '角色' }),
        roleTitle: Type.String({ title: '角色名称' }),
        office: Type.String({ title: '登记机构' }),
        officeName: Type.String({ title: '登记机构名称' }),
      }),
      { title: '授予的角色' },
    ),
    permissions: Type.Array(Type.String(), { title: '至少在一个登记机构拥有的权限' }),
    limitedTo: Type.Optional(
      Type.Union([Type.Literal('second-factor'), Type.Literal('password')], {
        title: '须先完成的事',
        description: 'second-factor 绑定动态口令，password 修改密码；完成前不能办理其他事项',
      }),
    ),
  },
  { $id: 'User', title: '登录用户' },
);

export const CurrentSessionSchema = Type.Object(
  {
    user: UserSchema,
    mode: Type.Union([Type.Literal('demo'), Type.Literal('production')], { title: '运行模式' }),
    secondFactor: Type.Object({ enrolled: Type.Boolean(), required: Type.Boolean() }, { title: '动态口令' }),
  },
  { $id: 'CurrentSession', title: '当前会话' },
);

/** Anybody who opens a page: who they are, if they have signed in. */
export const VisitorSchema = Type.Object(
  {
    mode: Type.Union([Type.Literal('demo'), Type.Literal('production')], { title: '运行模式' }),
    session: Type.Optional(CurrentSessionSchema),
  },
  { $id: 'Visitor', title: '访问者；未登录的没有 session' },
);

export const SignedInSchema = Type.Object(
  {
    token: Type.String({ title: '令牌', description: '放在 Authorization: Bearer 中，与浏览器 Cookie 等效' }),
    expiresAt: moment('最晚失效时间'),
    user: UserSchema,
    mode: Type.Union([Type.Literal('demo'), Type.Literal('production')], { title: '运行模式' }),
    secondFactor: Type.Object({ enrolled: Type.Boolean(), required: Type.Boolean() }, { title: '动态口令' }),
  },
  { $id: 'SignedIn', title: '登录结果' },
);

export const EnrolmentSchema = Type.Object({
  secret: Type.String({ title: '密钥', description: '不能扫码时手工输入认证器' }),
  uri: Type.String({ title: '二维码内容' }),
});
export const CodeBody = Type.Object({ code }, strict);
export const PasswordBody = Type.Object({ current: password('原密码'), next: password('新密码') }, strict);

export const SessionsQuery = Type.Object(
  { ...pageQuery, account: Type.Optional(Type.String({ title: '账号编号', format: 'uuid' })) },
  strict,
);
export const SessionPage = pageOf(
  Type.Object({
    id: Type.String(),
    account: Type.String({ title: '账号编号' }),
    login: Type.String({ title: '登录名' }),
    address: Type.Optional(Type.String({ title: '来源地址' })),
    createdAt: moment('登录时间'),
    lastSeenAt: moment('最近使用'),
    expiresAt: moment('最晚失效时间'),
    current: Type.Boolean({ title: '是否本会话' }),
  }),
);

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

const auditConditions = {
  actor: Type.Optional(Type.String({ title: '账号编号', maxLength: 50 })),
  login: Type.Optional(Type.String({ title: '登录名', maxLength: 100 })),
  action: Type.Optional(Type.String({ title: '动作，或动作的前半', examples: ['register'], maxLength: 100 })),
  subject: Type.Optional(Type.String({ title: '对象', maxLength: 200 })),
  office: Type.Optional(Type.String({ title: '登记机构', pattern: '^[0-9]{6}$' })),
  from: Type.Optional(moment('起')),
  until: Type.Optional(moment('止')),
};
export const AuditExportQuery = Type.Object(
  {
    ...auditConditions,
    approval: Type.Optional(
      Type.String({ title: '同意编号', description: '条数超过上限时须有', format: 'uuid' }),
    ),
  },
  strict,
);
export const AuditQuery = Type.Object({ ...pageQuery, ...auditConditions }, strict);
export const AuditPage = pageOf(
  Type.Object({
    id: Type.String(),
    office: Type.String({ title: '登记机构', description: '000000 为全平台' }),
    at: moment('时间'),
    actor: Type.String({ title: '账号编号' }),
    login: Type.String({ title: '登录名' }),
    action: Type.String({ title: '动作' }),
    subject: Type.String({ title: '对象' }),
    detail: Type.Unknown({ title: '详情' }),
    sequence: Type.Optional(Type.Integer({ title: '链上序号' })),
    hash: Type.Optional(Type.String({ title: '链上摘要' })),
  }),
);
export const AuditVerificationSchema = Type.Object(
  {
    valid: Type.Boolean({ title: '完好' }),
    checked: Type.Integer({ title: '已校验条数' }),
    waiting: Type.Integer({ title: '等待上链条数' }),
    broken: Type.Array(
      Type.Object({
        office: Type.String({ title: '登记机构' }),
        sequence: Type.Optional(Type.Integer({ title: '链上序号' })),
        auditId: Type.String({ title: '日志编号' }),
        reason: Type.String({ title: '问题' }),
      }),
      { title: '发现的问题' },
    ),
    heads: Type.Array(Type.Object({ office: Type.String(), sequence: Type.Integer(), hash: Type.String() }), {
      title: '各链末端',
      description: '另行保存，可证明末尾没有被截去',
    }),
  },
  { $id: 'AuditVerification', title: '审计日志校验结果' },
);

export type User = Static<typeof UserSchema>;
export type Visitor = Static<typeof VisitorSchema>;
export type CurrentSession = Static<typeof CurrentSessionSchema>;
