import { isDateText } from '@hengchan/standards';
import type { Draft } from '../draft.ts';
import type { RightAlteration } from '../effects/right-alteration.ts';
import type { RightCancellation } from '../effects/right-cancellation.ts';
import type { RightTransfer } from '../effects/right-transfer.ts';
import type { Citation } from '../law.ts';
import type { Refusal, Right, RightKind } from '../state.ts';

export type LimitedKind = Exclude<RightKind, 'ownership' | 'seizure' | 'lock'>;
export type LimitedRight = Extract<Right, { kind: LimitedKind }>;

/** A member of a right's content that an alteration may set: what it takes, and whether null may remove it. */
export interface Field {
  readonly accepts: (value: unknown) => boolean;
  readonly optional?: true;
}

/**
 * What may become of a right of one kind after it was entered. The effects right-alteration, right-transfer and
 * right-cancellation check what is common to all kinds; a policy adds what is particular to its kind.
 */
export interface LimitedPolicy<R extends LimitedRight> {
  /** 抵押权, 地役权 … */
  readonly title: string;
  readonly law: Citation;
  /** What an alteration may set; none: the kind is not altered. */
  readonly fields: Readonly<Record<string, Field>>;
  /** `after` is the right as it would read. */
  checkAlteration(draft: Draft, before: R, after: R, effect: RightAlteration): Refusal[];
  /** Left out: the kind is not transferred. */
  checkTransfer?(draft: Draft, right: R, effect: RightTransfer): Refusal[];
  /** Whether a new proof is issued with this page; left out: it is. */
  issuesProof?(draft: Draft, right: R): boolean;
  checkCancellation?(draft: Draft, right: R, effect: RightCancellation): Refusal[];
}

const longestText = 4_000;

export const text: Field = {
  accepts: (value) => typeof value === 'string' && value.trim() !== '' && value.length <= longestText,
};
/** A calendar date; the last year is left out so that days counted from it are dates too. */
export const date: Field = {
  accepts: (value) => typeof value === 'string' && isDateText(value) && value < '9999',
};
/** Fen. */
export const amount: Field = { accepts: (value) => Number.isSafeInteger(value) && Number(value) > 0 };
export const yesOrNo: Field = { accepts: (value) => typeof value === 'boolean' };

export const optionally = (field: Field): Field => ({ ...field, optional: true });
