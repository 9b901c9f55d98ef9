import { type Actor, platformErrors } from '@hengchan/platform';
import { isOpener } from './availability.ts';
import type { Casework } from './casework.ts';
import { errors } from './errors.ts';
import { recordEvent } from './history.ts';
import { type NewParty, replaceParties } from './open.ts';
import { type CaseRecord, lockCase, saveCase } from './store.ts';

export const editablePhases: readonly string[] = ['draft', 'supplementing'];

export interface Amendment {
  form?: Record<string, unknown>;
  parties?: readonly NewParty[];
  revision?: number;
}

/** Changes what was filled in, while the case is a draft or waits for a supplement. Whoever had confirmed must confirm again. */
export async function amendCase(
  casework: Casework,
  actor: Actor,
  caseNo: string,
  change: Amendment,
): Promise<void> {
  const { platform } = casework;
  await platform.database.transaction().execute(async (trx) => {
    const record = await lockCase(trx, caseNo);
    requireEditable(actor, record);
    if (change.revision !== undefined && change.revision !== record.case.revision)
      throw platformErrors.STALE_VERSION();
    if (change.parties) await replaceParties(trx, record.case.office, caseNo, change.parties);
    await saveCase(trx, record, change.form === undefined ? {} : { form: change.form });
    await recordEvent(platform, trx, actor, { caseNo, action: 'amend', title: '修改申请内容' });
  });
}

/** Only who opened the case, and only while it may be edited. */
export function requireEditable(actor: Actor, record: CaseRecord): void {
  if (!isOpener(actor, record)) throw platformErrors.FORBIDDEN();
  if (!editablePhases.includes(record.case.phase)) throw errors.CASE_NOT_EDITABLE();
}
