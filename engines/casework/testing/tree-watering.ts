import type { BusinessDefinition } from '../definition.ts';
import { treeAdoption } from './tree-adoption.ts';

/** An invented business that waits: for rain or two dry days, and for somebody to water until the frost comes. */
export const treeWatering: BusinessDefinition = {
  ...treeAdoption,
  code: 'tree-watering',
  name: '行道树浇水',
  materials: [],
  process: {
    start: 'prepare',
    nodes: [
      {
        id: 'prepare',
        kind: 'human',
        title: '填写',
        phase: 'draft',
        assignee: { party: 'opener' },
        next: 'dry',
        actions: [{ action: 'submit', title: '提交', style: 'primary', next: 'dry' }],
      },
      {
        id: 'dry',
        kind: 'waiting',
        title: '等雨',
        phase: 'noticing',
        event: 'weather',
        waitingFor: '天气',
        until: { workingDays: 2, title: '两天没有下雨' },
        stopsClock: true,
        next: 'completed',
        outcomes: { elapsed: 'water' },
      },
      {
        id: 'water',
        kind: 'human',
        title: '浇水',
        phase: 'reviewing',
        assignee: { staff: 'reviewer' },
        until: { deadline: 'frost', title: '霜降', work: 'cover' },
        outcomes: { elapsed: 'completed' },
        next: 'look',
        actions: [{ action: 'water', title: '浇水', style: 'primary', next: 'look' }],
      },
      { id: 'look', kind: 'automatic', title: '查看', phase: 'checking', handler: 'look', next: 'check' },
      {
        id: 'check',
        kind: 'human',
        title: '复查',
        phase: 'deciding',
        assignee: { staff: 'approver' },
        apartFrom: ['water'],
        next: 'completed',
        actions: [
          { action: 'pass', title: '合格', style: 'primary', next: 'completed', final: true },
          { action: 'again', title: '再浇', next: 'dry', comment: 'required' },
        ],
      },
      { id: 'completed', kind: 'end', title: '办结', phase: 'completed' },
      { id: 'withdrawn', kind: 'end', title: '撤回', phase: 'withdrawn' },
    ],
  },
};
