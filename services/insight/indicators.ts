import { type BusinessDefinition, caseworkTables, type Definitions, loadCalendar } from '@hengchan/casework';
import { type Actor, asTaskOf, type Platform, type Transaction } from '@hengchan/platform';
import { endOfShanghaiDay, startOfShanghaiDay, toShanghaiDate } from '@hengchan/standards';

export interface Insight {
  platform: Platform;
  definitions: Definitions;
}

/** One business in a period, as the assessments of the business environment ask for it (REG-GEN-02…04). */
export interface Indicator {
  business: string;
  name: string;
  version: number;
  opened: number;
  completed: number;
  online: number;
  /** Share of cases opened online, 0 to 1. */
  onlineShare: number;
  promisedDays: number;
  /** Promise of the version before, where there is one. */
  earlierPromisedDays?: number;
  statutoryDays: number;
  /** Working days from acceptance to the end, time that did not run left out. */
  averageDays?: number;
  overdue: number;
  requiredMaterials: number;
  steps: number;
}

export interface Period {
  from: string;
  to: string;
  office?: string;
}

/** The indicators of every business for the cases opened in a period at the offices the actor may see. */
export async function indicators(
  { platform, definitions }: Insight,
  actor: Actor,
  period: Period,
): Promise<Indicator[]> {
  platform.access.require(
    actor,
    'statistics.read',
    period.office === undefined ? {} : { office: period.office },
  );
  const offices = platform.access.officesWith(actor, 'statistics.read');
  return asTaskOf(platform.database, 'government', (trx) => count(trx, definitions, offices, period));
}

/** Counted as a task of government data: what the indicators are made of, it may see; accounts and the audit it may not (SEC-SEP-02). */
async function count(
  trx: Transaction,
  definitions: Definitions,
  offices: readonly string[],
  period: Period,
): Promise<Indicator[]> {
  let query = caseworkTables(trx)
    .selectFrom('casework.cases')
    .select(['business', 'channel', 'phase', 'accepted_at', 'closed_at', 'stopped_days', 'due_on'])
    .where('opened_at', '>=', startOfShanghaiDay(period.from))
    .where('opened_at', '<=', endOfShanghaiDay(period.to))
    .where('phase', '<>', 'cancelled');
  if (period.office !== undefined) query = query.where('office', '=', period.office);
  else if (!offices.includes('*')) query = query.where('office', 'in', [...offices]);
  const rows = await query.execute();
  const calendar = await loadCalendar(trx);
  return definitions.list().map((definition) => {
    const own = rows.filter((row) => row.business === definition.code);
    const ended = own.filter((row) => row.phase === 'completed' && row.accepted_at && row.closed_at);
    const days = ended.map((row) => {
      const [from, to] = [toShanghaiDate(row.accepted_at as Date), toShanghaiDate(row.closed_at as Date)];
      return Math.max(0, calendar.workingDaysBetween(from, to) - row.stopped_days);
    });
    const online = own.filter((row) => row.channel === 'online').length;
    return {
      ...promises(definitions, definition),
      opened: own.length,
      completed: ended.length,
      online,
      onlineShare: own.length === 0 ? 0 : online / own.length,
      ...(days.length === 0 ? {} : { averageDays: days.reduce((sum, each) => sum + each, 0) / days.length }),
      overdue: ended.filter(
        (row) => row.due_on !== null && toShanghaiDate(row.closed_at as Date) > row.due_on,
      ).length,
    };
  });
}

function promises(definitions: Definitions, definition: BusinessDefinition) {
  const earlier =
    definition.version > 1 ? definitions.version(definition.code, definition.version - 1) : undefined;
  return {
    business: definition.code,
    name: definition.name,
    version: definition.version,
    promisedDays: definition.limit.workingDays,
    ...(earlier ? { earlierPromisedDays: earlier.limit.workingDays } : {}),
    statutoryDays: definition.limit.statutoryWorkingDays,
    requiredMaterials: definition.materials.filter((material) => material.required).length,
    steps: definition.process.nodes.filter((node) => node.kind === 'human').length,
  };
}
