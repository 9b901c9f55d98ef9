import fc from 'fast-check';
import type { Effect } from './effects.ts';
import * as make from './fixtures.ts';
import type { MemoryUnit } from './memory-unit.ts';
import type { CoOwnership, SealedHolder } from './state.ts';

/** A step of a random history: the effect depends on how the unit stands by then. */
export interface Step {
  /** Hours since the step before. */
  readonly hours: number;
  effect(unit: MemoryUnit, now: Date): Effect;
}

const names = ['甲', '乙', '丙', '丁', '戊'];
const courts = ['第一法院', '第二法院', '第三法院'];

const people = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 4 });

/** Holders with a way of holding that fits, or nearly fits: some of what comes out must be refused. */
const ownership = fc
  .tuple(
    people,
    fc.constantFrom<CoOwnership>('0', '1', '2'),
    fc.nat(9),
    fc.array(fc.integer({ min: 1, max: 5 })),
  )
  .map(([chosen, wanted, odd, weights]) => {
    const coOwnership = odd === 0 ? wanted : chosen.length === 1 ? '0' : wanted === '0' ? '1' : wanted;
    const parts = chosen.map((_, at) => weights[at] ?? 1);
    const total = parts.reduce((sum, part) => sum + part, odd === 1 ? 1 : 0);
    const holders = chosen.map((name, at): SealedHolder => {
      const share = { numerator: parts[at] ?? 1, denominator: total };
      return make.holder(name, coOwnership === '2' ? { share } : {});
    });
    return { holders, coOwnership };
  });

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(list.length, 1)];
const idOf = (list: readonly { id: string }[], at: number): string => pick(list, at)?.id ?? '0-0';

const effect = fc.oneof(
  ownership.map((held) => (unit: MemoryUnit) => make.firstRegistration(unit.projection.code, held)),
  {
    weight: 3,
    arbitrary: ownership.map((held) => (unit: MemoryUnit) => make.transfer(unit.projection.code, held)),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.nat(4), fc.nat(4), fc.integer({ min: 1, max: 4 }))
      .map(([from, to, part]) => (unit: MemoryUnit) => {
        const holders = unit.ownership?.holders ?? [];
        const transferor = pick(holders, from);
        const share = transferor?.share;
        return make.transfer(unit.projection.code, {
          holders: [make.holder(names[to] ?? '甲')],
          from: {
            idIndex: transferor?.idIndex ?? '',
            ...(share && part > 1
              ? { share: { numerator: share.numerator, denominator: share.denominator * part } }
              : {}),
          },
        });
      }),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.boolean(), fc.constantFrom<'1' | '2'>('1', '2')).map(
      ([transferRestricted, mode]) =>
        (unit: MemoryUnit) =>
          make.mortgage(unit.projection.code, { transferRestricted, mode }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.nat(5).map(
      (at) =>
        (unit: MemoryUnit): Effect => ({
          type: 'mortgage-cancellation',
          unit: unit.projection.code,
          reason: '还清',
          mortgage: idOf(unit.mortgages, at),
        }),
    ),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(...courts), fc.nat(2_000), fc.integer({ min: 1, max: 37 }), fc.nat(5))
      .map(([name, hoursAgo, count, odd]) => (unit: MemoryUnit, now: Date) => {
        const delivered = new Date(now.getTime() - hoursAgo * 3_600_000).toISOString();
        return make.seizure(unit.projection.code, delivered, {
          authority: make.court(name),
          term: { unit: 'month', count },
          respondent: make.person(names[odd % names.length] ?? '甲'),
          ...(odd === 0 ? { kind: '3', facts: make.facts(unit.projection.code) } : {}),
        });
      }),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.nat(5), fc.boolean()).map(([at, right]) => (unit: MemoryUnit) => {
      const seizure = pick(unit.seizures, at);
      return make.release(
        unit.projection.code,
        seizure?.id ?? '0-0',
        right ? seizure?.content.authority.name : courts[0],
      );
    }),
  },
  fc
    .tuple(fc.integer({ min: 1, max: 36 }), fc.nat(5))
    .map(([count, at]) => (unit: MemoryUnit, now: Date): Effect => {
      const seizure = pick(unit.seizures, at);
      return {
        type: 'seizure-renewal',
        unit: unit.projection.code,
        reason: '续封',
        seizure: seizure?.id ?? '0-0',
        authority: seizure?.content.authority ?? make.court(),
        documentNumber: '续',
        deliveredAt: now.toISOString(),
        term: { unit: 'month', count },
      };
    }),
  ownership.map(
    (held) => (unit: MemoryUnit) =>
      make.transfer(unit.projection.code, {
        ...held,
        courtOrder: {
          authority: unit.seizures[0]?.content.authority ?? make.court(),
          documentNumber: '执协过户',
        },
      }),
  ),
);

export const steps = fc.array(fc.record<Step>({ hours: fc.integer({ min: 0, max: 6_000 }), effect }), {
  minLength: 1,
  maxLength: 25,
});
