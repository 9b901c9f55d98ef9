import type { FindingView } from '../../api/types.ts';

export type Outcome = 'pass' | 'warn' | 'person' | 'block';

export const outcomeWords: Record<Outcome, string> = {
  block: '不予通过',
  person: '需人工判断',
  warn: '提示',
  pass: '通过',
};

const severity: Record<Outcome, number> = { block: 0, person: 1, warn: 2, pass: 3 };

const momentTitles: readonly (readonly [string, string])[] = [
  ['accept', '受理'],
  ['review', '审核'],
  ['entry', '登簿'],
];

export interface MomentOpinion {
  moment: string;
  title: string;
  findings: FindingView[];
}

/** The outcome of a finding; a word the desk does not know is left to a person, never taken as passed. */
export function outcomeOf(finding: Pick<FindingView, 'outcome'>): Outcome {
  return Object.hasOwn(outcomeWords, finding.outcome) ? (finding.outcome as Outcome) : 'person';
}

/**
 * Findings by moment in the order of the case, the gravest first; of a rule asked more than once at the same
 * moment only the latest answer stands.
 */
export function opinionOf(findings: readonly FindingView[]): MomentOpinion[] {
  const latest = new Map<string, FindingView>();
  for (const finding of findings) {
    const key = `${finding.moment} ${finding.code}`;
    const known = latest.get(key);
    if (!known || known.evaluatedAt <= finding.evaluatedAt) latest.set(key, finding);
  }
  const standing = [...latest.values()];
  const known = momentTitles.map(([moment]) => moment);
  const others = [...new Set(standing.map((finding) => finding.moment))].filter((m) => !known.includes(m));
  return [...momentTitles, ...others.map((moment) => [moment, moment] as const)].flatMap(
    ([moment, title]) => {
      const group = standing.filter((finding) => finding.moment === moment).sort(byGravity);
      return group.length > 0 ? [{ moment, title, findings: group }] : [];
    },
  );
}

function byGravity(left: FindingView, right: FindingView): number {
  return severity[outcomeOf(left)] - severity[outcomeOf(right)] || left.code.localeCompare(right.code);
}

/** The gravest outcome among findings; none at all is a pass. */
export function worstOf(findings: readonly Pick<FindingView, 'outcome'>[]): Outcome {
  const [worst] = findings.map(outcomeOf).sort((left, right) => severity[left] - severity[right]);
  return worst ?? 'pass';
}

/** `共校验 6 项：不予通过 1 项，提示 1 项，通过 4 项` */
export function summaryOf(findings: readonly FindingView[]): string {
  if (findings.length === 0) return '尚未校验';
  const counts = (Object.keys(outcomeWords) as Outcome[]).flatMap((outcome) => {
    const count = findings.filter((finding) => outcomeOf(finding) === outcome).length;
    return count > 0 ? [`${outcomeWords[outcome]} ${count} 项`] : [];
  });
  return `共校验 ${findings.length} 项：${counts.join('，')}`;
}

/** The citation in full: 《不动产登记暂行条例》第二十二条. */
export function citationText(citation: { law: string; article?: string }): string {
  const law = citation.law.startsWith('《') ? citation.law : `《${citation.law}》`;
  return `${law}${citation.article ?? ''}`;
}
