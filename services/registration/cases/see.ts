import {
  type CaseRecord,
  caseworkErrors,
  getCase,
  getCaseWithPapers,
  isOpener,
  isParty,
  offersOf,
} from '@hengchan/casework';
import { type Actor, platformErrors } from '@hengchan/platform';
import type { Registration } from '../registration.ts';

/** Whether the case is somebody's own affair, rather than the office's: a party, who opened it, who acts for a colleague on leave. */
export function isConcerned({ casework }: Registration, actor: Actor, record: CaseRecord): boolean {
  if (record.parties.some((party) => isParty(actor, party))) return true;
  if (actor.kind !== 'staff') return isOpener(actor, record);
  return actor.standsInFor !== undefined && offersOf(casework, actor, record).length > 0;
}

/** Whether somebody may see a case: a party, who opened it, staff of the office, or whose turn it is for a colleague on leave. */
export function maySee(registration: Registration, actor: Actor, record: CaseRecord): boolean {
  if (isOpener(actor, record) || record.parties.some((party) => isParty(actor, party))) return true;
  if (actor.kind !== 'staff') return false;
  return (
    registration.platform.access.allows(actor, 'case.read', { office: record.case.office }) ||
    (actor.standsInFor !== undefined && offersOf(registration.casework, actor, record).length > 0)
  );
}

/** The case, for somebody who may see it; to others it does not exist. */
export async function seeCase(registration: Registration, actor: Actor, caseNo: string): Promise<CaseRecord> {
  if (actor.kind === 'anonymous') throw platformErrors.UNAUTHENTICATED();
  const record = await getCase(registration.platform.database, caseNo);
  admit(registration, actor, record);
  return record;
}

/** The same with what lies in its folder. */
export async function seeCaseWithPapers(registration: Registration, actor: Actor, caseNo: string) {
  if (actor.kind === 'anonymous') throw platformErrors.UNAUTHENTICATED();
  const found = await getCaseWithPapers(registration.platform.database, caseNo);
  admit(registration, actor, found.record);
  return found;
}

/** Throws CASE_NOT_FOUND for somebody who may not see the case: to them it does not exist. */
export function admit(registration: Registration, actor: Actor, record: CaseRecord): void {
  if (!maySee(registration, actor, record)) throw caseworkErrors.CASE_NOT_FOUND();
}
