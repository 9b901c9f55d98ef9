import { canonicalJson } from './canonical.ts';
import { refuse } from './effects/effect.ts';
import type { CarriedMortgage, FirstRegistration, PageClosure } from './effects.ts';
import type { EnteredEntry } from './enter.ts';
import { law } from './law.ts';
import type { UnitProjection } from './projection.ts';
import { mortgageRightType } from './right-types.ts';
import type { MortgageRight, Refusal } from './state.ts';

type Entry<E> = Pick<EnteredEntry, 'number' | 'unit'> & { readonly effect: E };

/** Why units cannot follow each other as the entries of one transaction say. `unit` is the one it was found at. */
export interface SuccessionFault {
  readonly unit: string;
  readonly refusals: readonly Refusal[];
}

/**
 * What no effect can see, because each looks at one page: that a closed page and those that take its place name each
 * other, and that every mortgage of the closed one goes on, word for word, on at least one of them and none is added.
 */
export function findSuccessionFault(
  entries: readonly EnteredEntry[],
  projections: ReadonlyMap<string, UnitProjection>,
): SuccessionFault | undefined {
  const closures = entries.filter(
    (entry): entry is EnteredEntry & Entry<PageClosure> => entry.effect.type === 'closure',
  );
  const begun = entries.filter(
    (entry): entry is EnteredEntry & Entry<FirstRegistration> =>
      entry.effect.type === 'first-registration' && (entry.effect.predecessors ?? []).length > 0,
  );
  if (closures.length === 0 && begun.length === 0) return undefined;
  const follows = (old: Entry<PageClosure>, next: Entry<FirstRegistration>): boolean =>
    old.effect.successors.includes(next.unit) && (next.effect.predecessors ?? []).includes(old.unit);

  for (const next of begun) {
    const from = closures.filter((old) => follows(old, next));
    const refusals = checkBeginning(next, from, (old) => endedMortgages(old, projections));
    if (refusals.length > 0) return { unit: next.unit, refusals };
  }
  for (const old of closures) {
    const to = begun.filter((next) => follows(old, next));
    const refusals = checkClosure(old, to, endedMortgages(old, projections));
    if (refusals.length > 0) return { unit: old.unit, refusals };
  }
  return undefined;
}

/** Mortgages the closure ended. */
function endedMortgages(
  old: Entry<PageClosure>,
  projections: ReadonlyMap<string, UnitProjection>,
): MortgageRight[] {
  const rights = [...(projections.get(old.unit)?.rights.values() ?? [])];
  return rights.filter(
    (right): right is MortgageRight => right.kind === 'mortgage' && right.endedEntry === old.number,
  );
}

function checkBeginning(
  next: Entry<FirstRegistration>,
  from: readonly Entry<PageClosure>[],
  mortgagesOf: (old: Entry<PageClosure>) => readonly MortgageRight[],
): Refusal[] {
  if (from.length < (next.effect.predecessors ?? []).length) {
    const message = '原不动产单元的登记簿页应在同一次登簿中关闭，并载明新的不动产单元号。';
    return [refuse('PREDECESSOR_NOT_CLOSED', message, law.unitHasOneCode)];
  }
  const carried = next.effect.carried?.mortgages ?? [];
  const sources = from.map((old) => mortgagesOf(old));
  const alone = from.length === 1;
  const isFrom = (right: MortgageRight, each: CarriedMortgage) =>
    isSame(right, each) && (!alone || right.rank === each.rank);
  const known = carried.every((each) => sources.some((own) => own.some((right) => isFrom(right, each))));
  const inOrder = alone || sources.every((own) => keepsOrder(own, carried));
  if (known && inOrder) return [];
  const message = '延续的抵押权应与原登记簿页记载的抵押权内容、顺位和证明号一致。';
  return [refuse('CARRIED_DIFFERS', message, law.mortgageRank)];
}

function checkClosure(
  old: Entry<PageClosure>,
  to: readonly Entry<FirstRegistration>[],
  mortgages: readonly MortgageRight[],
): Refusal[] {
  const refusals: Refusal[] = [];
  if (to.length < old.effect.successors.length) {
    const message = '新的不动产单元应在同一次登簿中办理登记，并载明原不动产单元号。';
    refusals.push(refuse('SUCCESSOR_MISSING', message, law.unitHasOneCode));
  }
  const carried = to.flatMap((next) => next.effect.carried?.mortgages ?? []);
  if (!mortgages.every((right) => carried.some((each) => isSame(right, each)))) {
    const message = '原登记簿页的抵押权没有在新的不动产单元上延续，应先办理抵押权注销登记。';
    refusals.push(refuse('MORTGAGE_LOST', message, law.mortgageRank));
  }
  return refusals;
}

/**
 * Mortgages of one page keep their order on the next. Where all come from one page they keep their very ranks; where
 * pages are joined, ranks of several meet, and the case says how they stand to each other.
 */
function keepsOrder(own: readonly MortgageRight[], carried: readonly CarriedMortgage[]): boolean {
  const left = carried.toSorted((some, other) => some.rank - other.rank);
  const ranks = own
    .toSorted((some, other) => some.rank - other.rank)
    .flatMap((right) => {
      const at = left.findIndex((each) => isSame(right, each));
      return at < 0 ? [] : left.splice(at, 1).map((each) => each.rank);
    });
  return ranks.every((rank, at) => at === 0 || (ranks[at - 1] ?? 0) < rank);
}

const isSame = (right: MortgageRight, carried: CarriedMortgage): boolean =>
  right.rightType === (carried.rightType ?? mortgageRightType) &&
  right.coOwnership === carried.coOwnership &&
  right.certificate === carried.certificate &&
  canonicalJson(right.content) === canonicalJson(carried.content) &&
  canonicalJson(right.holders) === canonicalJson(carried.holders);
