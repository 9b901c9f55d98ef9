import { type Actor, cutPage, readCursor } from '@hengchan/platform';
import { rulesTables } from '@hengchan/rules';
import { sql } from 'kysely';
import type { Registration } from './registration.ts';
import type { RuleUseView } from './rule-schema.ts';
import { businessName } from './rule-views.ts';

interface UseQuery {
  version?: number | undefined;
  office?: string | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

/** Further back than this the cases themselves say which version they used. */
const daysBack = 92;

/** In which cases of the last three months a rule was asked, and in which version: newest first (REG-AUD-04). */
export async function usesOfRule(
  registration: Registration,
  actor: Actor,
  code: string,
  query: UseQuery,
): Promise<{ items: RuleUseView[]; nextCursor?: string }> {
  const { platform } = registration;
  platform.access.require(actor, 'rule.manage', query.office === undefined ? {} : { office: query.office });
  const offices =
    query.office === undefined ? platform.access.officesWith(actor, 'rule.manage') : [query.office];
  const limit = query.limit ?? 20;
  const since = new Date(platform.clock.now().getTime() - daysBack * 86_400_000);
  const mark = JSON.stringify([
    { rule: code, ...(query.version === undefined ? {} : { version: query.version }) },
  ]);
  let select = rulesTables(platform.database)
    .selectFrom('rules.evaluation')
    .select(['id', 'case_no', 'business', 'moment', 'findings', 'at'])
    .where('at', '>=', since)
    .where(sql<boolean>`findings @> ${mark}::jsonb`)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (!offices.includes('*')) select = select.where('office', 'in', [...offices]);
  const after = readCursor(query.cursor, ['moment', 'uuid']);
  if (after) select = select.where(sql<boolean>`(at, id) < (${after[0]}, ${after[1]}::uuid)`);
  const rows = await select.execute();
  const { items: shown, ...next } = cutPage(rows, limit, (last) => [last.at, last.id]);
  const items = shown.flatMap((row) => {
    const found = row.findings.find((each) => each.rule === code);
    return found
      ? [
          {
            caseNo: row.case_no,
            business: row.business,
            businessName: businessName(registration, row.business),
            moment: row.moment,
            version: found.version,
            parameters: found.parameters,
            outcome: found.outcome,
            at: row.at.toISOString(),
          },
        ]
      : [];
  });
  return { items, ...next };
}
