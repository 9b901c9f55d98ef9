import type { Right, UnitState } from '@hengchan/register';
import { type Item, rightItems, rightTitle, unitItems } from '../wording.ts';
import { isBurden, otherItems } from './words.ts';

export type Difference = 'same' | 'added' | 'removed' | 'changed';

export interface ComparedItem {
  label: string;
  change: Difference;
  from?: string;
  to?: string;
}

export interface ComparedRight {
  /** Names the right through every rewriting of its row. */
  origin: string;
  kind: string;
  title: string;
  burden: boolean;
  change: Difference;
  items: ComparedItem[];
}

export interface ComparedState {
  facts: ComparedItem[];
  rights: ComparedRight[];
  others: ComparedItem[];
}

/** What is different between how a unit stood at two moments, in the words of the register; either may be before its page was opened. */
export function compareStates(from: UnitState | undefined, to: UnitState | undefined): ComparedState {
  const rightsOf = (state: UnitState | undefined) =>
    new Map((state?.rights ?? []).map((right) => [right.origin, right]));
  const [before, after] = [rightsOf(from), rightsOf(to)];
  return {
    facts: compareItems(from ? unitItems(from.unit) : [], to ? unitItems(to.unit) : []),
    rights: [...new Set([...before.keys(), ...after.keys()])].map((origin) =>
      compareRight(origin, before.get(origin), after.get(origin)),
    ),
    others: compareItems(from ? otherItems(from, []) : [], to ? otherItems(to, []) : []),
  };
}

function compareRight(origin: string, from: Right | undefined, to: Right | undefined): ComparedRight {
  const right = (to ?? from) as Right;
  const items = compareItems(from ? rightItems(from) : [], to ? rightItems(to) : []);
  const title =
    from && to && rightTitle(from) !== rightTitle(to)
      ? `${rightTitle(from)}→${rightTitle(to)}`
      : rightTitle(right);
  const change =
    from && to
      ? items.some((item) => item.change !== 'same') || rightTitle(from) !== rightTitle(to)
        ? 'changed'
        : 'same'
      : to
        ? 'added'
        : 'removed';
  return { origin, kind: right.kind, title, burden: isBurden(right), change, items };
}

/** Two lists of labelled words side by side, in the order of the later one, with what only the earlier has where it stood. */
export function compareItems(from: readonly Item[], to: readonly Item[]): ComparedItem[] {
  const before = new Map(from.map((item) => [item.label, item.value]));
  const after = new Map(to.map((item) => [item.label, item.value]));
  return merge([...before.keys()], [...after.keys()]).map((label) => {
    const [old, now] = [before.get(label), after.get(label)];
    const change =
      old === now ? 'same' : old === undefined ? 'added' : now === undefined ? 'removed' : 'changed';
    return {
      label,
      change,
      ...(old === undefined ? {} : { from: old }),
      ...(now === undefined ? {} : { to: now }),
    };
  });
}

/** Labels of both, each once: those of the later in their order, those only the earlier has after what they followed there. */
function merge(before: readonly string[], after: readonly string[]): string[] {
  const merged = [...after];
  before.forEach((label, index) => {
    if (merged.includes(label)) return;
    const behind = before.slice(0, index).findLast((each) => merged.includes(each));
    merged.splice(behind === undefined ? 0 : merged.indexOf(behind) + 1, 0, label);
  });
  return merged;
}
