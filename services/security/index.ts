import type { Migrations } from '@hengchan/platform';

export const securityMigrations: Migrations = {
  room: 'security',
  folder: new URL('./migrations/', import.meta.url),
};

export { controls } from './controls/controls.ts';
export { type CatalogueDifference, compareCatalogue } from './data/compare-catalogue.ts';
export { type Drill, recordDrill } from './drills/drills.ts';
export { openSecurity } from './open-security.ts';
export { securityPlugin } from './plugin.ts';
export type { Security } from './security.ts';
export { separateClasses } from './separation/classes.ts';
export { type DestructionRecord, destroyEverything } from './termination/destroy.ts';
export { letterOf } from './termination/letter.ts';
export { confirmationOf } from './termination/request-destruction.ts';
