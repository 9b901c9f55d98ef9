import type { Action, ProcessNode } from '@hengchan/casework';
import Type from 'typebox';

/** What is missing, all of it told at once. */
export const supplementList = Type.Object({
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

export const resubmit = (next: string): Action[] => [
  { action: 'resubmit', title: '提交补正', next, style: 'primary', work: 'submit' },
];

export const supplementNotice = (id: string, next: string): ProcessNode => ({
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
