import { useState } from 'react';

/** Which dialog is open, and about what. */
export function useDialog<Name extends string>() {
  const [open, setOpen] = useState<{ name: Name; subject: string }>();
  return {
    open,
    show: (name: Name, subject = '') => setOpen({ name, subject }),
    close: () => setOpen(undefined),
  };
}
