import { type ReactNode, useId } from 'react';

interface LabelledFieldProps {
  label: string;
  required?: boolean;
  error?: string | undefined;
  note?: string;
  children: (id: string) => ReactNode;
}

/** A label, its control, what is wrong with it, and what to know about it. */
export function LabelledField({ label, required, error, note, children }: LabelledFieldProps) {
  const id = useId();
  return (
    <div className="desk-field">
      <label htmlFor={id} className={required ? 'is-required' : undefined}>
        {label}
      </label>
      {children(id)}
      {error && (
        <span className="desk-field-error" role="alert">
          {error}
        </span>
      )}
      {note && <span className="desk-field-note">{note}</span>}
    </div>
  );
}
