import { factsWith } from '../facts.ts';
import type { RuleSituation } from './situation.ts';

const rule = 'NOTICE_PERIOD_OVER';

export const notices: readonly RuleSituation[] = [
  ['nothing was announced', rule, factsWith(), 'block'],
  ['a notice that still runs', rule, factsWith({ noticeOver: false, noticeObjections: 0 }), 'block'],
  ['a notice that is over', rule, factsWith({ noticeOver: true }), 'pass'],
  ['an objection nobody answered', rule, factsWith({ noticeOver: true, noticeObjections: 1 }), 'block'],
];
