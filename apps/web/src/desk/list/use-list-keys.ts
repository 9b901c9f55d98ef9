import { useEffect, useState } from 'react';
import { listCommand } from './list-command.ts';

interface ListKeys {
  count: number;
  onOpen: (index: number) => void;
  /** Further keys of the page, by letter. */
  others?: Record<string, (index: number) => void>;
  searchId?: string;
}

/** The row under the keyboard: j and k move, Enter opens, / goes to the search. */
export function useListKeys({ count, onOpen, others, searchId }: ListKeys) {
  const [selected, setSelected] = useState(-1);
  const current = Math.min(selected, count - 1);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const command = listCommand(event);
      if (!command) return;
      if (command === 'search') {
        const field = searchId ? document.getElementById(searchId) : null;
        if (!field) return;
        field.focus();
      } else if (command === 'next') setSelected(Math.min(current + 1, count - 1));
      else if (command === 'previous') setSelected(Math.max(current - 1, 0));
      else if (command === 'open') {
        if (current < 0) return;
        onOpen(current);
      } else {
        const other = others?.[command.key];
        if (!other || current < 0) return;
        other(current);
      }
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [count, current, onOpen, others, searchId]);

  return { selected: current, select: setSelected };
}
