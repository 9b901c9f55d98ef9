import { caseworkTables, loadCalendar } from '@hengchan/casework';
import { asTaskOf, type Transaction } from '@hengchan/platform';
import { sql } from 'kysely';
import type { Insight } from './indicators.ts';

/** What a business really took lately, over all offices. */
export interface Actual {
  /** Cases opened. */
  opened: number;
  completed: number;
  /** Working days from acceptance to the end, time that did not run left out; absent where nothing was completed. */
  averageDays?: number;
  overdue: number;
}

const day = 86_400_000;

/**
 * How long the cases of the last days took, by business code: counts and averages only, nothing of anybody. Grouped by the database, so that
 * it costs what there are days, not what there are cases. Who may see it is the caller's to say.
 */
export function recentActuals({ platform }: Insight, days: number): Promise<Map<string, Actual>> {
  const since = new Date(platform.clock.now().getTime() - days * day);
  return asTaskOf(platform.database, 'government', (trx) => count(trx, since));
}

async function count(trx: Transaction, since: Date): Promise<Map<string, Actual>> {
  const cases = caseworkTables(trx).selectFrom('casework.cases');
  const opened = await cases
    .select(['business', sql<string>`count(*)`.as('cases')])
    .where('opened_at', '>=', since)
    .where('phase', 'not in', ['draft', 'cancelled'])
    .groupBy('business')
    .execute();
  const accepted = sql<string>`to_char(accepted_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')`;
  const closed = sql<string>`to_char(closed_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')`;
  const ended = await cases
    .select([
      'business',
      'stopped_days',
      'due_on',
      accepted.as('accepted'),
      closed.as('closed'),
      sql<string>`count(*)`.as('cases'),
    ])
    .where('phase', '=', 'completed')
    .where('closed_at', '>=', since)
    .where('accepted_at', 'is not', null)
    .groupBy(['business', 'stopped_days', 'due_on', accepted, closed])
    .execute();
  const calendar = await loadCalendar(trx);
  const actuals = new Map<string, Actual>();
  const of = (business: string): Actual => {
    const known = actuals.get(business) ?? { opened: 0, completed: 0, overdue: 0 };
    actuals.set(business, known);
    return known;
  };
  for (const row of opened) of(row.business).opened = Number(row.cases);
  const spent = new Map<string, number>();
  for (const row of ended) {
    const own = of(row.business);
    const cases = Number(row.cases);
    const took = Math.max(0, calendar.workingDaysBetween(row.accepted, row.closed) - row.stopped_days);
    own.completed += cases;
    if (row.due_on !== null && row.closed > row.due_on) own.overdue += cases;
    spent.set(row.business, (spent.get(row.business) ?? 0) + took * cases);
  }
  for (const [business, total] of spent) of(business).averageDays = total / of(business).completed;
  return actuals;
}
