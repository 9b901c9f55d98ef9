import { type FormEvent, type ReactNode, useState } from 'react';
import type { ApiProblem } from '../../api/problem.ts';
import type { FormSchema } from '../../api/types.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Field } from '../../components/Field.tsx';
import { ProblemPanel } from '../../components/ProblemPanel.tsx';
import { fieldsOf, type Typed } from '../../components/schema-form/fields.ts';
import { SchemaField } from '../../components/schema-form/SchemaField.tsx';
import { readForm } from '../../components/schema-form/values.ts';
import type { CaseAction } from './CaseActions.tsx';

interface Props {
  action: CaseAction;
  busy: boolean;
  problem: ApiProblem | undefined;
  /** What it is about, read once more before it is done. */
  children?: ReactNode;
  onSubmit: (input: { comment?: string; data?: Record<string, unknown> }) => void;
  onClose: () => void;
}

/** What an action needs before it is done: its data, a comment, and a plain word where it cannot be undone. */
export function ActionDialog({ action, busy, problem, children, onSubmit, onClose }: Props) {
  const schema = (action.data ?? {}) as FormSchema;
  const fields = fieldsOf(schema);
  const [typed, setTyped] = useState<Typed>({});
  const [comment, setComment] = useState('');
  const [errors, setErrors] = useState<Record<string, string>>({});

  // Done already, on another page or by somebody else: pressing again would change nothing.
  const moved = problem?.code === 'ACTION_NOT_AVAILABLE';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const reading = readForm(schema, typed, fields);
    const said = comment.trim();
    if (action.comment === 'required' && said === '') reading.errors.comment = '请写明理由';
    setErrors(reading.errors);
    if (Object.keys(reading.errors).length > 0) return;
    onSubmit({ ...(said && { comment: said }), ...(fields.length > 0 && { data: reading.value }) });
  };
  return (
    <Dialog title={action.title} onClose={onClose}>
      <form className="stack" noValidate onSubmit={submit}>
        {problem && <ProblemPanel problem={problem} focus />}
        {action.final && <p>“{action.title}”之后不能撤销，请想好再确定。</p>}
        {children}
        {fields.map((field) => (
          <SchemaField
            key={field.path}
            field={field}
            value={typed[field.path]}
            error={errors[field.path] ?? problem?.errorAt(`/data/${field.path.replaceAll('.', '/')}`)}
            onChange={(value) => setTyped({ ...typed, [field.path]: value })}
          />
        ))}
        {action.comment !== 'none' && (
          <Field label="说明" optional={action.comment === 'optional'} error={errors.comment}>
            {({ id, describedBy, invalid }) => (
              <textarea
                id={id}
                className="input"
                rows={3}
                maxLength={2000}
                value={comment}
                onChange={(event) => setComment(event.target.value)}
                aria-describedby={describedBy}
                aria-invalid={invalid}
              />
            )}
          </Field>
        )}
        <div className="row">
          {!moved && (
            <Button kind={action.style === 'danger' ? 'danger' : 'primary'} type="submit" busy={busy}>
              {action.final ? '确定' : action.title}
            </Button>
          )}
          <Button onClick={onClose}>返回</Button>
        </div>
      </form>
    </Dialog>
  );
}
