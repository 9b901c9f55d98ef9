import { useState } from 'react';
import { useAct } from '../../api/cases.ts';
import { asProblem } from '../../api/problem.ts';
import type { CaseView } from '../../api/types.ts';
import { Button } from '../../components/Button.tsx';
import { ProblemPanel } from '../../components/ProblemPanel.tsx';
import { ActionDialog } from './ActionDialog.tsx';
import { ApplicationSummary } from './CaseForm.tsx';

export type CaseAction = CaseView['availableActions'][number];

interface Props {
  view: CaseView;
  onDone?: (after: CaseView) => void;
}

/** True when pressing is not enough: something to fill in, a reason to give, or a last question. */
const asks = (action: CaseAction): boolean =>
  action.data !== undefined || action.comment !== 'none' || action.final;

const order = { primary: 0, default: 1, danger: 2 };

/** Whatever the case says can be done now, for any business. */
export function CaseActions({ view, onDone }: Props) {
  const act = useAct(view.caseNo);
  const [open, setOpen] = useState<CaseAction>();
  const actions = view.availableActions.toSorted((a, b) => order[a.style] - order[b.style]);

  // Awaited rather than given as a callback: the answer may take this part of the page away before it is told.
  const run = async (
    action: CaseAction,
    input: { comment?: string; data?: Record<string, unknown> } = {},
  ) => {
    const after = await act
      .mutateAsync({ action: action.action, version: view.version, ...input })
      .catch(() => undefined);
    if (!after) return;
    setOpen(undefined);
    onDone?.(after);
  };
  const begin = (action: CaseAction) => {
    act.reset();
    if (asks(action)) setOpen(action);
    else void run(action);
  };
  const problem = act.error ? asProblem(act.error) : undefined;
  return (
    <div className="stack">
      {problem && !open && <ProblemPanel problem={problem} focus />}
      {actions.length > 0 && (
        <div className="row">
          {actions.map((action) => (
            <Button
              key={`${action.step}/${action.action}`}
              kind={action.style}
              busy={act.isPending && act.variables.action === action.action && !open}
              disabled={act.isPending}
              onClick={() => begin(action)}
            >
              {action.title}
            </Button>
          ))}
        </div>
      )}
      {open && (
        <ActionDialog
          action={open}
          busy={act.isPending}
          problem={problem}
          onSubmit={(input) => void run(open, input)}
          onClose={() => {
            setOpen(undefined);
            act.reset();
          }}
        >
          {open.action === 'confirm' && <ApplicationSummary view={view} />}
        </ActionDialog>
      )}
    </div>
  );
}
