import type { FindingView } from '../../api/types.ts';
import { Finding } from './Finding.tsx';
import { opinionOf, outcomeOf, summaryOf } from './opinion.ts';

/** The findings of a case as a short opinion: the conclusion first, then each ground by moment. */
export function Opinion({ findings }: { findings: readonly FindingView[] }) {
  const groups = opinionOf(findings);
  if (groups.length === 0) {
    return <p className="desk-secondary">尚未校验。提交受理、审核和登簿时，规则逐条校验并在此给出依据。</p>;
  }
  const standing = groups.flatMap((group) => group.findings);
  return (
    <div className="desk-opinion">
      <p style={{ margin: 0 }} aria-live="polite">
        {summaryOf(standing)}。{conclusionOf(standing)}
      </p>
      {groups.map((group) => (
        <section key={group.moment} aria-label={`${group.title}环节校验`}>
          <h3>{group.title}</h3>
          <ol>
            {group.findings.map((finding) => (
              <Finding key={`${finding.moment} ${finding.code}`} finding={finding} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function conclusionOf(findings: readonly FindingView[]): string {
  const outcomes = findings.map(outcomeOf);
  if (outcomes.includes('block')) return '有法定不予通过的情形，须消除后再办。';
  if (outcomes.includes('person')) return '有事项机器不能判断，请您核对后决定。';
  if (outcomes.includes('warn')) return '可以办理，请留意提示。';
  return '未发现妨碍办理的情形。';
}
