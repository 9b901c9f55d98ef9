import type { Migrations } from '@hengchan/platform';

export const securityMigrations: Migrations = {
  room: 'security',
  folder: new URL('./migrations/', import.meta.url),
};

export { decideApproval, requestApproval } from './approvals/approvals.ts';
export { dispositions } from './approvals/dispositions.ts';
export { controls } from './controls/controls.ts';
export { type CatalogueDifference, compareCatalogue } from './data/compare-catalogue.ts';
export { type Drill, recordDrill } from './drills/drills.ts';
export { verifyExport } from './exports/fetch-export.ts';
export { findExport, openExport } from './exports/open-export.ts';
export { openSecurity } from './open-security.ts';
export { securityPlugin } from './plugin.ts';
export { checkRelease, type ReleaseReport } from './release/check-release.ts';
export { signRelease } from './release/sign-release.ts';
export type { Security } from './security.ts';
export { separateClasses } from './separation/classes.ts';
export { type DestructionRecord, destroyEverything } from './termination/destroy.ts';
export { letterOf } from './termination/letter.ts';
export { confirmationOf, requestDestruction } from './termination/request-destruction.ts';
