/** Steps several processes are made of. Each says where it leads, so that a process reads from top to bottom. */

export { accept, acceptanceNotice } from './accept.ts';
export { confirm, gather, prepare, screen } from './apply.ts';
export { decideAndEnter, enter } from './decide.ts';
export { ends } from './end.ts';
export { review, siteVisit } from './examine.ts';
export { payment } from './pay.ts';
export { supplement } from './supplement.ts';
