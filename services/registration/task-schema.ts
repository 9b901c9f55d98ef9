import Type, { type Static } from 'typebox';

export const TaskSchema = Type.Object(
  {
    id: Type.String(),
    caseNo: Type.String(),
    office: Type.String(),
    step: Type.String(),
    stepTitle: Type.String(),
    role: Type.String(),
    business: Type.Object({ code: Type.String(), name: Type.String() }),
    location: Type.String(),
    parties: Type.Array(Type.String()),
    since: Type.String({ title: '到达时间', format: 'date-time' }),
    promisedBy: Type.Optional(Type.String()),
    timeliness: Type.String(),
    claimedBy: Type.Optional(Type.String()),
    isMine: Type.Boolean(),
    for: Type.Optional(Type.String({ title: '代何人办理' })),
    until: Type.Optional(Type.String({ title: '到期自动继续', format: 'date-time' })),
    suspended: Type.Optional(Type.Boolean({ title: '已中止' })),
    resumable: Type.Optional(Type.Boolean({ title: '中止事由已消除，待恢复办理' })),
  },
  { $id: 'Task', title: '待办' },
);

const Person = Type.Object({ account: Type.String({ title: '账号' }), name: Type.String({ title: '姓名' }) });

export const DelegationSchema = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    by: Person,
    to: Person,
    from: Type.String({ title: '开始日期', format: 'date' }),
    until: Type.String({ title: '结束日期（含）', format: 'date' }),
    roles: Type.Array(Type.Object({ role: Type.String(), title: Type.String() }), { title: '委托的岗位' }),
    reason: Type.String({ title: '事由' }),
    status: Type.String({ title: '状态：planned、running、over、revoked' }),
    statusTitle: Type.String({ title: '状态名称' }),
    createdAt: Type.String({ format: 'date-time' }),
    revokedAt: Type.Optional(Type.String({ format: 'date-time' })),
  },
  { $id: 'Delegation', title: '岗位委托' },
);

export const AssigneeSchema = Type.Object(
  {
    account: Type.String({ title: '账号' }),
    name: Type.String({ title: '姓名' }),
    open: Type.Integer({ title: '已签收未办结的待办数' }),
  },
  { $id: 'Assignee', title: '可受转办的人员' },
);

export type TaskView = Static<typeof TaskSchema>;
