import { useEffect, useState } from 'react';
import { searchId } from './FilterBar.tsx';
import { listCommand } from './list-command.ts';

interface ListKeys {
  count: number;
  onOpen: (index: number) => void;
  /** A letter that is none of the list's own; the index is -1 while no row is under the keyboard. */
  onKey: (key: string, index: number) => void;
}

/** The row under the keyboard: j and k move, Enter opens, / goes to the search. */
export function useListKeys({ count, onOpen, onKey }: ListKeys): { selected: number } {
  const [selected, setSelected] = useState(-1);
  const current = Math.min(selected, count - 1);

  useEffect(() => {
    const answer = (event: KeyboardEvent) => {
      const command = listCommand(event);
      if (!command) return;
      if (typeof command === 'object') return onKey(command.key, current);
      if (command === 'search') {
        const field = document.getElementById(searchId);
        if (!field) return;
        field.focus();
      } else if (command === 'next') setSelected(Math.min(current + 1, count - 1));
      else if (command === 'previous') setSelected(Math.max(current - 1, 0));
      else if (current >= 0) onOpen(current);
      event.preventDefault();
    };
    window.addEventListener('keydown', answer);
    return () => window.removeEventListener('keydown', answer);
  }, [count, current, onOpen, onKey]);

  return { selected: current };
}
