import type { Citation } from '@hengchan/platform';
import {
  type Circumstance,
  type FeeClass,
  type FeeGeneration,
  feeSchedules,
  feesOn,
  type Reduction,
} from './schedules.ts';

export interface FeeFacts {
  /** The day the fee is worked out, YYYY-MM-DD. */
  on: string;
  /** Each unit of the case is one 件: one applicant, one unit, one kind of registration. */
  units: readonly FeeClass[];
  /** Certificates issued altogether; the first of each 件 is in its fee. */
  certificates: number;
  circumstances: readonly Circumstance[];
}

/** One line of the fee: what it costs, what is let off and why. Amounts in fen. */
export interface FeeLine {
  code: string;
  title: string;
  quantity: number;
  measure: string;
  unitPrice: number;
  reduction: number;
  reductionReason?: string;
  amount: number;
  citation: Citation;
}

const classTitles: Record<FeeClass, string> = {
  residential: '住宅',
  'non-residential': '非住宅',
  storage: '车库、车位、储藏室',
};
const classes: readonly FeeClass[] = ['residential', 'non-residential', 'storage'];

/**
 * The statutory fee of a case under a named schedule: lines in a fixed order, each with its ground. What is let off stays visible.
 * Pure. Throws RangeError for a schedule that does not exist or a day before it. Sources: `schedules.ts`; 民法典 223.
 */
export function feeFor(schedule: string, facts: FeeFacts): FeeLine[] {
  if (!Object.hasOwn(feeSchedules, schedule)) throw new RangeError(`there is no fee schedule ${schedule}`);
  const { title, generations, payer } = feeSchedules[schedule as keyof typeof feeSchedules];
  const generation = feesOn({ title, generations, payer }, facts.on);
  if (!generation) throw new RangeError(`the schedule ${schedule} was not in force on ${facts.on}`);
  const reduction = generation.reductions.find((each) => facts.circumstances.includes(each.circumstance));
  if (reduction?.leaves === 'certificate') return certificatesOnly(generation, facts, reduction);
  const lines = classes.flatMap((unitClass) => {
    const quantity = facts.units.filter((each) => each === unitClass).length;
    if (quantity === 0) return [];
    const line = {
      code: `fee-${unitClass}`,
      title: `${title}（${classTitles[unitClass]}）`,
      quantity,
      measure: '件',
      unitPrice: generation.fees[unitClass],
      citation: generation.citations[unitClass],
    };
    return [reduced(line, reduction)];
  });
  const further = Math.max(0, facts.certificates - facts.units.length);
  if (further > 0)
    lines.push(
      reduced(certificates(generation, further), reduction?.leaves === 'none' ? reduction : undefined),
    );
  return lines;
}

/** A line of the fee with whom it falls on: the side that becomes holder of the right. */
export type BilledFee = FeeLine & { payer: string };

/**
 * The fees of several schedules joined by +: each registration made at once is a 件 of its own and falls on its own side. Lines of the later
 * ones carry their schedule.
 */
export function feesFor(schedules: string, facts: FeeFacts): BilledFee[] {
  return schedules.split('+').flatMap((schedule, at) => {
    const lines = feeFor(schedule, at === 0 ? facts : { ...facts, certificates: facts.units.length });
    const { payer } = feeSchedules[schedule as keyof typeof feeSchedules];
    return lines.map((line) => ({ ...line, payer, code: at === 0 ? line.code : `${line.code}-${schedule}` }));
  });
}

type Gross = Omit<FeeLine, 'reduction' | 'reductionReason' | 'amount'>;

function certificatesOnly(
  generation: FeeGeneration,
  facts: FeeFacts,
  { reason, citation }: Reduction,
): FeeLine[] {
  const line = certificates(generation, Math.max(facts.certificates, facts.units.length));
  return line.quantity === 0
    ? []
    : [{ ...reduced({ ...line, citation }, undefined), reductionReason: reason }];
}

function certificates({ furtherCertificate, citations }: FeeGeneration, quantity: number): Gross {
  return {
    code: 'fee-certificate',
    title: '不动产权属证书工本费',
    quantity,
    measure: '本',
    unitPrice: furtherCertificate,
    citation: citations.residential,
  };
}

function reduced(line: Gross, reduction: Reduction | undefined): FeeLine {
  const gross = line.quantity * line.unitPrice;
  if (!reduction) return { ...line, reduction: 0, amount: gross };
  // Every statutory fee is an even number of fen, so half of it is exact.
  const off = reduction.leaves === 'none' ? gross : gross / 2;
  return {
    ...line,
    reduction: off,
    reductionReason: reduction.reason,
    amount: gross - off,
    citation: reduction.citation,
  };
}
