import fc from 'fast-check';
import { type Choice, idOf, names, ownership, pick } from './arbitrary-step.ts';
import type { Effect } from './effects.ts';
import * as make from './fixtures.ts';
import * as limited from './fixtures-limited.ts';
import type { MemoryUnit } from './memory-unit.ts';
import type { Right, RightKind } from './state.ts';

/** Effects on the rights that limit a title, worded after how the unit stands so that many of them are entered. */

const of = (unit: MemoryUnit, ...kinds: RightKind[]): Right[] =>
  unit.rights.filter((right) => kinds.includes(right.kind));

const code = (unit: MemoryUnit): string => unit.projection.code;
const holder = (at: number) => make.holder(pick(names, at) ?? '甲');
const holdersOf = (unit: MemoryUnit) => unit.ownership?.holders ?? [];
/** The holders of the title, or now and then someone else. */
const owners = (unit: MemoryUnit, odd: number) => (odd === 0 ? [make.person('己')] : holdersOf(unit));
const daysBefore = (now: Date, days: number) =>
  new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10);
const claimants = ['庚', '辛'].map((name) => make.holder(name));

const small = fc.nat(9);
const consents = (unit: MemoryUnit, odd: number) =>
  odd % 2 === 0 ? unit.rights.map((right) => right.id) : [];

const notice = fc.tuple(small, small, fc.constantFrom<'1' | '2' | '3' | '4'>('1', '2', '3', '4')).map(
  ([odd, days, noticeKind]): Choice =>
    (unit, now) =>
      (noticeKind <= '2' ? limited.notice : limited.mortgageNotice)(code(unit), {
        noticeKind,
        holders: [claimants[odd % 2] ?? make.holder('庚')],
        obligors: unit.ownership ? owners(unit, odd) : [make.person('甲')],
        consents: consents(unit, days),
        ...(odd < 4 ? { facts: make.facts(code(unit)) } : {}),
        ...(days > 6 ? { registrableFrom: daysBefore(now, days * 12) } : {}),
      }),
);

const objection = fc.nat(4).map(
  (at): Choice =>
    (unit) =>
      limited.objection(code(unit), { holders: [holder(at)] }),
);

/** Shown at any time since the objection was entered, in time or not; an objection where there is none. */
const suit = fc.tuple(small, fc.nat(500)).map(
  ([at, hours]): Choice =>
    (unit, now): Effect => {
      const right = pick(of(unit, 'objection'), at);
      if (!right) return limited.objection(code(unit), { holders: [holder(at)] });
      const shown = Math.min(right.registeredAt.getTime() + hours * 3_600_000, now.getTime());
      return {
        type: 'objection-suit',
        unit: code(unit),
        reason: '起诉',
        objection: right.id,
        suit: `受理${at}`,
        ...(at < 7 ? { shownAt: new Date(shown).toISOString() } : {}),
      };
    },
);

const easement = fc.tuple(small, fc.boolean(), fc.nat(2)).map(
  ([odd, serves, key]): Choice =>
    (unit) => {
      const [here, there] = [code(unit), make.unitCode(99)];
      const sides = serves
        ? { side: 'servient' as const, holders: [make.holder('庚')], providers: owners(unit, odd) }
        : {
            side: 'dominant' as const,
            servient: [there],
            dominant: [here],
            holders: odd === 0 ? [make.holder('己')] : holdersOf(unit).slice(0, 1).map(alone),
          };
      return limited.easement(here, there, { ...sides, key: `证${key}`, consents: consents(unit, odd) });
    },
);

const alone = ({ share: _share, certificate: _title, ...rest }: ReturnType<typeof make.holder>) => rest;

const habitation = fc.tuple(small, fc.boolean()).map(
  ([odd, forLife]): Choice =>
    (unit) =>
      limited.habitation(code(unit), {
        holders: [holder(odd)],
        providers: owners(unit, odd),
        consents: consents(unit, odd),
        ...(forLife ? {} : { termTo: '2045-12-31' }),
      }),
);

const management = small.map(
  (odd): Choice =>
    (unit) =>
      limited.management(code(unit), {
        holders: [holder(odd)],
        providers: owners(unit, odd),
        consents: consents(unit, odd),
        termTo: odd === 1 ? '2029-12-31' : '2055-12-31',
      }),
);

/** A stop where there is none, and mostly its end where there is one. */
const stop = small.map(
  (odd): Choice =>
    (unit): Effect => {
      const locks = of(unit, 'lock');
      if (locks.length === 0 ? odd > 0 : odd === 0) return limited.lock(code(unit));
      return {
        type: 'unlock',
        unit: code(unit),
        reason: '解除',
        lock: idOf(locks, 0),
        documentNumber: '解除一',
      };
    },
);

const limitedKinds: RightKind[] = [
  'mortgage',
  'advance-notice',
  'objection',
  'easement',
  'habitation',
  'management',
];
const contents: Readonly<Record<string, readonly Record<string, unknown>[]>> = {
  mortgage: [
    { principal: 5 },
    { principal: 300_000_000 },
    { termTo: '2070-01-01' },
    { determinedOn: '2026-01-01' },
  ],
  'advance-notice': [{ registrableFrom: '2026-06-01' }, { contractNumber: '合同' }, { amount: null }],
  easement: [{ purpose: '采光' }, { termTo: '2060-12-31' }],
  habitation: [{ mayLet: true }, { termTo: null }, { termTo: '2040-12-31' }],
  management: [{ termTo: '2050-12-31' }, { contractNumber: '流转' }],
};

const alteration = fc.tuple(small, small).map(
  ([at, odd]): Choice =>
    (unit) => {
      const right = pick(of(unit, ...limitedKinds), at);
      const content = pick(contents[right?.kind ?? ''] ?? [{}], odd) ?? {};
      const rank = right?.kind === 'mortgage' && odd > 6 ? { rank: odd - 6 } : {};
      return limited.alterRight(code(unit), right?.origin ?? '0-0', content, {
        ...rank,
        consents: consents(unit, odd),
      });
    },
);

const transfer = fc.tuple(small, small, ownership).map(
  ([at, odd, held]): Choice =>
    (unit) => {
      const right = pick(of(unit, ...limitedKinds), at);
      const to =
        right?.kind === 'easement' && odd > 2 ? { holders: holdersOf(unit).slice(0, 1).map(alone) } : held;
      return limited.transferRight(code(unit), right?.id ?? '0-0', {
        ...held,
        ...to,
        ...(to === held ? {} : { coOwnership: '0' as const }),
        agreed: odd > 5,
        consents: consents(unit, odd),
      });
    },
);

const cancellation = fc.tuple(small, small).map(
  ([at, odd]): Choice =>
    (unit) =>
      limited.cancelRight(code(unit), idOf(of(unit, ...limitedKinds), at), { consents: consents(unit, odd) }),
);

export const limitedEffects = fc.oneof(
  ownership.map(
    (held): Choice =>
      (unit) => ({ ...limited.contractedLand(code(unit)), ...held }),
  ),
  { weight: 3, arbitrary: notice },
  { weight: 3, arbitrary: objection },
  { weight: 3, arbitrary: suit },
  { weight: 2, arbitrary: easement },
  { weight: 2, arbitrary: habitation },
  { weight: 2, arbitrary: management },
  { weight: 3, arbitrary: stop },
  { weight: 3, arbitrary: alteration },
  { weight: 2, arbitrary: transfer },
  { weight: 2, arbitrary: cancellation },
);
