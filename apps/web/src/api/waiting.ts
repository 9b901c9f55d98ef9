import type { CaseView } from './types.ts';

/** Nobody has to do anything: the step is over when its time is, and goes by the name of that. */
export const waitsForTime = ({ who, untilTitle }: CaseView['waitingFor'][number]): boolean =>
  untilTitle !== undefined && who === untilTitle;
