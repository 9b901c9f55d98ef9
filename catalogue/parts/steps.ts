import type { Action, HumanStep, ProcessNode } from '@hengchan/casework';
import Type from 'typebox';

/** Steps several processes are made of. Each says where it leads, so that a process reads from top to bottom. */

/** 填写与提交, by whoever opened the case. */
export function prepare(next: string, work = 'submit'): HumanStep {
  return {
    id: 'prepare',
    kind: 'human',
    title: '填写申请',
    phase: 'draft',
    assignee: { party: 'opener' },
    actions: [
      { action: 'submit', title: '提交申请', next, style: 'primary', moment: 'accept', work },
      { action: 'cancel', title: '取消办件', next: 'cancelled', style: 'danger', final: true },
    ],
    next,
  };
}

export function gather(next: string): ProcessNode {
  return {
    id: 'gather',
    kind: 'automatic',
    title: '联网核验',
    phase: 'checking',
    handler: 'ask-departments',
    next,
  };
}

/** 各方确认, each on an own device; at the counter they sign before the clerk instead. */
export function confirm(next: string): HumanStep {
  return {
    id: 'confirm',
    kind: 'human',
    title: '各方确认',
    phase: 'confirming',
    assignee: { party: 'each' },
    onlyChannel: 'online',
    actions: [
      {
        action: 'confirm',
        title: '确认申请内容',
        style: 'primary',
        next,
        data: Type.Object({
          understood: Type.Literal(true, {
            title: '我已核对申请内容，确认是本人真实意思',
            description: '确认后登记机构将据此办理。',
            examples: [true],
          }),
        }),
      },
      { action: 'object', title: '内容有误，退回修改', next: 'prepare', comment: 'required' },
    ],
    next,
  };
}

/** 智能审核: on the office's list and with nothing open the case goes on without a person. */
export function screen(id: string, next: string, automatic: string): ProcessNode {
  return {
    id,
    kind: 'automatic',
    title: '智能审核',
    phase: 'checking',
    handler: 'screen',
    next,
    outcomes: { automatic },
  };
}

const supplementList = Type.Object({
  items: Type.Array(
    Type.String({
      title: '需要补正的内容',
      minLength: 1,
      maxLength: 500,
      examples: ['请补交清晰的身份证明影像'],
    }),
    {
      title: '补正清单（一次告知，不得分次）',
      minItems: 1,
      maxItems: 30,
      examples: [['请补交清晰的身份证明影像']],
    },
  ),
  newFacts: Type.Optional(
    Type.String({
      title: '再次补正的理由',
      description: '同一环节已经通知过补正的，须说明此前不能发现的新情况',
      minLength: 1,
      maxLength: 500,
      examples: ['补交的材料显示另有共有人'],
    }),
  ),
});

/**
 * 受理. The clerk gives the whole supplement list at once; what nobody answers in writing in time counts as accepted (暂行条例 17).
 */
export function accept(next: string): HumanStep {
  return {
    id: 'accept',
    kind: 'human',
    title: '受理',
    phase: 'accepting',
    assignee: { staff: 'acceptor' },
    until: { deadline: 'deemed-acceptance', title: '逾期未书面告知，视为受理', work: 'deem-accepted' },
    actions: [
      {
        action: 'accept',
        title: '受理',
        next,
        style: 'primary',
        moment: 'accept',
        work: 'accept',
        comment: 'optional',
      },
      {
        action: 'supplement',
        title: '通知补正',
        next: 'supplement-notice',
        data: supplementList,
        work: 'supplement',
        comment: 'optional',
      },
      {
        action: 'decline',
        title: '不予受理',
        next: 'reject-notice',
        style: 'danger',
        comment: 'required',
        final: true,
      },
    ],
    next,
  };
}

const resubmit = (next: string): Action[] => [
  { action: 'resubmit', title: '提交补正', next, style: 'primary', work: 'submit' },
];

const supplementNotice = (id: string, next: string): ProcessNode => ({
  id,
  kind: 'automatic',
  title: '出具补正通知',
  phase: 'supplementing',
  handler: 'issue-supplement',
  next,
});

/** 补正 before acceptance: the promised time has not begun. */
export const supplement: ProcessNode[] = [
  supplementNotice('supplement-notice', 'supplement'),
  {
    id: 'supplement',
    kind: 'human',
    title: '补正材料',
    phase: 'supplementing',
    assignee: { party: 'opener' },
    actions: resubmit('accept'),
    next: 'accept',
  },
];

/** 受理通知书, with the promised date. */
export function acceptanceNotice(next: string): ProcessNode {
  return {
    id: 'acceptance-notice',
    kind: 'automatic',
    title: '出具受理通知',
    phase: 'accepting',
    handler: 'issue-acceptance',
    next,
  };
}

/** 实地查看: of first registrations of houses, mortgages on buildings under construction, and what is said to be lost (条例 19). */
export function siteVisit(next: string): HumanStep {
  return {
    id: 'site-visit',
    kind: 'human',
    title: '实地查看',
    phase: 'reviewing',
    assignee: { staff: 'reviewer' },
    apartFrom: ['accept'],
    actions: [
      {
        action: 'record-visit',
        title: '记录查看结果',
        next,
        style: 'primary',
        comment: 'optional',
        data: Type.Object({
          visitedOn: Type.String({
            title: '查看日期',
            description: '到现场的日期',
            format: 'date',
            examples: ['2026-11-20'],
          }),
          record: Type.String({
            title: '查看情况',
            description: '现状与申请是否一致，有无争议',
            minLength: 1,
            maxLength: 1000,
            examples: ['现场状况与申请及权籍调查成果一致，未见争议'],
          }),
        }),
      },
      {
        action: 'refuse',
        title: '不予登记',
        next: 'refusal-notice',
        style: 'danger',
        comment: 'required',
        final: true,
      },
    ],
    next,
  };
}

/** 审核, by somebody other than who accepted (受办分离). */
export function review(next: string): ProcessNode[] {
  return [
    {
      id: 'review',
      kind: 'human',
      title: '审核',
      phase: 'reviewing',
      assignee: { staff: 'reviewer' },
      apartFrom: ['accept'],
      actions: [
        {
          action: 'approve-review',
          title: '审核通过',
          next,
          style: 'primary',
          moment: 'review',
          comment: 'optional',
        },
        {
          action: 'review-supplement',
          title: '通知补正',
          next: 'review-supplement-notice',
          data: supplementList,
          work: 'supplement',
          comment: 'optional',
        },
        {
          action: 'refuse',
          title: '不予登记',
          next: 'refusal-notice',
          style: 'danger',
          comment: 'required',
          final: true,
        },
      ],
      next,
    },
    supplementNotice('review-supplement-notice', 'review-supplement'),
    {
      id: 'review-supplement',
      kind: 'human',
      title: '补正材料（审核）',
      phase: 'supplementing',
      assignee: { party: 'opener' },
      actions: resubmit('review'),
      next: 'review',
      stopsClock: true,
    },
  ];
}

/** 缴税费: the order is made, the payer pays once, by whatever way; the step ends when the money has arrived. */
export function payment(payer: string, next: string): ProcessNode[] {
  return [
    {
      id: 'open-payment',
      kind: 'automatic',
      title: '生成缴款单',
      phase: 'paying',
      handler: 'open-payment',
      next: 'pay',
      outcomes: { nothing: next },
    },
    {
      id: 'pay',
      kind: 'human',
      title: '缴纳税费',
      phase: 'paying',
      assignee: { party: payer },
      event: 'payment.settled',
      stopsClock: true,
      actions: [
        {
          action: 'pay',
          title: '缴款',
          style: 'primary',
          work: 'authorise-payment',
          data: Type.Object({
            method: Type.Unsafe<'quick' | 'cashier' | 'qr' | 'pos' | 'ecny'>(
              Type.String({
                title: '缴款方式',
                description:
                  'quick 快捷支付（已签约账户）；cashier 网上收银台；qr 扫码；pos 窗口刷卡；ecny 数字人民币（试点机构）',
                enum: ['quick', 'cashier', 'qr', 'pos', 'ecny'],
                examples: ['quick'],
              }),
            ),
          }),
        },
      ],
      next,
    },
  ];
}

/** 核定、登簿、制证, and the ways out of them. */
export function decideAndEnter(options: { apartFrom: readonly string[]; role?: string }): ProcessNode[] {
  return [
    {
      id: 'decide',
      kind: 'human',
      title: '核定',
      phase: 'deciding',
      assignee: { staff: options.role ?? 'approver' },
      apartFrom: options.apartFrom,
      actions: [
        {
          action: 'approve',
          title: '准予登记',
          next: 'enter',
          style: 'primary',
          moment: 'review',
          comment: 'optional',
          final: true,
        },
        { action: 'return', title: '退回复核', next: 'recheck', comment: 'required' },
        {
          action: 'refuse',
          title: '不予登记',
          next: 'refusal-notice',
          style: 'danger',
          comment: 'required',
          final: true,
        },
      ],
      next: 'enter',
    },
    {
      id: 'recheck',
      kind: 'human',
      title: '复核',
      phase: 'reviewing',
      assignee: { staff: 'reviewer' },
      apartFrom: ['accept', 'decide'],
      actions: [
        {
          action: 'confirm-review',
          title: '复核通过',
          next: 'decide',
          style: 'primary',
          moment: 'review',
          comment: 'required',
        },
        {
          action: 'refuse',
          title: '不予登记',
          next: 'refusal-notice',
          style: 'danger',
          comment: 'required',
          final: true,
        },
      ],
      next: 'decide',
    },
    ...enter(options.role ?? 'approver', options.apartFrom),
  ];
}

/** 登簿: what changed since the decision may stop it, and a person then decides. */
export function enter(role: string, apartFrom: readonly string[] = []): ProcessNode[] {
  return [
    {
      id: 'enter',
      kind: 'automatic',
      title: '登簿',
      phase: 'entering',
      handler: 'enter-register',
      next: 'issue',
      outcomes: { blocked: 'blocked' },
    },
    {
      id: 'blocked',
      kind: 'human',
      title: '登簿受阻处理',
      phase: 'deciding',
      assignee: { staff: role },
      apartFrom,
      actions: [
        { action: 'retry', title: '重新登簿', next: 'enter', style: 'primary', comment: 'optional' },
        {
          action: 'refuse',
          title: '不予登记',
          next: 'refusal-notice',
          style: 'danger',
          comment: 'required',
          final: true,
        },
      ],
      next: 'enter',
    },
    {
      id: 'issue',
      kind: 'automatic',
      title: '制证',
      phase: 'issuing',
      handler: 'issue-certificates',
      next: 'completed',
    },
  ];
}

const end = (
  id: 'completed' | 'declined' | 'refused' | 'cancelled' | 'withdrawn',
  title: string,
): ProcessNode => ({ id, kind: 'end', title, phase: id });

/** Every way a case may end, with the notice each owes the applicant. */
export const ends = {
  usual: [
    {
      id: 'reject-notice',
      kind: 'automatic',
      title: '出具不予受理告知书',
      phase: 'accepting',
      handler: 'issue-rejection',
      next: 'declined',
    },
    {
      id: 'refusal-notice',
      kind: 'automatic',
      title: '出具不予登记告知书',
      phase: 'deciding',
      handler: 'issue-refusal',
      next: 'refused',
    },
    end('completed', '办结'),
    end('declined', '不予受理'),
    end('refused', '不予登记'),
    end('cancelled', '已取消'),
    end('withdrawn', '已撤回'),
  ] satisfies ProcessNode[],
  /** Of proceedings that nobody but the authority may take back. */
  official: [
    {
      id: 'refusal-notice',
      kind: 'automatic',
      title: '出具不予登记告知书',
      phase: 'deciding',
      handler: 'issue-refusal',
      next: 'refused',
    },
    end('completed', '办结'),
    end('refused', '未能办理'),
    end('cancelled', '已取消'),
  ] satisfies ProcessNode[],
};
