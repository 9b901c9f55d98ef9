/**
 * What every `check…` function answers. `reason` is Chinese and says what the person must change.
 * `notes` are doubts that do not refuse: show them, do not block on them.
 */
export type CheckResult =
  | { valid: true; notes?: string[] }
  | { valid: false; reason: string; notes?: string[] };

/** Accepts, with doubts when there are any. */
export function accept(notes: string[] = []): CheckResult {
  return notes.length > 0 ? { valid: true, notes } : { valid: true };
}

/** Refuses for one reason; `notes` carry what else was seen. */
export function refuse(reason: string, notes: string[] = []): CheckResult {
  return notes.length > 0 ? { valid: false, reason, notes } : { valid: false, reason };
}
