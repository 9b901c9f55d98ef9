import type { AdvanceNoticeRight, Right } from '@hengchan/register';
import { isDateText, yuan } from '@hengchan/standards';
import { rightChangeIn } from './changes.ts';
import { carriesNumber } from './proof-number.ts';

/** What a notice promises: the title (YGDJZL 1, 2) or a mortgage (3, 4). */
export type Promised = 'title' | 'mortgage' | 'any';

type Content = AdvanceNoticeRight['content'];

/** Current notices that promise it. */
export const noticesOf = (rights: readonly Right[], promised: Promised): AdvanceNoticeRight[] =>
  rights.filter(
    (right): right is AdvanceNoticeRight =>
      right.kind === 'advance-notice' &&
      (promised === 'any' || (promised === 'title') === right.content.noticeKind <= '2'),
  );

/** Whether the notice belongs to exactly these people, given by their blind indexes. */
export function belongsTo(notice: AdvanceNoticeRight, people: readonly string[]): boolean {
  const taking = new Set(people);
  const holding = new Set(notice.holders.map((holder) => holder.idIndex));
  return taking.size === holding.size && [...holding].every((index) => taking.has(index));
}

/** The notices people may mean: all of theirs, or with the number of a proof the one that carries it. */
export const noticesMeant = (
  rights: readonly Right[],
  people: readonly string[],
  promised: Promised,
  proof: unknown,
): AdvanceNoticeRight[] =>
  noticesOf(rights, promised)
    .filter((notice) => belongsTo(notice, people))
    .filter((notice) => typeof proof !== 'string' || proof === '' || carriesNumber(notice, proof));

/** Mortgages promised by those who were themselves promised the title: they rest on the notice (实施细则 28). */
export const dependentsOf = (notice: AdvanceNoticeRight, rights: readonly Right[]): AdvanceNoticeRight[] => {
  if (notice.content.noticeKind > '2') return [];
  const holding = new Set(notice.holders.map((holder) => holder.idIndex));
  return noticesOf(rights, 'mortgage').filter(({ content }) =>
    content.obligors.every((obligor) => holding.has(obligor.idIndex)),
  );
};

const money = (value: unknown): number | undefined =>
  typeof value === 'string' && /^(0|[1-9]\d{0,12})(\.\d{1,2})?$/.test(value) && Number(value) > 0
    ? yuan(value)
    : undefined;
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
const date = (value: unknown): string | undefined =>
  typeof value === 'string' && isDateText(value) ? value : undefined;

/** What a form says a notice is to read from now on; each absent where it says nothing of it. */
interface Wanted {
  amount?: number | undefined;
  contractNumber?: string | undefined;
  registrableFrom?: string | undefined;
  termTo?: string | undefined;
}

/** One matter named by `matter` and `newValue`, or fields of their own for the notice of the title and that of the mortgage. */
function wantedOf(form: Readonly<Record<string, unknown>>, ofMortgage: boolean): Wanted {
  if (form.matter !== undefined) {
    const { amount, principal, contractNumber, registrableFrom, termTo } = (rightChangeIn(form) ??
      {}) as Wanted & { principal?: number };
    return { amount: amount ?? principal, contractNumber, registrableFrom, termTo };
  }
  return ofMortgage
    ? {
        amount: money(form.principal),
        contractNumber: text(form.mortgageContractNumber),
        termTo: date(form.termTo),
      }
    : {
        amount: money(form.price),
        contractNumber: text(form.contractNumber),
        registrableFrom: date(form.registrableFrom),
      };
}

/**
 * The members of a notice's content that differ from what the form says, as they are to be recorded: nothing where the form cannot be read
 * or says what is recorded already. Of a mortgage, what it will say changes with the notice.
 */
export function noticeChange(
  content: Content,
  form: Readonly<Record<string, unknown>>,
): Record<string, unknown> | undefined {
  const ofMortgage = content.noticeKind > '2';
  const { amount, contractNumber, registrableFrom, termTo } = wantedOf(form, ofMortgage);
  const change: Record<string, unknown> = {};
  const { mortgage } = content;
  if (amount !== undefined && amount !== (mortgage?.principal ?? content.amount)) change.amount = amount;
  if (contractNumber !== undefined && contractNumber !== content.contractNumber)
    change.contractNumber = contractNumber;
  if (registrableFrom !== undefined && registrableFrom !== content.registrableFrom)
    change.registrableFrom = registrableFrom;
  if (mortgage) {
    const next = {
      ...mortgage,
      ...(amount === undefined ? {} : { principal: amount }),
      ...(termTo === undefined ? {} : { termTo }),
      ...(contractNumber === undefined || mortgage.contractNumber === undefined ? {} : { contractNumber }),
    };
    if (next.principal !== mortgage.principal || next.termTo !== mortgage.termTo) change.mortgage = next;
    else if (next.contractNumber !== mortgage.contractNumber) change.mortgage = next;
  }
  return Object.keys(change).length > 0 ? change : undefined;
}

/** The name a form says a holder has from now on. */
export const newNameIn = (form: Readonly<Record<string, unknown>>): string | undefined =>
  form.matter === 'name' ? text(form.newValue) : undefined;
