import type { Citation } from '@hengchan/platform';
import { feeSchedules, feesOn } from './schedules.ts';

export interface FeeDescription {
  title: string;
  /** Fen for one 件. */
  amount: number;
  payer: string;
  citation: Citation;
}

/** What a business costs on a day, in words for its guide. */
export function describeFees(schedules: string, day: string): FeeDescription[] {
  return schedules.split('+').flatMap((schedule) => describeSchedule(schedule, day));
}

function describeSchedule(schedule: string, day: string): FeeDescription[] {
  const found = Object.entries(feeSchedules).find(([name]) => name === schedule)?.[1];
  const fees = found && feesOn(found, day);
  if (!found || !fees) return [];
  const line = (title: string, amount: number, citation: Citation) => ({
    title,
    amount,
    payer: found.payer,
    citation,
  });
  return [
    line(`${found.title}：住宅，每件`, fees.fees.residential, fees.citations.residential),
    line(`${found.title}：非住宅，每件`, fees.fees['non-residential'], fees.citations['non-residential']),
    line(`${found.title}：车库、车位、储藏室，每件`, fees.fees.storage, fees.citations.storage),
    line('证书工本费：第一本以外，每本', fees.furtherCertificate, fees.citations.residential),
  ];
}
