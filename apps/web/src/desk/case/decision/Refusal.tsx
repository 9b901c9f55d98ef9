import type { ApiProblem } from '../../../api/problem.ts';
import type { ProblemFinding } from '../../../api/types.ts';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { Finding } from '../../findings/Finding.tsx';

/** Why the server would not do it: its words, then each ground with its law, where the person is looking. */
export function Refusal({ problem }: { problem: ApiProblem }) {
  const grounds: readonly Ground[] = problem.findings.filter(notPassed);
  return (
    <div className="desk-stack" style={{ gap: 8 }}>
      <ProblemNotice error={problem} />
      {grounds.length > 0 && (
        <ol className="desk-refusal">
          {grounds.map((finding) => (
            <Finding
              key={`${finding.moment ?? ''} ${finding.code}`}
              finding={whole(finding)}
              article={finding.text}
            />
          ))}
        </ol>
      )}
    </div>
  );
}

/** A ground may bring along what its article says. */
type Ground = ProblemFinding & { text?: string };

const notPassed = (finding: ProblemFinding) => finding.outcome !== 'pass';

/** A ground that comes with a refusal promises less than a kept finding; what is missing is left empty. */
function whole(finding: ProblemFinding) {
  return {
    code: finding.code,
    title: finding.title ?? finding.message,
    moment: finding.moment ?? '',
    outcome: finding.outcome ?? 'block',
    message: finding.title ? finding.message : '',
    text: '',
    facts: finding.facts,
    evaluatedAt: finding.evaluatedAt ?? '',
    ...(finding.citation && { citation: finding.citation }),
  };
}
