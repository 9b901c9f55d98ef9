import { ApiProblem, asProblem } from '../api/problem.ts';
import { Button } from './Button.tsx';
import { NotAllowed } from './NotAllowed.tsx';
import { ProblemPanel } from './ProblemPanel.tsx';

/** Something could not be read: says what, and offers to try again. */
export function ErrorState({ problem, onRetry }: { problem: unknown; onRetry?: () => void }) {
  const shown = asProblem(problem);
  if (shown.status === 403) return <NotAllowed detail={shown.detail} />;
  return (
    <div className="state state-wrong">
      <ProblemPanel problem={shown.status === 400 ? wrongAddress(shown) : shown} />
      {shown.undecided && <Button onClick={onRetry ?? (() => window.location.reload())}>再试一次</Button>}
    </div>
  );
}

/** Nothing was sent that could be corrected: what the server did not understand stood in the address. */
function wrongAddress({ errors }: ApiProblem): ApiProblem {
  return new ApiProblem(400, {
    title: '没有找到',
    detail: '网址不完整或写错了，请核对后再打开，或者从页面上方进入。',
    errors,
  });
}
