import { pageOf, pageQuery } from '@hengchan/platform';
import Type from 'typebox';
import { moment, strict } from './schema.ts';

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
