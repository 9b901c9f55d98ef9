import type { Migrations } from '@hengchan/platform';

export const knowledgeMigrations: Migrations = {
  room: 'knowledge',
  folder: new URL('./migrations/', import.meta.url),
};

export type { CaseSubject, Knowledge, SubjectOf } from './knowledge.ts';
export { knowledgePlugin } from './plugin.ts';
export { type SeedRule, seedKnowledge } from './seed.ts';
