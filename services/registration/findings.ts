import { caseworkTables, officeOf } from '@hengchan/casework';
import type { Database } from '@hengchan/platform';

/** Every evaluation of a rule in a case, oldest first. */
export async function allFindings(database: Database, caseNo: string) {
  return caseworkTables(database)
    .selectFrom('casework.finding')
    .selectAll()
    .where('office', '=', officeOf(caseNo))
    .where('case_no', '=', caseNo)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** The last evaluation of each rule at each moment. */
export async function latestFindings(database: Database, caseNo: string) {
  const latest = new Map<string, Awaited<ReturnType<typeof allFindings>>[number]>();
  for (const finding of await allFindings(database, caseNo))
    latest.set(`${finding.moment}/${finding.rule}`, finding);
  return [...latest.values()];
}
