import type { BusinessDefinition, CaseRecord, ProcessNode } from '@hengchan/casework';
import type { Database } from '@hengchan/platform';
import { noticesOfCase, objectionsOfCase } from './store.ts';

export interface NoticeFacts {
  /** Everything the business announces was announced, and its time is over. */
  noticeOver: boolean;
  /** Objections not overruled: open ones and those that were upheld. */
  noticeObjections: number;
}

/** Whether the process has a step that announces: without one no case of the business has a notice. */
export const announces = (definition: BusinessDefinition): boolean =>
  definition.process.nodes.some(isAnnouncing);

const isAnnouncing = (node: ProcessNode): boolean =>
  node.kind === 'automatic' && node.handler === 'publish-notice';

/** What rules see of the public notices of a case; not asked where the business announces nothing. */
export async function noticeFacts(
  database: Database,
  record: CaseRecord,
  definition: BusinessDefinition,
  now: Date,
): Promise<NoticeFacts> {
  const announcing = definition.process.nodes.find(isAnnouncing);
  if (announcing?.kind !== 'automatic') return { noticeOver: false, noticeObjections: 0 };
  const { unless } = announcing.parameters ?? {};
  if (typeof unless === 'string' && record.case.form[unless] === true)
    return { noticeOver: true, noticeObjections: 0 };
  const { office, no } = record.case;
  const notices = await noticesOfCase(database, office, no);
  const objections = await objectionsOfCase(database, office, no);
  return {
    noticeOver: notices.length > 0 && notices.every((notice) => notice.ends_at <= now && !notice.stopped_at),
    noticeObjections: objections.filter((each) => each.outcome === null || each.outcome === 'upheld').length,
  };
}
