import { Modal } from 'antd';
import { useMemo, useState } from 'react';
import type { ApiProblem } from '../../../api/problem.ts';
import type { FormSchema } from '../../../api/types.ts';
import type { Typed } from '../../../components/schema-form/fields.ts';
import { readForm } from '../../../components/schema-form/values.ts';
import { DenseFields } from '../../schema/DenseFields.tsx';
import type { CaseObjection } from '../CaseNotices.tsx';
import { consequenceOf } from './consequence.ts';
import { ObjectionChoice } from './ObjectionChoice.tsx';
import { Refusal } from './Refusal.tsx';
import type { Action } from './use-decision.ts';

interface ActionDialogProps {
  action: Action;
  comment: string;
  busy: boolean;
  problem: ApiProblem | undefined;
  stale: boolean;
  /** Objections still to be decided, for the decision about them. */
  objections: readonly CaseObjection[];
  onConfirm: (data: Record<string, unknown> | undefined) => void;
  onClose: () => void;
}

/** The first answers all there are; the second says which are well founded. */
const aboutObjections = ['overrule-objection', 'uphold-objection'];

/** Asked before something that cannot be taken back, or that needs more to be filled in. */
export function ActionDialog({
  action,
  comment,
  busy,
  problem,
  stale,
  objections,
  onConfirm,
  onClose,
}: ActionDialogProps) {
  const deciding = aboutObjections.includes(action.action);
  const schema = deciding ? undefined : (action.data as FormSchema | undefined);
  const [chosen, setChosen] = useState(() => objections.flatMap(({ id }) => id ?? []));
  const [typed, setTyped] = useState<Typed>({});
  const [tried, setTried] = useState(false);
  const reading = useMemo(() => (schema ? readForm(schema, typed) : undefined), [schema, typed]);
  const faults = Object.keys(reading?.errors ?? {}).length;
  const served = Object.fromEntries(
    (problem?.errors ?? []).map(({ path, message }) => [
      path.replace(/^\/data\//, '').replaceAll('/', '.'),
      message,
    ]),
  );
  const confirm = () => {
    setTried(true);
    if (deciding) return onConfirm({ objections: chosen });
    if (faults === 0) onConfirm(reading?.value);
  };
  return (
    <Modal
      open
      title={`确认${action.title}`}
      okText={action.title}
      cancelText="再看看"
      okButtonProps={{
        danger: action.style === 'danger' || action.final,
        disabled: stale || (deciding && chosen.length === 0),
      }}
      confirmLoading={busy}
      onOk={confirm}
      onCancel={onClose}
      width={schema ? 720 : 520}
    >
      <div className="desk-stack">
        <p style={{ margin: 0 }}>{consequenceOf(action)}</p>
        {action.final && <p className="desk-final">此操作完成后不能撤销。</p>}
        {action.comment !== 'none' && (
          <p style={{ margin: 0 }} className="desk-secondary">
            {comment.trim() ? `意见：${comment.trim()}` : '没有填写意见。'}
          </p>
        )}
        {deciding && (
          <ObjectionChoice
            open={objections}
            all={action.action === aboutObjections[0]}
            chosen={chosen}
            onChange={setChosen}
          />
        )}
        {schema && (
          <DenseFields
            schema={schema}
            typed={typed}
            onChange={setTyped}
            errors={{ ...served, ...(tried ? reading?.errors : {}) }}
            idPrefix={`action-${action.action}`}
          />
        )}
        {stale && (
          <div className="desk-problem is-waiting" role="alert">
            <strong>本件刚刚有变化，您的操作没有执行</strong>
            <p>请关闭此窗口，看过最新内容后再决定。您写的意见还在。</p>
          </div>
        )}
        {problem && <Refusal problem={problem} />}
      </div>
    </Modal>
  );
}
