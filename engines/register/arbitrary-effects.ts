import fc from 'fast-check';
import { limitedEffects } from './arbitrary-limited.ts';
import { type Choice, courts, idOf, names, ownership, pick, type Step } from './arbitrary-step.ts';
import { titleEffects } from './arbitrary-title.ts';
import type { Effect } from './effects.ts';
import * as make from './fixtures.ts';
import * as limited from './fixtures-limited.ts';
import type { MemoryUnit } from './memory-unit.ts';

const firstRegistration = fc.tuple(ownership, fc.nat(2)).map(([held, kind]) => (unit: MemoryUnit) => {
  const { code } = unit.projection;
  return kind === 0 ? { ...limited.contractedLand(code), ...held } : make.firstRegistration(code, held);
});

const anyEffect = fc.oneof(
  { weight: 14, arbitrary: limitedEffects },
  { weight: 7, arbitrary: titleEffects },
  firstRegistration,
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

/** Where there is no title most histories begin with one, or little could follow. */
const effect = fc.tuple(anyEffect, firstRegistration, fc.nat(2)).map(
  ([choice, first, odd]): Choice =>
    (unit, now) =>
      unit.ownership || odd === 0 ? choice(unit, now) : first(unit),
);

/** Days, so that what must be done in time can be, or months, so that terms run out. */
const hours = fc.oneof(fc.nat(300), fc.nat(6_000));

export const steps = fc.array(fc.record<Step>({ hours, effect }), {
  minLength: 1,
  maxLength: 30,
  size: 'medium',
});
