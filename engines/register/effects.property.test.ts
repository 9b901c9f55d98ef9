import { addShares, type Share } from '@hengchan/standards';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEffect } from './apply-effect.ts';
import { steps } from './arbitrary-effects.ts';
import { canonicalJson } from './canonical.ts';
import type { Effect } from './effects.ts';
import * as make from './fixtures.ts';
import { type FoldedEntry, foldEntries } from './fold.ts';
import { MemoryUnit } from './memory-unit.ts';
import type { UnitProjection } from './projection.ts';
import type { Right, SeizureRight } from './state.ts';

const code = make.unitCode(1);
const begin = Date.parse('2026-01-01T00:00:00Z');

function checkOwnership(unit: MemoryUnit): void {
  const ownerships = unit.rights.filter((right) => right.kind === 'ownership');
  expect(ownerships.length).toBeLessThanOrEqual(1);
  for (const { coOwnership, holders } of ownerships) {
    const shares = holders.flatMap((holder): Share[] => (holder.share ? [{ ...holder.share }] : []));
    expect(new Set(holders.map((holder) => holder.idIndex)).size).toBe(holders.length);
    if (coOwnership === '2') {
      expect(addShares(...shares)).toEqual({ numerator: 1, denominator: 1 });
      expect(shares.length).toBe(holders.length);
    } else {
      expect(shares).toEqual([]);
      expect(coOwnership === '0').toBe(holders.length === 1);
    }
  }
}

function checkQueue(seizures: readonly SeizureRight[]): void {
  expect(seizures.map((seizure) => seizure.queue)).toEqual(seizures.map((_, at) => at));
  for (const [at, seizure] of seizures.entries()) {
    const { content, queue } = seizure;
    expect(content.effectiveUntil !== undefined).toBe(queue === 0);
    expect(content.kind === '1' || content.kind === '3').toBe(queue === 0);
    const ahead = seizures[at - 1];
    if (ahead) {
      expect(Date.parse(ahead.content.deliveredAt)).toBeLessThanOrEqual(Date.parse(content.deliveredAt));
    }
  }
}

/** No ownership began by a disposal while a seizure of another authority was in force. */
function checkDisposals(unit: MemoryUnit): void {
  const seizures = [...unit.projection.rights.values()].filter((right) => right.kind === 'seizure');
  for (const { at, authority } of unit.projection.disposals) {
    const inForce = seizures.filter((seizure) => {
      const until = seizure.content.effectiveUntil;
      if (seizure.queue !== 0 || until === undefined) return false;
      const ended = Math.min(Date.parse(until), seizure.endedAt?.getTime() ?? Number.POSITIVE_INFINITY);
      return seizure.registeredAt.getTime() < at.getTime() && at.getTime() < ended;
    });
    for (const seizure of inForce) expect(seizure.content.authority.name).toBe(authority);
  }
}

/** A page is closed once, without a current right, and by then nothing was entered on it any more. */
function checkClosure(unit: MemoryUnit, before: UnitProjection): void {
  expect(before.closed).toBeUndefined();
  if (unit.projection.closed) expect(unit.rights).toEqual([]);
}

/** No number is issued twice, and a title shows only numbers that were issued here. */
function checkCertificates(unit: MemoryUnit): void {
  const issued = unit.projection.certificates.map((each) => each.number);
  expect(new Set(issued).size).toBe(issued.length);
  for (const { certificate, holders } of unit.rights.filter((right) => right.kind === 'ownership')) {
    for (const number of [certificate, ...holders.map((each) => each.certificate)]) {
      if (number !== undefined) expect(issued).toContain(number);
    }
  }
}

const endsInOrder = (right: Right): boolean =>
  right.endedAt === undefined ||
  (right.endedAt >= right.registeredAt && (right.endedEntry ?? 0) >= right.registeredEntry);

test('whatever is entered, the register keeps its invariants and equals the fold of its entries', () => {
  const entered = new Map<string, number>();
  fc.assert(
    fc.property(steps, (history) => {
      const unit = new MemoryUnit(code);
      const entries: FoldedEntry[] = [];
      let now = new Date(begin);
      for (const step of history) {
        now = new Date(now.getTime() + step.hours * 3_600_000);
        const effect = step.effect(unit, now);
        const before = unit.projection;
        const refusals = unit.enter(effect, now);
        if (refusals.length > 0) {
          expect(unit.projection).toBe(before);
          continue;
        }
        entered.set(effect.type, (entered.get(effect.type) ?? 0) + 1);
        entries.push({ number: entries.length + 1, enteredAt: now, effect });
        checkOwnership(unit);
        const ranks = unit.mortgages.map((mortgage) => mortgage.rank);
        expect(new Set(ranks).size).toBe(ranks.length);
        checkQueue(unit.seizures);
        checkDisposals(unit);
        checkClosure(unit, before);
        checkCertificates(unit);
        const rights = [...unit.projection.rights.values()];
        expect(rights.every(endsInOrder)).toBe(true);
        expect(rights.every((right) => rights.some((each) => each.id === right.origin))).toBe(true);
      }
      const stored = entries.map((entry) => ({
        ...entry,
        effect: JSON.parse(canonicalJson(entry.effect)) as Effect,
      }));
      const folded = foldEntries(stored).get(code);
      if (entries.length > 0) expect(folded).toEqual(unit.projection);
    }),
    { numRuns: 400 },
  );
  // The histories must reach every kind of effect, or the invariants above prove little.
  expect([...entered.keys()].sort()).toEqual([
    'advance-notice',
    'alteration',
    'cancellation',
    'closure',
    'easement',
    'first-registration',
    'habitation',
    'lock',
    'management',
    'mortgage',
    'mortgage-cancellation',
    'objection',
    'objection-suit',
    'rectification',
    'reissue',
    'right-alteration',
    'right-cancellation',
    'right-transfer',
    'seizure',
    'seizure-release',
    'seizure-renewal',
    'transfer',
    'unlock',
  ]);
});

test('an effect looks at nothing but its arguments', () => {
  fc.assert(
    fc.property(steps, (history) => {
      const unit = new MemoryUnit(code);
      let now = new Date(begin);
      for (const step of history) {
        now = new Date(now.getTime() + step.hours * 3_600_000);
        const effect = step.effect(unit, now);
        const frozen = structuredClone({ state: unit.state, effect });
        const first = applyEffect(unit.state, effect, { now, entryNumber: 7 });
        const second = applyEffect(frozen.state, frozen.effect, { now, entryNumber: 7 });
        expect(second).toEqual(first);
        expect({ state: unit.state, effect }).toEqual(frozen);
        unit.enter(effect, now);
      }
    }),
    { numRuns: 100 },
  );
});
