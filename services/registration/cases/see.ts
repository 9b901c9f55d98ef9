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

/** Whether a file is somebody's own affair: of a case that is, and papers of one person only for who gave them, or who handles the case. */
export function isConcernedWith(
  registration: Registration,
  actor: Actor,
  record: CaseRecord,
  file: { material: string; added_by: string },
): boolean {
  if (!isConcerned(registration, actor, record)) return false;
  const { business, business_version: version } = record.case;
  const { materials } = registration.casework.definitions.version(business, version);
  if (!materials.find((each) => each.code === file.material)?.personal) return true;
  const handles = actor.kind === 'staff' && !record.parties.some((party) => isParty(actor, party));
  return handles || file.added_by === actor.accountId;
}

/** What nobody handed in yet is not before the office: a draft, unless a clerk opened it at the counter. */
export const isBeforeOffice = ({ case: { phase, channel } }: CaseRecord): boolean =>
  phase !== 'draft' || channel === 'counter';

/** Whether somebody may see a case: a party, who opened it, staff of the office once it is before it, or whose turn it is for a colleague on leave. */
export function maySee(registration: Registration, actor: Actor, record: CaseRecord): boolean {
  if (isOpener(actor, record) || record.parties.some((party) => isParty(actor, party))) return true;
  if (actor.kind !== 'staff' || !isBeforeOffice(record)) return false;
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
