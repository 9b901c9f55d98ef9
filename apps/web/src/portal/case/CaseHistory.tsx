import { useState } from 'react';
import { useCaseHistory } from '../../api/cases.ts';
import { Awaited } from '../../components/Awaited.tsx';
import { DateText } from '../../components/text.tsx';
import styles from './case.module.css';

/** Who did what and when; read only when somebody wants to know. */
export function CaseHistory({ caseNo }: { caseNo: string }) {
  const [open, setOpen] = useState(false);
  const history = useCaseHistory(caseNo, open);
  return (
    <details className={styles.history} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>办理记录</summary>
      {open && (
        <Awaited query={history} what="办理记录">
          {(events) => (
            <ol>
              {events.map((event) => (
                <li key={`${event.at}/${event.action}/${event.actor}`}>
                  <small className="secondary">
                    <DateText value={event.at} time />
                  </small>
                  <span>
                    {event.actor} · {event.title}
                    {event.comment && <q>{event.comment}</q>}
                    {event.data?.items?.map((item) => (
                      <q key={item}>{item}</q>
                    ))}
                  </span>
                </li>
              ))}
            </ol>
          )}
        </Awaited>
      )}
    </details>
  );
}
