import type { HumanStep, ProcessNode } from '@hengchan/casework';
import Type from 'typebox';

/** From the application to the desk: filled in, checked with the departments, confirmed, and looked through by the machine. */

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
