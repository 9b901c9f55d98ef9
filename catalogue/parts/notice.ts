import type { HumanStep, ProcessNode } from '@hengchan/casework';
import type { NoticeKind } from '@hengchan/registration';
import Type from 'typebox';

/** What is announced, and for how many working days at least; an office may announce for longer. */
export interface NoticeOptions {
  kind: NoticeKind;
  days: number;
  /** Field of the form that, when it says yes, makes the notice unnecessary: what is notarised is not announced. */
  unless?: string;
}

/** Where a process enters a public notice. */
export const noticeStart = 'publish-notice';

/**
 * 公告: published, open to objections for its days, which do not count (实施细则 17); an objection goes to a person, who hears it and says
 * in writing what becomes of it. Without one, or when none is well founded, the case goes on to `next` when the days are over.
 */
export function publicNotice(next: string, { kind, days, unless }: NoticeOptions): ProcessNode[] {
  return [
    {
      id: noticeStart,
      kind: 'automatic',
      title: '发布公告',
      phase: 'noticing',
      handler: 'publish-notice',
      parameters: { kind, days, ...(unless ? { unless } : {}) },
      next: 'notice',
      ...(unless ? { outcomes: { unneeded: next } } : {}),
    },
    {
      id: 'notice',
      kind: 'waiting',
      title: '公告',
      phase: 'noticing',
      event: 'notice.objected',
      waitingFor: '公告期满',
      until: { deadline: 'notice-over', title: '公告期满' },
      stopsClock: true,
      next,
      outcomes: { objected: 'notice-objected', elapsed: next },
    },
    noticeObjected,
  ];
}

/** Which objections the decision is about; they must be all that are open. */
const decided = Type.Object({
  objections: Type.Optional(
    Type.Array(Type.String({ format: 'uuid' }), {
      title: '所审查的异议',
      description: '不填为全部未审查的异议；填写的须为全部，期间又收到异议的会提示重新审查',
      maxItems: 200,
      uniqueItems: true,
    }),
  ),
});

const noticeObjected: HumanStep = {
  id: 'notice-objected',
  kind: 'human',
  title: '审查公告异议',
  phase: 'reviewing',
  assignee: { staff: 'reviewer' },
  apartFrom: ['accept'],
  actions: [
    {
      action: 'overrule-objection',
      title: '异议不成立',
      next: 'notice',
      style: 'primary',
      comment: 'required',
      data: decided,
      work: 'overrule-objections',
    },
    {
      action: 'uphold-objection',
      title: '异议成立，不予登记',
      next: 'refusal-notice',
      style: 'danger',
      comment: 'required',
      data: decided,
      work: 'uphold-objections',
      final: true,
    },
  ],
  next: 'notice',
};
