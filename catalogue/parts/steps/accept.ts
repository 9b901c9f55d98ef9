import type { HumanStep, ProcessNode } from '@hengchan/casework';
import { supplementList } from './supplement.ts';

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
