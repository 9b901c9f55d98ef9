import type { Database, Platform, Versions } from '@hengchan/platform';
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

/** Every setting that was approved, of each rule, business and office the one that took effect last first. */
async function loadApproved(database: Database): Promise<Activation[]> {
  return tables(database)
    .selectFrom('rules.decision as d')
    .innerJoin('rules.proposal as p', (join) =>
      join
        .onRef('p.office', '=', 'd.office')
        .onRef('p.rule', '=', 'd.rule')
        .onRef('p.business', '=', 'd.business')
        .onRef('p.revision', '=', 'd.revision'),
    )
    .select(['d.office', 'd.rule', 'd.business', 'd.revision', 'p.enabled', 'p.parameters'])
    .select(sql<Date>`d.effective_from`.as('effectiveFrom'))
    .where('d.effective_from', 'is not', null)
    .orderBy('d.office')
    .orderBy('d.rule')
    .orderBy('d.business')
    .orderBy('d.effective_from', 'desc')
    .orderBy('d.revision', 'desc')
    .execute();
}

/** Of what was approved, what holds at a moment: of each rule, business and office what took effect last. */
function holdingAt(approved: readonly Activation[], at: Date): Activation[] {
  const holding = new Map<string, Activation>();
  for (const each of approved) {
    const key = `${each.office} ${each.rule} ${each.business}`;
    if (each.effectiveFrom <= at && !holding.has(key)) holding.set(key, each);
  }
  return [...holding.values()];
}

/** The settings in force at a moment, of one rule or of all. */
export async function loadActivations(database: Database, at: Date, rule?: string): Promise<Activation[]> {
  const holding = holdingAt(await loadApproved(database), at);
  return rule === undefined ? holding : holding.filter((each) => each.rule === rule);
}

/** Under which settings are kept in memory; a decision says `kept.changed` with it. */
export const keptSettings = 'rules';

/** As `loadActivations`, from memory, as of the versions read with a case. */
export async function activationsInForce(
  { kept }: Platform,
  database: Database,
  at: Date,
  versions: Versions,
): Promise<Activation[]> {
  return holdingAt(await kept.get(database, keptSettings, loadApproved, versions), at);
}
