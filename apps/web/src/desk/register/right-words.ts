import type { RightView, UnitSummary } from '../../api/types.ts';

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

const holderWords: Record<string, string> = {
  mortgage: '抵押权人',
  seizure: '机关',
  'advance-notice': '预告权利人',
  objection: '异议申请人',
  easement: '地役权人',
  habitation: '居住权人',
  management: '土地经营权人',
};

/** What the holders of a right are called. */
export const holderWord = (kind: string): string => holderWords[kind] ?? '权利人';

type Flags = Partial<
  Pick<UnitSummary, 'seized' | 'mortgaged' | 'noticed' | 'objected' | 'locked' | 'inhabited' | 'closed'>
>;

/** Short words for what restricts a unit, for lists: 查封、抵押. A closed page says only that. */
export function restrictionWords(flags: Flags): string[] {
  if (flags.closed) return ['已注销'];
  return [
    flags.seized && '查封',
    flags.locked && '限制',
    flags.objected && '异议',
    flags.noticed && '预告',
    flags.mortgaged && '抵押',
    flags.inhabited && '居住权',
  ].filter((word): word is string => Boolean(word));
}

/** Restrictions in force now, as they bear on a disposal. */
export function inForce(restrictions: readonly RightView[]): RightView[] {
  return inOrder(restrictions.filter((right) => right.current));
}

const weights: Record<string, number> = {
  seizure: 0,
  lock: 1,
  objection: 2,
  'advance-notice': 3,
  mortgage: 4,
};

/** Restrictions as they bear on a disposal: seizures by queue, stops, objections, notices, mortgages by rank, the rest. */
export function inOrder(restrictions: readonly RightView[]): RightView[] {
  const weight = (right: RightView) => weights[right.kind] ?? 5;
  return [...restrictions].sort(
    (left, right) =>
      weight(left) - weight(right) ||
      (left.queue ?? 0) - (right.queue ?? 0) ||
      (left.rank ?? 0) - (right.rank ?? 0),
  );
}
