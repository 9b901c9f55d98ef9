import type { Process } from '@hengchan/casework';
import { ends, enter, prepare } from './steps/index.ts';

/** 协助执行: no examination of the merits, no withdrawal, one person who checks the papers and their delivery (REG-SEA-08). */
export const enforcementProcess: Process = {
  start: 'prepare',
  nodes: [
    prepare('examine', 'receive'),
    {
      id: 'examine',
      kind: 'human',
      title: '协助执行审查',
      phase: 'deciding',
      assignee: { staff: 'enforcement-clerk' },
      actions: [
        {
          action: 'execute',
          title: '予以协助',
          next: 'enter',
          style: 'primary',
          moment: 'review',
          comment: 'required',
          final: true,
        },
        {
          action: 'refuse',
          title: '不能协助',
          next: 'refusal-notice',
          style: 'danger',
          comment: 'required',
          final: true,
        },
      ],
      next: 'enter',
    },
    ...enter('enforcement-clerk'),
    ...ends.official,
  ],
};
