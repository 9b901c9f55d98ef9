import { pageQuery } from '@hengchan/platform';
import Type, { type Static } from 'typebox';

const moment = (title: string) => Type.String({ title, format: 'date-time' });

export const HeldQuery = Type.Object({
  ...pageQuery,
  q: Type.Optional(Type.String({ title: '坐落、单元代码或证明号', maxLength: 100 })),
  office: Type.Optional(Type.String({ title: '登记机构，不填为第一个', pattern: '^\\d{6}$' })),
});

export const HeldMortgageSchema = Type.Object(
  {
    unit: Type.String({ title: '不动产单元代码' }),
    office: Type.String(),
    location: Type.String({ title: '坐落' }),
    holders: Type.Array(Type.String(), { title: '不动产权利人' }),
    proof: Type.Optional(Type.String({ title: '不动产登记证明号' })),
    title: Type.String({ title: '抵押方式' }),
    rank: Type.Integer({ title: '顺位' }),
    principal: Type.Integer({ title: '担保数额（分）' }),
    termFrom: Type.String({ title: '起' }),
    termTo: Type.String({ title: '止' }),
    registeredAt: moment('登记时间'),
    seized: Type.Boolean({ title: '不动产被查封' }),
  },
  { $id: 'HeldMortgage', title: '本机构的抵押权' },
);

export const AgentSchema = Type.Object(
  {
    account: Type.String(),
    login: Type.String({ title: '登录名' }),
    name: Type.String({ title: '姓名' }),
    businesses: Type.Array(Type.String(), { title: '可办业务，* 为全部' }),
    grantedAt: moment('授权时间'),
    expiresAt: Type.Optional(moment('到期')),
    withdrawnAt: Type.Optional(moment('撤销时间')),
    isYou: Type.Boolean(),
  },
  { $id: 'Agent', title: '经办人' },
);

export const SummarySchema = Type.Object(
  {
    yourTurn: Type.Integer({ title: '轮到本机构办理的办件' }),
    states: Type.Array(Type.Object({ status: Type.String(), title: Type.String(), count: Type.Integer() }), {
      title: '未办结的办件，按状态',
    }),
  },
  { $id: 'InstitutionSummary', title: '机构工作台' },
);

export const RowResultSchema = Type.Object(
  {
    line: Type.Integer({ title: '行号' }),
    units: Type.Array(Type.String()),
    status: Type.Unsafe<'opened' | 'draft' | 'known' | 'faulty'>(
      Type.String({
        title: 'opened 已提交；draft 已建办件、尚不能提交；known 以前已建；faulty 未建',
        enum: ['opened', 'draft', 'known', 'faulty'],
      }),
    ),
    caseNo: Type.Optional(Type.String()),
    caseStatus: Type.Optional(Type.String()),
    caseStatusTitle: Type.Optional(Type.String()),
    faults: Type.Optional(
      Type.Array(Type.Object({ column: Type.String({ title: '列' }), message: Type.String() })),
    ),
  },
  { $id: 'BatchRow', title: '批量办理的一行' },
);

export type HeldMortgage = Static<typeof HeldMortgageSchema>;
export type RowResult = Static<typeof RowResultSchema>;
export type Summary = Static<typeof SummarySchema>;
