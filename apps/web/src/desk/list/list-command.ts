export type ListCommand = 'next' | 'previous' | 'open' | 'search' | { key: string };

interface Key {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  target: EventTarget | null;
}

/** What a key means to a list, or nothing while somebody is typing, on a control, or in a dialog. */
export function listCommand(event: Key): ListCommand | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (belongsElsewhere(event.target, event.key)) return undefined;
  switch (event.key) {
    case 'j':
      return 'next';
    case 'k':
      return 'previous';
    case 'Enter':
      return 'open';
    case '/':
      return 'search';
    default:
      return /^[a-z]$/.test(event.key) ? { key: event.key } : undefined;
  }
}

function belongsElsewhere(target: EventTarget | null, key: string): boolean {
  const element = target as { closest?: (selector: string) => unknown } | null;
  if (!element?.closest) return false;
  if (element.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="combobox"]'))
    return true;
  return key === 'Enter' && Boolean(element.closest('a, button, [role="button"], [role="tab"], summary'));
}
