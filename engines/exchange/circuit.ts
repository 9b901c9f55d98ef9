/**
 * Circuit breaker of one peer as a pure state machine. Closed: calls pass, failures in a row are counted.
 * Open: no call passes until the rest is over. Half-open: one probe at a time decides.
 */
export type Circuit =
  | { state: 'closed'; failures: number; openings: number; until: undefined }
  | { state: 'open'; failures: number; openings: number; until: Date }
  | { state: 'half-open'; failures: number; openings: number; until: Date };

export interface CircuitPolicy {
  /** Failures in a row that open the circuit. */
  failuresToOpen: number;
  /** Length of the first rest; doubles with every opening in a row. */
  restMs: number;
  longestRestMs: number;
  /** A probe that has not reported by then counts as lost, and another may start. */
  probeMs: number;
}

export const standardCircuit: CircuitPolicy = {
  failuresToOpen: 5,
  restMs: 15_000,
  longestRestMs: 5 * 60_000,
  probeMs: 30_000,
};

export const closedCircuit: Circuit = { state: 'closed', failures: 0, openings: 0, until: undefined };

/** Whether a call may pass now; `next` is what must be stored first when it differs from the current state. */
export function admit(
  circuit: Circuit,
  now: Date,
  policy: CircuitPolicy,
): { admitted: boolean; next: Circuit } {
  if (circuit.state === 'closed') return { admitted: true, next: circuit };
  if (now < circuit.until) return { admitted: false, next: circuit };
  return { admitted: true, next: { ...circuit, state: 'half-open', until: later(now, policy.probeMs) } };
}

/** The peer answered. */
export function afterSuccess(circuit: Circuit): Circuit {
  return circuit.state === 'closed' && circuit.failures === 0 ? circuit : closedCircuit;
}

/** The peer did not answer, or not in a way that can be trusted. */
export function afterFailure(circuit: Circuit, now: Date, policy: CircuitPolicy): Circuit {
  const failures = circuit.failures + 1;
  // A call that started before the circuit opened must not prolong the rest.
  if (circuit.state === 'open') return { ...circuit, failures };
  if (circuit.state === 'closed' && failures < policy.failuresToOpen) return { ...circuit, failures };
  const rest = Math.min(policy.restMs * 2 ** Math.min(circuit.openings, 20), policy.longestRestMs);
  return { state: 'open', failures, openings: circuit.openings + 1, until: later(now, rest) };
}

function later(now: Date, milliseconds: number): Date {
  return new Date(now.getTime() + milliseconds);
}
