import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  admit,
  afterFailure,
  afterSuccess,
  type Circuit,
  type CircuitPolicy,
  closedCircuit,
} from './circuit.ts';

const policy: CircuitPolicy = { failuresToOpen: 3, restMs: 1_000, longestRestMs: 4_000, probeMs: 500 };
const at = (milliseconds: number) => new Date(Date.UTC(2026, 2, 2) + milliseconds);

function failed(circuit: Circuit, times: number, now = at(0)): Circuit {
  return times === 0 ? circuit : failed(afterFailure(circuit, now, policy), times - 1, now);
}

describe('circuit', () => {
  test('stays closed below the limit and a success forgets the failures', () => {
    const shaken = failed(closedCircuit, 2);
    expect(shaken).toMatchObject({ state: 'closed', failures: 2 });
    expect(failed(afterSuccess(shaken), 2).state).toBe('closed');
  });

  test('opens at the limit and lets nothing pass until the rest is over', () => {
    const open = failed(closedCircuit, 3);
    expect(open).toMatchObject({ state: 'open', until: at(1_000) });
    expect(admit(open, at(999), policy).admitted).toBe(false);
    expect(admit(open, at(1_000), policy)).toMatchObject({ admitted: true, next: { state: 'half-open' } });
  });

  test('half-open lets one probe pass at a time', () => {
    const probing = admit(failed(closedCircuit, 3), at(1_000), policy).next;
    expect(admit(probing, at(1_001), policy).admitted).toBe(false);
  });

  test('a probe that never reports is replaced', () => {
    const probing = admit(failed(closedCircuit, 3), at(1_000), policy).next;
    expect(admit(probing, at(1_500), policy).admitted).toBe(true);
  });

  test('a probe that succeeds closes, one that fails rests twice as long, up to the longest', () => {
    let circuit = failed(closedCircuit, 3);
    const rests = [1_000];
    for (let round = 0; round < 4; round++) {
      const now = circuit.until ?? at(0);
      circuit = afterFailure(admit(circuit, now, policy).next, now, policy);
      rests.push((circuit.until?.getTime() ?? 0) - now.getTime());
    }
    expect(rests).toEqual([1_000, 2_000, 4_000, 4_000, 4_000]);
    expect(afterSuccess(circuit)).toBe(closedCircuit);
  });

  test('a call that began before the circuit opened does not prolong the rest', () => {
    const open = failed(closedCircuit, 3);
    expect(afterFailure(open, at(900), policy).until).toEqual(open.until);
  });

  test('whatever happens: open means some failures and a bounded rest, closed means fewer failures than the limit', () => {
    const step = fc.oneof(
      fc.constant('ok' as const),
      fc.constant('fail' as const),
      fc.integer({ min: 0, max: 6_000 }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let circuit: Circuit = closedCircuit;
        let now = 0;
        for (const each of steps) {
          if (typeof each === 'number') now += each;
          else {
            const { admitted, next } = admit(circuit, at(now), policy);
            circuit = admitted
              ? each === 'ok'
                ? afterSuccess(next)
                : afterFailure(next, at(now), policy)
              : next;
          }
          if (circuit.state === 'closed') expect(circuit.failures).toBeLessThan(policy.failuresToOpen);
          else {
            expect(circuit.failures).toBeGreaterThanOrEqual(policy.failuresToOpen);
            expect(circuit.until.getTime() - at(now).getTime()).toBeLessThanOrEqual(policy.longestRestMs);
          }
        }
      }),
    );
  });
});
