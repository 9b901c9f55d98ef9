import { useEffect, useRef } from 'react';
import type { ApiProblem } from '../api/problem.ts';
import { Findings } from './Findings.tsx';
import { Icon } from './Icon.tsx';

/** A refusal: what was not accepted, the fields concerned, and the grounds with their law. Read aloud when it appears. */
export function ProblemPanel({ problem, focus = false }: { problem: ApiProblem; focus?: boolean }) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus) panel.current?.focus();
  }, [focus]);
  return (
    <div className="problem" role="alert" tabIndex={-1} ref={panel}>
      <p className="problem-title">
        <Icon name="blocked" />
        {problem.title}
      </p>
      {problem.detail && <p>{problem.detail}</p>}
      {problem.errors.length > 0 && (
        <ul>
          {problem.errors.map((error) => (
            <li key={error.path + error.message}>{error.message}</li>
          ))}
        </ul>
      )}
      {problem.findings.length > 0 && <Findings findings={problem.findings} />}
    </div>
  );
}
