import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { send } from '../../api/client.ts';
import { useSession } from '../../app/session-context.ts';
import { moment } from '../components/moments.ts';

/** Enough to cover a sheet. */
const tiles = Array.from({ length: 24 }, (_, index) => index);

/**
 * Who printed a page of the desk and when, across every sheet; on the screen nothing. Whichever way the browser was asked to print, the server is
 * told. Row SEC-LEK-02.
 */
export function PrintMark() {
  const { user } = useSession();
  const [at, setAt] = useState<string>();
  useEffect(() => {
    const print = () => {
      // The sheet is made as soon as this returns.
      flushSync(() => setAt(new Date().toISOString()));
      const rows = document.querySelectorAll('.desk-main tbody tr').length;
      const body = {
        kind: 'print',
        page: window.location.pathname,
        title: document.title.slice(0, 100),
        rows,
      };
      // Printing cannot be held back for an answer; a line that could not be written is missing for the auditor too.
      void send('/api/security/takings', { method: 'POST', body, anonymous: true }).catch(() => undefined);
    };
    window.addEventListener('beforeprint', print);
    return () => window.removeEventListener('beforeprint', print);
  }, []);
  if (!user) return null;
  const text = `${user.name}（${user.login}）${at === undefined ? '' : moment(at)}`;
  return (
    <div className="desk-print-mark" aria-hidden="true">
      {tiles.map((tile) => (
        <span key={tile}>{text}</span>
      ))}
    </div>
  );
}
