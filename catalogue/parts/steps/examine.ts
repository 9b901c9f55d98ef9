import type { HumanStep, ProcessNode } from '@hengchan/casework';
import Type from 'typebox';
import { refuse } from './refuse.ts';
import { resubmit, supplementList, supplementNotice } from './supplement.ts';

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
      refuse,
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
        refuse,
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
