/** Troubles a department can be told to have, for drills and tests. */
export const faultKinds = [
  'none',
  'slow',
  'error',
  'wrong-answer',
  'bad-signature',
  'half-open',
  'lost-answer',
  'duplicate-callback',
  'late-callback',
  'out-of-order',
] as const;

export type FaultKind = (typeof faultKinds)[number];

export interface Fault {
  kind: FaultKind;
  /** How slow, how late. */
  ms?: number;
  /** After so many requests or callbacks the fault is over; without it, until it is cleared. */
  times?: number;
  /** Only this operation suffers. */
  operation?: string;
}

const ofCallbacks: readonly FaultKind[] = ['duplicate-callback', 'late-callback', 'out-of-order'];

export interface Faults {
  set(fault: Fault): void;
  list(): Fault[];
  /** The fault that strikes this request, used up by one. */
  strikeRequest(operation: string): Fault | undefined;
  strikeCallback(operation: string): Fault | undefined;
}

/** The faults of one department. A new fault of a kind replaces the old one; `none` clears all. */
export function makeFaults(): Faults {
  let faults: Fault[] = [];
  const strike = (operation: string, callback: boolean) => {
    const fault = faults.find(
      (each) =>
        ofCallbacks.includes(each.kind) === callback &&
        (each.operation === undefined || each.operation === operation),
    );
    if (fault?.times === undefined) return fault;
    fault.times -= 1;
    if (fault.times <= 0) faults = faults.filter((each) => each !== fault);
    return { ...fault };
  };
  return {
    set(fault) {
      faults =
        fault.kind === 'none' ? [] : [...faults.filter((each) => each.kind !== fault.kind), { ...fault }];
    },
    list: () => faults.map((fault) => ({ ...fault })),
    strikeRequest: (operation) => strike(operation, false),
    strikeCallback: (operation) => strike(operation, true),
  };
}
