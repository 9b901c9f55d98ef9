import { type ReactNode, useEffect } from 'react';

/** Heading of a page, and the name of the window with it. */
export function PageTitle({
  title,
  lead,
  serif = false,
}: {
  title: string;
  lead?: ReactNode;
  serif?: boolean;
}) {
  useEffect(() => {
    document.title = `${title} · 恒产`;
  }, [title]);
  return (
    <div className="page-title">
      <h1 className={serif ? 'serif' : undefined}>{title}</h1>
      {lead && <p className="lead">{lead}</p>}
    </div>
  );
}
