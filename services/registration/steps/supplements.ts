import type { CaseRecord } from '@hengchan/casework';
import type { Database, Platform } from '@hengchan/platform';
import { handlingOf } from '../handling/parameters.ts';

const supplementActions: readonly string[] = ['supplement', 'review-supplement'];

/** Whether a step has asked for supplements as often as it may without new facts (条例 17). */
export async function supplementsSpent(
  platform: Platform,
  database: Database,
  { case: { office }, tokens, versions }: CaseRecord,
  step: string,
): Promise<boolean> {
  const { supplements } = await handlingOf(platform, database, office, versions);
  const asked = tokens.filter(
    ({ node, outcome }) => node === step && outcome !== null && supplementActions.includes(outcome),
  );
  return asked.length >= supplements;
}
