import { markCodes } from '@hengchan/platform';
import Type from 'typebox';
import { exportOperations, operations } from './approvals/dispositions.ts';
import { packageParts } from './inspection/make-package.ts';
import { groundCodes } from './retention/retention.ts';

const files = {
  shelf: Type.String({ title: '存放处', maxLength: 40, examples: ['material'] }),
  key: Type.String({ title: '文件', minLength: 1, maxLength: 300 }),
};

const strict = { additionalProperties: false };
const text = (title: string, maxLength = 500) => Type.String({ title, minLength: 1, maxLength });
const moment = (title: string) => Type.String({ title, format: 'date-time' });
const uuid = (title: string) => Type.String({ title, format: 'uuid' });
const words = <Word extends string>(title: string, all: readonly Word[]) =>
  Type.Union(
    all.map((word) => Type.Literal(word)),
    { title },
  );

export const IdParameter = Type.Object({ id: uuid('编号') });
export const RowParameter = Type.Object({ row: Type.String({ title: '要求编号', maxLength: 20 }) });
export const YearParameter = Type.Object({
  year: Type.Integer({ title: '年度', minimum: 2000, maximum: 2999 }),
});
export const CreatedSchema = Type.Object({ id: uuid('编号') });
export const ApprovalQuery = Type.Object({ approval: Type.Optional(uuid('同意编号')) }, strict);

export const ReviewBody = Type.Object(
  {
    outcome: words('结论', ['confirmed', 'deviating']),
    note: text('说明'),
    nextReviewOn: Type.String({ title: '下次复核日期', format: 'date' }),
  },
  strict,
);

export const NewApprovalBody = Type.Object(
  {
    operation: words('处置', Object.keys(operations) as (keyof typeof operations)[]),
    subject: Type.String({
      title: '对象',
      description: '大批量导出填资源，如 audit；漏洞、导出填其编号；全量填 *',
      minLength: 1,
      maxLength: 100,
      examples: ['*'],
    }),
    purpose: text('用途'),
    scope: text('范围'),
    recipient: Type.Optional(text('接收方', 200)),
    rowLimit: Type.Optional(Type.Integer({ title: '最多条数', minimum: 1, maximum: 1_000_000_000 })),
    validUntil: moment('有效期至'),
  },
  strict,
);
export const DecisionBody = Type.Object(
  { granted: Type.Boolean({ title: '是否批准' }), note: text('意见') },
  strict,
);

export const HandlingBody = Type.Object({ handling: text('处置情况') }, strict);

export const NewStopBody = Type.Object(
  {
    kind: words('种类', ['route', 'permission']),
    target: Type.String({
      title: '接口前缀或权限代码',
      minLength: 1,
      maxLength: 200,
      examples: ['/api/payments'],
    }),
    message: text('告知使用者的话', 200),
    reason: text('原因'),
    issue: Type.Optional(uuid('相关问题单')),
  },
  strict,
);

export const NewIssueBody = Type.Object(
  {
    kind: words('种类', ['vulnerability', 'hazard', 'incident', 'notified']),
    severity: words('等级', ['low', 'middle', 'high', 'critical']),
    title: text('标题', 200),
    description: text('内容', 5000),
    source: text('来源', 200),
    dueAt: moment('整改期限'),
  },
  strict,
);
export const IssuesQuery = Type.Object(
  {
    status: Type.Optional(words('状态', ['open', 'review', 'closed'])),
    cursor: Type.Optional(Type.String({ title: '游标', maxLength: 500 })),
    limit: Type.Optional(Type.Integer({ title: '每页条数', minimum: 1, maximum: 100 })),
  },
  strict,
);
export const PageQuery = Type.Object(
  {
    cursor: Type.Optional(Type.String({ title: '游标', maxLength: 500 })),
    limit: Type.Optional(Type.Integer({ title: '每页条数', minimum: 1, maximum: 100 })),
  },
  strict,
);
export const NoticesQuery = Type.Object(
  { ...PageQuery.properties, open: Type.Optional(Type.Boolean({ title: '只看未处置' })) },
  strict,
);
export const ReportedBody = Type.Object({ to: text('报告对象', 200) }, strict);
export const MeasuresBody = Type.Object({ text: text('整改措施', 5000) }, strict);
export const IssueReviewBody = Type.Object(
  { passed: Type.Boolean({ title: '是否通过' }), note: text('意见') },
  strict,
);

export const NewExportBody = Type.Object(
  { disposition: words('处置', exportOperations), approval: Type.Optional(uuid('同意编号')) },
  strict,
);

export const TeamChangeBody = Type.Object(
  {
    kind: words('变更', ['join', 'leave']),
    account: uuid('账号编号'),
    post: text('岗位', 100),
    duty: text('网络安全责任'),
    networkSecurityLead: Type.Boolean({ title: '是否网络安全负责人' }),
    effectiveAt: moment('生效时间'),
  },
  strict,
);

export const NewTrainingBody = Type.Object(
  {
    kind: words('种类', ['training', 'procedure']),
    title: text('名称', 200),
    content: text('内容', 20_000),
    dueAt: moment('完成期限'),
  },
  strict,
);

export const PackageBody = Type.Object(
  {
    parts: Type.Array(words('材料', Object.keys(packageParts) as (keyof typeof packageParts)[]), {
      title: '所需材料',
      minItems: 1,
      maxItems: 20,
      uniqueItems: true,
    }),
    from: moment('起'),
    until: moment('止'),
    approval: Type.Optional(uuid('同意编号')),
  },
  strict,
);

export const NewDestructionBody = Type.Object(
  {
    export: uuid('已核对的导出'),
    manifestHash: Type.String({ title: '接收方读到的清单摘要', pattern: '^[0-9a-f]{64}$' }),
    approval: Type.Optional(uuid('同意编号')),
    confirmation: text('确认文字', 200),
  },
  strict,
);

export const TakingBody = Type.Object(
  {
    kind: words('方式', ['print', 'table']),
    page: Type.String({ title: '页面地址', pattern: '^/desk(/|$)', maxLength: 300 }),
    title: text('页面名称', 100),
    rows: Type.Integer({ title: '条数', minimum: 0, maximum: 1_000_000 }),
    approval: Type.Optional(uuid('同意编号')),
  },
  strict,
);
export const TakingSchema = Type.Object({ watermark: Type.String({ title: '水印' }) });

export const ParametersBody = Type.Object(
  {
    bulkExportRows: Type.Optional(
      Type.Integer({ title: '个人可导出的最多条数', minimum: 1, maximum: 1_000_000 }),
    ),
    reportHours: Type.Optional(Type.Integer({ title: '漏洞报告时限（小时）', minimum: 1, maximum: 720 })),
    keepExportDays: Type.Optional(Type.Integer({ title: '导出件保存天数', minimum: 1, maximum: 365 })),
    longestApprovalDays: Type.Optional(Type.Integer({ title: '同意最长天数', minimum: 1, maximum: 3650 })),
    announceTeamDays: Type.Optional(Type.Integer({ title: '人员变更提前天数', minimum: 0, maximum: 90 })),
    drillDays: Type.Optional(Type.Integer({ title: '恢复演练间隔天数', minimum: 1, maximum: 366 })),
    warnCertificateDays: Type.Optional(
      Type.Integer({ title: '密码产品证书到期提前告警天数', minimum: 1, maximum: 366 }),
    ),
    administratorsFromTeam: Type.Optional(Type.Boolean({ title: '管理员只从在册人员中产生' })),
  },
  { ...strict, minProperties: 1 },
);

export const NewMarkBody = Type.Object(
  { ...files, mark: words('密级', markCodes), reason: text('理由') },
  strict,
);
export const ReaderBody = Type.Object({ ...files, login: text('知悉人账号', 100) }, strict);
export const NewDocumentQuery = Type.Object(
  {
    kind: words('种类', ['technical', 'commercial']),
    title: text('名称', 200),
    provider: Type.Optional(text('报送单位', 200)),
    /** State secrets are not to be kept here: whoever files something says that it is none. */
    noStateSecret: Type.Literal(true, { title: '确认不含国家秘密' }),
  },
  strict,
);
export const ConsentBody = Type.Object(
  {
    recipient: text('接收方', 200),
    purpose: text('用途'),
    givenBy: text('同意人及凭据', 300),
    validUntil: moment('有效期至'),
  },
  strict,
);
export const ShareQuery = Type.Object(
  { recipient: text('接收方', 200), approval: Type.Optional(uuid('同意编号')) },
  strict,
);
export const TermBody = Type.Object(
  {
    ground: words('数据类别', groundCodes),
    months: Type.Optional(
      Type.Integer({ title: '保存月数', description: '不填为永久', minimum: 1, maximum: 1200 }),
    ),
    basis: text('依据'),
    basisVerified: Type.Boolean({ title: '依据已与条文核对' }),
  },
  strict,
);

const filled = (title: string, maxLength: number) =>
  Type.String({ title, minLength: 1, maxLength, pattern: '\\S' });
/** A day PostgreSQL and people both know. */
const day = (title: string) => Type.String({ title, format: 'date', pattern: '^(19|2\\d)\\d\\d-' });
export const UseParameter = Type.Object({ use: Type.String({ title: '密码用途', maxLength: 40 }) });
export const ProductBody = Type.Object(
  {
    product: filled('产品名称', 200),
    manufacturer: filled('生产单位', 200),
    model: filled('型号', 100),
    certificateNumber: Type.Optional(filled('商用密码产品认证证书编号', 100)),
    issuedOn: Type.Optional(day('发证日期')),
    validUntil: Type.Optional(day('有效期至')),
    remark: Type.Optional(filled('备注', 500)),
    reason: filled('登记理由', 500),
  },
  strict,
);
export const ProductVersionSchema = Type.Object({
  use: Type.String({ title: '密码用途' }),
  version: Type.Integer({ title: '版本' }),
});
