import { App, Button, Input } from 'antd';
import { useRef, useState } from 'react';
import type { CaseView } from '../../../api/types.ts';
import { openObjections } from '../CaseNotices.tsx';
import { ActionDialog } from './ActionDialog.tsx';
import { Refusal } from './Refusal.tsx';
import { type Action, useDecision } from './use-decision.ts';
import './decision.css';

const commentId = 'desk-comment';

/** What can be done next, at the foot of the case: an opinion and one button for each way on. */
export function DecisionBar({ view }: { view: CaseView }) {
  const { message } = App.useApp();
  const decision = useDecision(view, (action, after) => {
    setChosen(undefined);
    void message.success(`“${action.title}”已办理，本件现为“${after.statusTitle}”`);
  });
  const [chosen, setChosen] = useState<Action>();
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLElement>(null);
  const actions = view.availableActions;
  // What was refused is said even where nothing is left to do: the step may have been taken meanwhile.
  if (actions.length === 0 && !decision.problem && !decision.stale) return null;
  const takesComment = actions.some((action) => action.comment !== 'none');

  const start = (action: Action) => {
    decision.forget();
    if (action.comment === 'required' && decision.comment.trim() === '') {
      setMissing(true);
      document.getElementById(commentId)?.focus();
      return;
    }
    setMissing(false);
    if (action.final || action.data || action.style === 'danger') setChosen(action);
    else void decision.run(action, undefined).catch(() => undefined);
  };

  return (
    <section className="desk-decision no-print" aria-label="办理" ref={field}>
      {decision.stale && (
        <div className="desk-problem is-waiting" role="alert">
          <strong>本件刚刚有变化，您的操作没有执行</strong>
          <p>
            {actions.length > 0
              ? '已读取最新内容，您写的意见还在。请看过变化后再决定。'
              : '已读取最新内容，现在没有轮到您办理的事项。'}
          </p>
        </div>
      )}
      {decision.problem && !chosen && <Refusal problem={decision.problem} />}
      <div className="desk-decision-line">
        {takesComment && (
          <div className="desk-decision-comment">
            <label htmlFor={commentId} className="visually-hidden">
              意见
            </label>
            <Input.TextArea
              id={commentId}
              placeholder={commentHint(actions)}
              maxLength={2000}
              autoSize={{ minRows: 1, maxRows: 4 }}
              value={decision.comment}
              onChange={(event) => {
                decision.setComment(event.target.value);
                setMissing(false);
              }}
              aria-invalid={missing}
              {...(missing && { status: 'error' as const })}
            />
            {missing && (
              <span className="desk-field-error" role="alert">
                这项操作须写明意见，会送达申请人并记入办理历史
              </span>
            )}
          </div>
        )}
        {ordered(actions).map((action) => (
          <Button
            key={`${action.step} ${action.action}`}
            type={action.style === 'primary' ? 'primary' : 'default'}
            danger={action.style === 'danger'}
            loading={decision.busy === action.action}
            disabled={decision.busy !== undefined && decision.busy !== action.action}
            onClick={() => start(action)}
          >
            {action.title}
          </Button>
        ))}
      </div>
      {chosen && (
        <ActionDialog
          action={chosen}
          comment={decision.comment}
          busy={decision.busy !== undefined}
          problem={decision.problem}
          stale={decision.stale}
          objections={openObjections(view.notices)}
          onConfirm={(data) => void decision.run(chosen, data).catch(() => undefined)}
          onClose={() => setChosen(undefined)}
        />
      )}
    </section>
  );
}

function commentHint(actions: readonly Action[]): string {
  const needing = actions.filter((action) => action.comment === 'required').map((action) => action.title);
  return needing.length > 0 ? `意见（${needing.join('、')}须填写）` : '意见，可不填';
}

/** The primary one nearest the hand, at the end of the line; what ends a case first and apart. */
function ordered(actions: readonly Action[]): Action[] {
  const weight = { danger: 0, default: 1, primary: 2 };
  return [...actions].sort((left, right) => weight[left.style] - weight[right.style]);
}
