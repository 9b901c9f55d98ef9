import Type from 'typebox';

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
