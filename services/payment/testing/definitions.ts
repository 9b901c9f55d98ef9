import type { BusinessDefinition, ProcessNode } from '@hengchan/casework';
import Type from 'typebox';

const citation = { law: '不动产登记暂行条例', verified: false };

const pay: ProcessNode = {
  id: 'pay',
  kind: 'human',
  title: '缴纳税费',
  phase: 'paying',
  assignee: { party: 'transferee' },
  event: 'payment.settled',
  actions: [
    {
      action: 'pay',
      title: '缴款',
      work: 'authorise-payment',
      data: Type.Object({ method: Type.String({ title: '缴款方式' }) }),
    },
  ],
  next: 'receipted',
};

const ends: ProcessNode[] = [
  { id: 'withdrawn', kind: 'end', title: '已撤回', phase: 'withdrawn' },
  { id: 'done', kind: 'end', title: '已办结', phase: 'completed' },
];

/** A resale cut down to its money: declared, assessed, paid, receipted, then decided by hand. */
export const resale: BusinessDefinition = {
  code: 'resale-transfer',
  version: 1,
  effectiveFrom: '2026-01-01',
  name: '存量房转移登记',
  keywords: [],
  summary: '',
  audience: '',
  registrationType: '200',
  entrances: ['person'],
  channels: ['online'],
  laws: [],
  units: { minimum: 1, maximum: 1 },
  exclusive: false,
  parties: [
    { role: 'transferor', title: '转让方', explanation: '', minimum: 1, maximum: 9, kinds: ['person'] },
    {
      role: 'transferee',
      title: '受让方',
      explanation: '',
      minimum: 1,
      maximum: 9,
      kinds: ['person'],
      takesShares: true,
    },
  ],
  form: Type.Object({ price: Type.String() }),
  materials: [],
  facts: [],
  rules: [],
  process: {
    start: 'declare',
    nodes: [
      {
        id: 'declare',
        kind: 'automatic',
        title: '涉税申报',
        phase: 'taxing',
        handler: 'declare-taxes',
        next: 'assessed',
      },
      {
        id: 'assessed',
        kind: 'waiting',
        title: '核税',
        phase: 'taxing',
        event: 'tax.assessed',
        waitingFor: '税务部门',
        next: 'open-payment',
      },
      {
        id: 'open-payment',
        kind: 'automatic',
        title: '生成缴款单',
        phase: 'paying',
        handler: 'open-payment',
        next: 'pay',
        outcomes: { nothing: 'receipted' },
      },
      pay,
      {
        id: 'receipted',
        kind: 'waiting',
        title: '完税凭证',
        phase: 'taxing',
        event: 'tax.receipted',
        waitingFor: '税务部门',
        next: 'decide',
      },
      {
        id: 'decide',
        kind: 'human',
        title: '核定',
        phase: 'deciding',
        assignee: { staff: 'approver' },
        actions: [{ action: 'approve', title: '准予登记', next: 'done' }],
        next: 'done',
      },
      ...ends,
    ],
  },
  limit: { workingDays: 1, warningDays: 1, statutoryWorkingDays: 30, citation },
  fee: 'ownership',
  taxed: true,
  taxKind: 'resale',
  effects: [],
  notifies: [],
  outcome: 'certificate',
};

/** A registration that costs the fee and no tax. */
export const untaxed: BusinessDefinition = {
  ...resale,
  code: 'land-transfer',
  taxed: false,
  process: {
    start: 'open-payment',
    nodes: [
      {
        id: 'open-payment',
        kind: 'automatic',
        title: '生成缴款单',
        phase: 'paying',
        handler: 'open-payment',
        next: 'pay',
        outcomes: { nothing: 'done' },
      },
      { ...pay, next: 'done' },
      ...ends,
    ],
  },
};
