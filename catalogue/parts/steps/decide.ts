import type { ProcessNode } from '@hengchan/casework';
import { refuse } from './refuse.ts';

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
        refuse,
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
        refuse,
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
        refuse,
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
