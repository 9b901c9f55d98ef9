import type { ReactNode } from 'react';
import { useId } from 'react';

interface PanelProps {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** A titled part of a page. */
export function Panel({ title, aside, children, className }: PanelProps) {
  const id = useId();
  return (
    <section className={`desk-panel ${className ?? ''}`} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {aside && <div className="is-end">{aside}</div>}
      </header>
      <div className="desk-panel-body">{children}</div>
    </section>
  );
}

/** The head of a page: what it is, and what can be done here. */
export function PageHead({
  title,
  note,
  actions,
}: {
  title: ReactNode;
  note?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="desk-page-head">
      <h1>{title}</h1>
      {note && <p>{note}</p>}
      {actions && <div className="desk-page-actions no-print">{actions}</div>}
    </header>
  );
}
