import { pageOf, pageQuery } from '@hengchan/platform';
import Type, { type Static } from 'typebox';
import { accountKind, moment, password, strict } from './schema.ts';

const code = Type.String({ title: '动态口令', description: '认证器显示的 6 位数字', pattern: '^[0-9]{6}$' });

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

export type User = Static<typeof UserSchema>;
export type Visitor = Static<typeof VisitorSchema>;
export type CurrentSession = Static<typeof CurrentSessionSchema>;
