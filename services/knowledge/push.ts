import { type Actor, platformErrors } from '@hengchan/platform';
import { sql } from 'kysely';
import { type CaseSubject, type Knowledge, tables } from './knowledge.ts';
import { rank } from './rank.ts';
import type { PushedView } from './schema.ts';

/** What is worth knowing beside a case, the most pressing first (REG-AUD-08). For staff who may see it. */
export async function pushBeside(
  { platform }: Knowledge,
  actor: Actor,
  subject: CaseSubject,
): Promise<{ items: PushedView[] }> {
  if (actor.kind !== 'staff') throw platformErrors.FORBIDDEN();
  platform.access.require(actor, 'knowledge.read', { office: subject.office });
  const rules = subject.rules.map((rule) => rule.code);
  const entries = await tables(platform.database)
    .selectFrom('knowledge.entry')
    .selectAll()
    .where('office', 'in', [subject.office, '*'])
    .where('state', '=', 'current')
    .where(
      sql<boolean>`(rules && ${rules}::text[] OR businesses @> ARRAY[${subject.business.code}]
        OR registration_types @> ARRAY[${subject.registrationType}]
        OR right_types && ${[...subject.rightTypes]}::text[])`,
    )
    .execute();
  return {
    items: rank(entries, subject).map(({ entry, score, why }) => ({
      id: entry.id,
      kind: entry.kind,
      title: entry.title,
      body: entry.body,
      ...(entry.law === null ? {} : { law: entry.law }),
      ...(entry.article === null ? {} : { article: entry.article }),
      verified: entry.verified,
      why,
      score,
    })),
  };
}
