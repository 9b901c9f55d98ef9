import type { RightView } from '../../api/types.ts';

/** The order of a restriction among its kind, as the register says it. */
export function orderWord(right: Pick<RightView, 'kind' | 'rank' | 'queue'>): string | undefined {
  if (right.kind === 'seizure' && right.queue !== undefined) {
    return right.queue === 0 ? '正在查封' : `轮候第 ${right.queue} 位`;
  }
  if (right.rank !== undefined) return `第 ${right.rank} 顺位`;
  return undefined;
}

/** 甲（1/2）、乙（1/2） */
export function holdersText(holders: RightView['holders']): string {
  return holders
    .map(({ name, share }) => (share ? `${name}（${share.numerator}/${share.denominator}）` : name))
    .join('、');
}

/** Short words for what restricts a unit, for lists: 查封、抵押. */
export function restrictionWords(flags: {
  seized: boolean;
  mortgaged: boolean;
  objected?: boolean;
  noticed?: boolean;
}) {
  return [
    flags.seized && '查封',
    flags.mortgaged && '抵押',
    flags.objected && '异议',
    flags.noticed && '预告',
  ].filter((word): word is string => Boolean(word));
}

/** Restrictions in force now, as they bear on a disposal. */
export function inForce(restrictions: readonly RightView[]): RightView[] {
  return inOrder(restrictions.filter((right) => right.current));
}

/** Restrictions as they bear on a disposal: seizures by queue, then the rest, mortgages by rank. */
export function inOrder(restrictions: readonly RightView[]): RightView[] {
  const weight = (right: RightView) => (right.kind === 'seizure' ? 0 : right.kind === 'mortgage' ? 2 : 1);
  return [...restrictions].sort(
    (left, right) =>
      weight(left) - weight(right) ||
      (left.queue ?? 0) - (right.queue ?? 0) ||
      (left.rank ?? 0) - (right.rank ?? 0),
  );
}
