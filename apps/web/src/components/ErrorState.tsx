import { asProblem } from '../api/problem.ts';
import { Button } from './Button.tsx';
import { NotAllowed } from './NotAllowed.tsx';
import { ProblemPanel } from './ProblemPanel.tsx';

/** Something could not be read: says what, and offers to try again. */
export function ErrorState({ problem, onRetry }: { problem: unknown; onRetry?: () => void }) {
  const shown = asProblem(problem);
  if (shown.status === 403) return <NotAllowed detail={shown.detail} />;
  return (
    <div className="state state-wrong">
      <ProblemPanel problem={shown} />
      <Button onClick={onRetry ?? (() => window.location.reload())}>再试一次</Button>
    </div>
  );
}
