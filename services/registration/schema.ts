import Type, { type Static } from 'typebox';
import { LinkedMatterSchema } from './linked-schema.ts';
import { CaseNoticeSchema } from './notices/schema.ts';

/** Shapes of the registration service on the wire: the same schema validates, documents and types. */

const text = (title: string, extra: object = {}) => Type.String({ title, maxLength: 500, ...extra });
const moment = (title: string) => Type.String({ title, format: 'date-time' });
const maybe = <T extends ReturnType<typeof Type.String>>(schema: T) => Type.Optional(schema);

const MarkSchema = Type.Union(
  [
    Type.Literal('public'),
    Type.Literal('internal'),
    Type.Literal('sensitive'),
    Type.Literal('recording'),
    Type.Literal('restricted'),
    Type.Literal('commercial'),
  ],
  { title: '密级' },
);

export const ShareSchema = Type.Object(
  { numerator: Type.Integer({ minimum: 1 }), denominator: Type.Integer({ minimum: 1 }) },
  { $id: 'Share', title: '份额', examples: [{ numerator: 1, denominator: 2 }] },
);

export const PartyInputSchema = Type.Object(
  {
    role: text('当事人角色', { examples: ['transferor'] }),
    name: text('姓名或名称', { minLength: 1, maxLength: 200 }),
    idType: text('证件种类', { examples: ['1'] }),
    idNumber: text('证件号码', { minLength: 1, maxLength: 40 }),
    share: Type.Optional(
      Type.Union([ShareSchema, Type.String({ pattern: '^\\d{1,12}/\\d{1,12}$', examples: ['1/2'] })]),
    ),
  },
  { $id: 'PartyInput', title: '当事人', additionalProperties: false },
);

export const OpenCaseSchema = Type.Object(
  {
    business: text('业务代码', { examples: ['resale-transfer'] }),
    office: Type.String({ title: '登记机构', pattern: '^\\d{6}$', examples: ['320402'] }),
    units: Type.Array(text('不动产单元代码', { maxLength: 40 }), { minItems: 1, maxItems: 200 }),
    parties: Type.Array(PartyInputSchema, { minItems: 0, maxItems: 100 }),
    form: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    channel: Type.Optional(Type.Union([Type.Literal('online'), Type.Literal('counter')])),
  },
  { $id: 'OpenCase', title: '发起办件', additionalProperties: false },
);

export const AvailableActionSchema = Type.Object(
  {
    action: text('操作代码'),
    title: text('操作名称'),
    by: text('由谁操作：applicant 或岗位角色'),
    step: text('所在环节'),
    style: Type.Union([Type.Literal('primary'), Type.Literal('default'), Type.Literal('danger')]),
    comment: Type.Union([Type.Literal('required'), Type.Literal('optional'), Type.Literal('none')]),
    final: Type.Boolean({ title: '不可撤销，需再次确认' }),
    data: Type.Optional(Type.Unknown({ title: '需填写的内容（JSON Schema）' })),
  },
  { $id: 'AvailableAction', title: '可执行的操作' },
);

export const CaseMaterialSchema = Type.Object(
  {
    code: text('材料代码'),
    title: text('材料名称'),
    why: text('为什么需要'),
    required: Type.Boolean({ title: '必需' }),
    accept: Type.Array(Type.String()),
    status: Type.Union([Type.Literal('missing'), Type.Literal('provided'), Type.Literal('fetched')]),
    /** Where a fetched one came from. */
    source: Type.Optional(Type.String({ title: '来源' })),
    files: Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        mediaType: Type.String(),
        size: Type.Integer(),
        at: moment('提交时间'),
        by: Type.String(),
        mark: MarkSchema,
        opens: Type.Boolean({ title: '是否在您的知悉范围内' }),
      }),
    ),
  },
  { $id: 'CaseMaterial', title: '材料' },
);

export const CaseStepSchema = Type.Object(
  {
    id: Type.String(),
    title: Type.String(),
    state: Type.Union([
      Type.Literal('done'),
      Type.Literal('current'),
      Type.Literal('ahead'),
      Type.Literal('passed'),
    ]),
    startedAt: maybe(moment('开始')),
    doneAt: maybe(moment('完成')),
    by: Type.Optional(Type.String({ title: '办理人' })),
    for: Type.Optional(Type.String({ title: '代何人办理' })),
  },
  { $id: 'CaseStep', title: '环节' },
);

const HandledSchema = Type.Object(
  {
    by: Type.String({ title: '办理人' }),
    office: Type.String({ title: '所在机构' }),
    officeName: Type.String({ title: '所在机构名称' }),
    at: moment('时间'),
    for: Type.Optional(Type.String({ title: '代何人办理' })),
    deemed: Type.Optional(Type.Boolean({ title: '视为受理' })),
  },
  { title: '办理人与机构' },
);

export const CaseSchema = Type.Object(
  {
    caseNo: text('受理编号'),
    office: text('登记机构'),
    officeName: text('登记机构名称'),
    business: Type.Object({ code: Type.String(), version: Type.Integer(), name: Type.String() }),
    channel: text('渠道'),
    status: text('状态代码'),
    statusTitle: text('状态'),
    openedAt: moment('发起时间'),
    acceptedAt: maybe(moment('受理时间')),
    promisedBy: Type.Optional(Type.String({ title: '承诺办结日', format: 'date' })),
    timeliness: Type.Union([
      Type.Literal('in-time'),
      Type.Literal('warning'),
      Type.Literal('overdue'),
      Type.Literal('stopped'),
    ]),
    closedAt: maybe(moment('办结时间')),
    suspension: Type.Optional(
      Type.Object({
        since: moment('中止时间'),
        by: Type.String(),
        reason: Type.String({ title: '中止事由' }),
        over: maybe(moment('中止事由消除、待恢复办理的时间')),
      }),
    ),
    handling: Type.Object(
      { accepted: Type.Optional(HandledSchema), decided: Type.Optional(HandledSchema) },
      { title: '受理与决定' },
    ),
    notices: Type.Array(CaseNoticeSchema),
    units: Type.Array(
      Type.Object({ code: Type.String(), location: Type.String(), area: Type.String(), use: Type.String() }),
    ),
    parties: Type.Array(
      Type.Object({
        ordinal: Type.Integer(),
        role: Type.String(),
        roleTitle: Type.String(),
        name: Type.String(),
        idType: Type.String(),
        idNumber: Type.String({ title: '证件号码（掩码）' }),
        share: Type.Optional(ShareSchema),
        confirms: Type.Boolean(),
        confirmedAt: maybe(moment('确认时间')),
        isYou: Type.Boolean(),
      }),
    ),
    form: Type.Record(Type.String(), Type.Unknown()),
    materials: Type.Array(CaseMaterialSchema),
    facts: Type.Array(
      Type.Object({
        kind: Type.String(),
        title: Type.String(),
        subject: Type.String(),
        outcome: Type.Union([Type.Literal('match'), Type.Literal('mismatch'), Type.Literal('unavailable')]),
        outcomeTitle: Type.String(),
        source: Type.String(),
        at: moment('核验时间'),
        data: Type.Unknown(),
      }),
    ),
    steps: Type.Array(CaseStepSchema),
    waitingFor: Type.Array(
      Type.Object({
        who: Type.String(),
        title: Type.String(),
        since: moment('开始等待'),
        dueOn: Type.Optional(Type.String()),
        until: maybe(moment('到期自动继续')),
        untilTitle: Type.Optional(Type.String({ title: '到期时' })),
        task: Type.Optional(Type.String({ title: '待办编号（工作人员可见）' })),
        assignedTo: Type.Optional(Type.String({ title: '签收人（工作人员可见）' })),
      }),
    ),
    availableActions: Type.Array(AvailableActionSchema),
    payment: Type.Optional(
      Type.Object({
        orderNo: Type.String(),
        status: Type.String(),
        statusTitle: Type.String(),
        payable: Type.Boolean({ title: '等待缴款人缴款；否则款项正在确认或无需缴款' }),
        total: Type.Integer({ title: '应缴合计（分）' }),
        paid: Type.Integer({ title: '已缴（分）' }),
        lines: Type.Array(
          Type.Object({
            code: Type.String(),
            title: Type.String(),
            amount: Type.Integer(),
            payee: Type.String(),
            basis: Type.String(),
          }),
        ),
        cashierUrl: Type.Optional(Type.String()),
      }),
    ),
    result: Type.Optional(
      Type.Object({
        entries: Type.Array(
          Type.Object({
            number: Type.Integer(),
            effect: Type.String(),
            title: Type.String(),
            at: moment('登簿时间'),
          }),
        ),
        certificates: Type.Array(
          Type.Object({
            number: Type.String(),
            kind: Type.String(),
            status: Type.String(),
            holders: Type.Array(Type.String()),
          }),
        ),
      }),
    ),
    linked: Type.Array(LinkedMatterSchema, { title: '关联事项（一件事）' }),
    documents: Type.Array(
      Type.Object({
        code: Type.String(),
        title: Type.String(),
        mark: MarkSchema,
        at: moment('生成时间'),
        url: Type.String(),
      }),
    ),
    version: Type.Integer({ title: '版本（ETag）' }),
  },
  { $id: 'Case', title: '办件' },
);

export const CaseSummarySchema = Type.Object(
  {
    caseNo: Type.String(),
    office: Type.String(),
    business: Type.Object({ code: Type.String(), name: Type.String() }),
    channel: Type.String(),
    status: Type.String(),
    statusTitle: Type.String(),
    location: Type.String(),
    unitCode: Type.String(),
    parties: Type.Array(Type.Object({ roleTitle: Type.String(), name: Type.String() })),
    openedAt: moment('发起时间'),
    promisedBy: Type.Optional(Type.String()),
    timeliness: Type.String(),
    waitingFor: Type.Array(Type.String()),
    yourTurn: Type.Boolean(),
    suspended: Type.Optional(Type.Boolean({ title: '已中止' })),
  },
  { $id: 'CaseSummary', title: '办件摘要' },
);

export const ActSchema = Type.Object(
  {
    action: text('操作代码'),
    comment: Type.Optional(Type.String({ maxLength: 2000, title: '意见' })),
    data: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  },
  { $id: 'Act', title: '执行操作', additionalProperties: false },
);

export type CaseView = Static<typeof CaseSchema>;
export type CaseSummary = Static<typeof CaseSummarySchema>;
export type OpenCaseInput = Static<typeof OpenCaseSchema>;
export type PartyInput = Static<typeof PartyInputSchema>;
export type ActInput = Static<typeof ActSchema>;
