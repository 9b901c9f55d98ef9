import { type ActionWork, type DeadlineOf, startLimit } from '@hengchan/casework';
import { Problem } from '@hengchan/platform';
import { toShanghaiDate } from '@hengchan/standards';
import { assess } from '../assess.ts';
import type { Registration } from '../registration.ts';
import { claimUnits } from '../steps/action-works.ts';
import { handlingOf } from './parameters.ts';

/** How long an application may lie before it counts as accepted. */
export const deemedAcceptance =
  ({ platform }: Registration): DeadlineOf =>
  async (trx, { record }) => {
    const { deemedAcceptanceDays } = await handlingOf(platform, trx, record.case.office, record.versions);
    if (deemedAcceptanceDays === 0) return undefined;
    return { since: toShanghaiDate(platform.clock.now()), workingDays: deemedAcceptanceDays };
  };

/**
 * 视为受理 (条例 17): nobody said in writing that the application is not accepted. The promised time begins; what the rules of acceptance
 * find is kept for who reviews. Where another case has the unit, this one is accepted all the same and the rules keep it from entry.
 */
export const deemAccepted =
  (registration: Registration): ActionWork =>
  async (trx, { record, definition }) => {
    if (record.case.accepted_at) return;
    await claimUnits(registration, trx, record, definition).catch((error: unknown) => {
      if (!(error instanceof Problem) || error.code !== 'UNIT_CLAIMED') throw error;
    });
    await startLimit(registration.casework, trx, record, '视为受理');
    await assess(registration, trx, record, definition, 'accept');
  };
