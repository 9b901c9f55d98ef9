import type { FindingView } from '../../api/types.ts';
import { Finding } from './Finding.tsx';
import {
  type MomentOpinion,
  type Outcome,
  opinionOf,
  outcomeOf,
  outcomeWords,
  summaryOf,
  worstOf,
} from './opinion.ts';

interface OpinionProps {
  findings: readonly FindingView[];
  /** What the article of each rule says, by the rule's code. */
  articles?: ReadonlyMap<string, string>;
}

/** The findings of a case as a short opinion: the conclusion first, then each ground by moment, the latest moment first. */
export function Opinion({ findings, articles = new Map() }: OpinionProps) {
  const groups = opinionOf(findings);
  if (groups.length === 0) {
    return <p className="desk-secondary">尚未校验。提交受理、审核和登簿时，规则逐条校验并在此给出依据。</p>;
  }
  const standing = groups.flatMap((group) => group.findings);
  const worst = worstOf(standing);
  return (
    <div className="desk-opinion">
      <p className={`desk-conclusion is-${worst}`} aria-live="polite">
        <strong>{conclusions[worst]}</strong>
        {summaryOf(standing)}。{namesOf(groups, worst)}
      </p>
      {groups.toReversed().map((group, index) => (
        <section key={group.moment} aria-label={`${group.title}环节校验`}>
          {/* The step at hand first. What an earlier step passed whole is one line; it opens for whoever wants to read it. */}
          <details open={index === 0 || worstOf(group.findings) !== 'pass'}>
            <summary>
              <h3>{group.title}</h3>
              <span className="desk-secondary">{summaryOf(group.findings)}</span>
            </summary>
            <ol>
              {group.findings.map((finding) => (
                <Finding
                  key={`${finding.moment} ${finding.code}`}
                  finding={finding}
                  article={articles.get(finding.code)}
                />
              ))}
            </ol>
          </details>
        </section>
      ))}
    </div>
  );
}

const conclusions: Record<Outcome, string> = {
  block: '有法定不予通过的情形，须消除后再办。',
  person: '有事项机器不能判断，请您核对后决定。',
  warn: '可以办理，请留意提示。',
  pass: '未发现妨碍办理的情形。',
};

/** The grounds that decide, by name, so that nobody has to look for them. */
function namesOf(groups: readonly MomentOpinion[], worst: Outcome): string {
  if (worst === 'pass') return '';
  const names = groups.flatMap((group) =>
    group.findings
      .filter((finding) => outcomeOf(finding) === worst)
      .map((finding) => `${finding.title}（${group.title}）`),
  );
  return `${outcomeWords[worst]}：${names.join('、')}。`;
}
