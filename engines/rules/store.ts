import type { Database } from '@hengchan/platform';
import { sql } from 'kysely';
import type { Parameters } from './rule.ts';
import type { RulesTables } from './tables.ts';

export const tables = (database: Database) => database.withTables<RulesTables>();

/** A setting in force: a switch or parameters of a rule, for one business and office or for all (`*`). */
export interface Activation {
  office: string;
  rule: string;
  business: string;
  enabled: boolean;
  parameters: Parameters;
  /** Which proposal it came from. */
  revision: number;
  effectiveFrom: Date;
}

/** Under this name in place of a rule's: whether cases of a business may be decided without a person (REG-BKG-01). Off until approved. */
export const automaticDecision = 'AUTOMATIC_DECISION';

/** The settings in force at a moment: of each rule, business and office the approved proposal that took effect last. */
export async function loadActivations(database: Database, at: Date, rule?: string): Promise<Activation[]> {
  let query = tables(database)
    .selectFrom('rules.decision as d')
    .innerJoin('rules.proposal as p', (join) =>
      join
        .onRef('p.office', '=', 'd.office')
        .onRef('p.rule', '=', 'd.rule')
        .onRef('p.business', '=', 'd.business')
        .onRef('p.revision', '=', 'd.revision'),
    )
    .distinctOn(['d.office', 'd.rule', 'd.business'])
    .select(['d.office', 'd.rule', 'd.business', 'd.revision', 'p.enabled', 'p.parameters'])
    .select(sql<Date>`d.effective_from`.as('effectiveFrom'))
    .where('d.effective_from', '<=', at)
    .orderBy('d.office')
    .orderBy('d.rule')
    .orderBy('d.business')
    .orderBy('d.effective_from', 'desc')
    .orderBy('d.revision', 'desc');
  if (rule !== undefined) query = query.where('d.rule', '=', rule);
  return query.execute();
}
