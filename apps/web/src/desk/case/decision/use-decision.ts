import { useCallback, useEffect, useState } from 'react';
import { useAct } from '../../../api/cases.ts';
import { asProblem } from '../../../api/problem.ts';
import type { CaseView } from '../../../api/types.ts';
import { readDraft, removeDraft, writeDraft } from '../../../app/drafts.ts';
import { useSession } from '../../../app/session-context.ts';

export type Action = CaseView['availableActions'][number];

/** The case was changed by somebody else since it was read. */
const changedSince = 412;

/**
 * Doing the next thing in a case. The comment is kept on this device until it is sent, also when the case was
 * changed by somebody else in between: then the newest case is read and the person decides again.
 */
export function useDecision(view: CaseView, onDone: (action: Action, after: CaseView) => void) {
  const { user } = useSession();
  const account = user?.accountId ?? '';
  const thing = `desk-comment.${view.caseNo}`;
  const [comment, setComment] = useState(() => readDraft<string>(account, thing) ?? '');
  const act = useAct(view.caseNo);

  useEffect(() => {
    if (comment) writeDraft(account, thing, comment);
    else removeDraft(account, thing);
  }, [account, thing, comment]);

  const run = useCallback(
    async (action: Action, data: Record<string, unknown> | undefined) => {
      const said = comment.trim();
      const after = await act.mutateAsync({
        action: action.action,
        version: view.version,
        ...(action.comment !== 'none' && said !== '' && { comment: said }),
        ...(data && { data }),
      });
      setComment('');
      onDone(action, after);
    },
    [act.mutateAsync, comment, view.version, onDone],
  );

  const problem = act.error ? asProblem(act.error) : undefined;
  return {
    comment,
    setComment,
    run,
    busy: act.isPending ? act.variables?.action : undefined,
    problem: problem?.status === changedSince ? undefined : problem,
    stale: problem?.status === changedSince,
    forget: act.reset,
  };
}
