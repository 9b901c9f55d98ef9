import { Checkbox } from 'antd';
import type { CaseObjection } from '../CaseNotices.tsx';

interface ObjectionChoiceProps {
  open: readonly CaseObjection[];
  /** All of them are answered together, or some found well founded. */
  all: boolean;
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** Which objections a decision is about. Those the registrar has not seen are not decided by it. */
export function ObjectionChoice({ open, all, chosen, onChange }: ObjectionChoiceProps) {
  return (
    <fieldset className="desk-objection-choice">
      <legend>{all ? `审查的异议（共 ${open.length} 件，一并答复）` : '成立的异议'}</legend>
      {!all && <p className="desk-secondary">没有勾选的，因本件不予登记而不再审查。</p>}
      <ul className="desk-plain-list">
        {open.map(({ id = '', by, reason }) => (
          <li key={id}>
            {all ? (
              <strong>{by}</strong>
            ) : (
              <Checkbox
                checked={chosen.includes(id)}
                onChange={(event) =>
                  onChange(event.target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
                }
              >
                {by}
              </Checkbox>
            )}
            <small>{reason}</small>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
