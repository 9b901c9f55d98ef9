/**
 * What a person has typed, kept on this device until it is sent or the person signs out, so that a reload,
 * a dead battery or an expired session loses nothing. One draft for each account and thing being filled in.
 */
const prefix = 'hengchan.draft.';

const nameOf = (accountId: string, thing: string): string => `${prefix}${accountId}.${thing}`;

export function readDraft<T>(accountId: string, thing: string): T | undefined {
  const stored = localStorage.getItem(nameOf(accountId, thing));
  if (stored === null) return undefined;
  try {
    return JSON.parse(stored) as T;
  } catch {
    localStorage.removeItem(nameOf(accountId, thing));
    return undefined;
  }
}

/** A full disk loses the draft, never the page. */
export function writeDraft(accountId: string, thing: string, draft: unknown): void {
  try {
    localStorage.setItem(nameOf(accountId, thing), JSON.stringify(draft));
  } catch {
    localStorage.removeItem(nameOf(accountId, thing));
  }
}

export function removeDraft(accountId: string, thing: string): void {
  localStorage.removeItem(nameOf(accountId, thing));
}

/** Things this account has begun, for 继续填写. */
export function draftsOf(accountId: string): string[] {
  const start = nameOf(accountId, '');
  return Object.keys(localStorage)
    .filter((name) => name.startsWith(start))
    .map((name) => name.slice(start.length));
}

/** Said good-bye on purpose: the next person at this device sees nothing. */
export function removeDraftsOf(accountId: string): void {
  for (const thing of draftsOf(accountId)) removeDraft(accountId, thing);
}
