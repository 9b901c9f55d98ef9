import { toShanghaiDate } from '@hengchan/standards';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { steps } from './arbitrary-effects.ts';
import { limitedEffects } from './arbitrary-limited.ts';
import type { Step } from './arbitrary-step.ts';
import { firstDateAfter } from './calendar.ts';
import type { Effect } from './effects.ts';
import * as make from './fixtures.ts';
import * as limited from './fixtures-limited.ts';
import { noticeUntil } from './lapse.ts';
import { MemoryUnit } from './memory-unit.ts';
import { standAt } from './stand.ts';
import type { Right, UnitState } from './state.ts';

const code = make.unitCode(1);
const begin = Date.parse('2026-01-01T00:00:00Z');

const untilOfRight = (right: Right): Date | undefined => {
  if (right.kind === 'advance-notice') return noticeUntil(right.content);
  const { lapsesAt } = right.kind === 'objection' ? right.content : {};
  return lapsesAt === undefined ? undefined : new Date(lapsesAt);
};

/** What only one current right may fill, whatever is entered in whatever order. */
function checkSlots(rights: readonly Right[]): void {
  const sales = rights.filter((right) => right.kind === 'advance-notice' && right.content.noticeKind <= '2');
  expect(sales.length).toBeLessThanOrEqual(1);
  for (const kind of ['management', 'lock']) {
    expect(rights.filter((right) => right.kind === kind).length).toBeLessThanOrEqual(1);
  }
  const keys = rights.flatMap((right) => (right.kind === 'easement' ? [right.content.key] : []));
  expect(new Set(keys).size).toBe(keys.length);
  const objectors = rights
    .filter((right) => right.kind === 'objection')
    .flatMap((right) => right.holders.map((each) => each.idIndex));
  expect(new Set(objectors).size).toBe(objectors.length);
}

/** Terms the law sets, on every row there ever was. */
function checkTerms(rights: readonly Right[]): void {
  for (const right of rights) {
    if (right.kind === 'management') {
      const { termFrom, termTo } = right.content;
      const next = firstDateAfter(termTo, { unit: 'day', count: 1 });
      expect(next >= firstDateAfter(termFrom, { unit: 'year', count: 5 })).toBe(true);
    }
    if (right.kind === 'objection') {
      expect(right.content.lapsesAt === undefined).toBe(right.content.suit !== undefined);
    }
    const until = untilOfRight(right);
    if (until) expect(until > right.registeredAt).toBe(true);
  }
}

/** Nothing whose time is over is current; what time ended, ended at its instant; only a suit shown in time is entered after it. */
function checkLapses(unit: MemoryUnit, now: Date): void {
  for (const right of unit.projection.rights.values()) {
    const until = untilOfRight(right);
    if (!until) continue;
    if (right.endedEntry === undefined) expect(until > now).toBe(true);
    if (right.endedReason?.endsWith('失效')) expect(right.endedAt).toEqual(until);
    else if (right.endedReason !== '起诉' && right.endedAt) expect(right.endedAt <= until).toBe(true);
  }
}

/** A page with a stop on it has, after any entry but the lifting, the title and the encumbrances it had, or fewer. */
function checkStop(before: UnitState | undefined, effect: Effect, unit: MemoryUnit): void {
  if (!before?.rights.some((right) => right.kind === 'lock') || effect.type === 'unlock') return;
  const had = new Set(before.rights.map((right) => right.origin));
  const added = unit.rights.filter((right) => !had.has(right.origin)).map((right) => right.kind);
  expect(added.filter((kind) => kind !== 'seizure' && kind !== 'objection')).toEqual([]);
}

const standing = (state: UnitState, moment: Date) =>
  standAt(state, moment)
    .rights.map((right) => right.origin)
    .sort();

/** The next entry finds what a reader was shown before it. */
function checkStanding(before: UnitState | undefined, effect: Effect, unit: MemoryUnit, now: Date): void {
  if (!before || effect.type === 'objection-suit' || effect.type === 'seizure-renewal') return;
  const shown = new Set(standing(before, now));
  const gone = before.rights.filter((right) => !shown.has(right.origin)).map((right) => right.origin);
  const current = new Set(unit.rights.map((right) => right.origin));
  expect(gone.filter((origin) => current.has(origin))).toEqual([]);
}

const limitedSteps = fc.array(
  fc.record<Step>({ hours: fc.integer({ min: 0, max: 1_500 }), effect: limitedEffects }),
  { minLength: 1, maxLength: 20 },
);

test.each([
  ['a home', make.firstRegistration(code), limitedSteps],
  ['contracted land', limited.contractedLand(code), limitedSteps],
  ['a home among everything else', make.firstRegistration(code), steps],
])('rights that limit a title keep to the law on %s', (_what, first, history) => {
  const entered = new Set<string>();
  fc.assert(
    fc.property(history, (effects) => {
      const unit = new MemoryUnit(code);
      let now = new Date(begin);
      unit.enter(first, now);
      for (const step of effects) {
        now = new Date(now.getTime() + step.hours * 3_600_000);
        const before = unit.state;
        const effect = step.effect(unit, now);
        if (unit.enter(effect, now).length > 0) continue;
        entered.add(effect.type);
        checkSlots(unit.rights);
        checkTerms([...unit.projection.rights.values()]);
        checkLapses(unit, now);
        checkStop(before, effect, unit);
        checkStanding(before, effect, unit, now);
        expect(unit.projection.lastEnteredAt <= now, toShanghaiDate(now)).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
  const expected = ['advance-notice', 'objection', 'objection-suit', 'easement', 'lock', 'unlock'];
  const went = ['right-alteration', 'right-transfer', 'right-cancellation'];
  expect([...entered]).toEqual(expect.arrayContaining([...expected, ...went]));
  expect(entered.has('habitation') || entered.has('management')).toBe(true);
});
