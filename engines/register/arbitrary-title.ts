import fc from 'fast-check';
import { type Choice, ownership, pick } from './arbitrary-step.ts';
import type { CarriedMortgage, Effect } from './effects.ts';
import * as make from './fixtures.ts';
import type { MemoryUnit } from './memory-unit.ts';
import type { CoOwnership, Right, UnitFacts } from './state.ts';

/** Effects on the title and on the page as a whole, worded after how the unit stands so that many are entered. */

const code = (unit: MemoryUnit): string => unit.projection.code;
const small = fc.nat(9);
const allIds = (unit: MemoryUnit) => unit.rights.map((right) => right.id);
const consents = (unit: MemoryUnit, odd: number) => (odd % 3 === 0 ? [] : allIds(unit));
/** A number no other entry issues: numbers are unique over units and entries. */
const number = (unit: MemoryUnit, what: string) => `${what}${code(unit)}之${unit.projection.lastEntry + 1}`;
const someCertificate = (unit: MemoryUnit, odd: number) =>
  odd % 2 === 0 ? {} : { certificate: number(unit, '证') };

/** Closing a page ends a history, so only a page with a past is closed. */
const hasPast = (unit: MemoryUnit): boolean => unit.projection.rights.size > 3;

const facts: readonly Partial<UnitFacts>[] = [
  { location: '恒安区桂花路14号' },
  { area: '88.8' },
  { use: '12', landArea: '10' },
  { area: '0' },
  { parcelCode: '320402001001GB00002' },
];

/** The same holders called otherwise, with another document, or with their shares in another order. */
const alteration = fc.tuple(small, small).map(
  ([what, odd]): Choice =>
    (unit): Effect => {
      const holders = unit.ownership?.holders ?? [];
      const base = {
        type: 'alteration' as const,
        unit: code(unit),
        reason: '变更',
        ...someCertificate(unit, odd),
      };
      const [first, ...others] = holders;
      if (what < 3 || !first) return { ...base, facts: pick(facts, odd) ?? {} };
      if (what < 5) return { ...base, holders: [{ ...first, name: `${first.name}新` }, ...others] };
      if (what < 7) {
        const to = `index:${first.name}${unit.projection.lastEntry}`;
        const identityChanged = odd === 0 ? [] : [{ from: first.idIndex, to }];
        return { ...base, holders: [{ ...first, idIndex: to }, ...others], identityChanged };
      }
      if (what === 7) return { ...base, remark: `备注${odd}` };
      const [share] = holders.slice(-1).map((each) => each.share);
      const turned = holders.map((each, at) => {
        const before = at === 0 ? share : holders[at - 1]?.share;
        return before ? { ...each, share: before } : each;
      });
      return { ...base, holders: turned };
    },
);

const rectification = fc.tuple(small, small, ownership).map(
  ([what, odd, held]): Choice =>
    (unit): Effect => {
      const base = {
        type: 'rectification' as const,
        unit: code(unit),
        reason: '更正',
        exOfficio: odd < 3,
        ...someCertificate(unit, odd),
      };
      if (what < 4) return { ...base, ...held };
      if (what < 7) return { ...base, facts: pick(facts, odd) ?? {} };
      const target = pick(unit.rights, odd);
      const content = target?.kind === 'mortgage' ? { principal: 7 + odd } : {};
      return { ...base, target: target?.id ?? '0-0', content, ...(what === 7 ? held : {}) };
    },
);

const cancellation = fc.tuple(small, small).map(
  ([odd, loss]): Choice =>
    (unit): Effect => ({
      type: 'cancellation',
      unit: code(unit),
      reason: '注销',
      consents: consents(unit, odd),
      ...(loss === 0 && hasPast(unit) ? { loss: true } : {}),
    }),
);

/** Codes no history uses; one of them is the unit itself now and then. */
const successorsOf = (unit: MemoryUnit, how: string, odd: number): string[] => {
  const first = odd === 0 ? code(unit) : `${code(unit)}甲`;
  return how === 'split' ? [first, `${code(unit)}乙`] : [first];
};

const closure = fc
  .tuple(small, fc.constantFrom<'split' | 'merger' | 'renumbering'>('split', 'merger', 'renumbering'))
  .map(
    ([odd, how]): Choice =>
      (unit): Effect => ({
        type: 'closure',
        unit: code(unit),
        reason: '分割合并',
        how,
        successors: hasPast(unit) ? successorsOf(unit, how, odd) : [],
        consents: consents(unit, odd),
      }),
  );

const reissue = fc.tuple(small, small, fc.constantFrom<'exchange' | 'loss'>('exchange', 'loss')).map(
  ([at, odd, mode]): Choice =>
    (unit): Effect => {
      const right: Right | undefined = pick(unit.rights, at);
      return {
        type: 'reissue',
        unit: code(unit),
        reason: '换补证',
        mode,
        certificate: (odd === 0 ? unit.ownership?.certificate : undefined) ?? number(unit, '补'),
        ...(odd < 4 ? {} : { right: right?.origin ?? '0-0' }),
        ...(odd === 9 && right?.holders[0] ? { holder: right.holders[0].idIndex } : {}),
      };
    },
);

/** On a page without a title: one that comes from another unit with its mortgages, or the common parts of a building. */
const beginning = fc
  .tuple(small, fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 3 }), ownership)
  .map(
    ([odd, ranks, held]): Choice =>
      (unit) => {
        if (odd === 0) return make.firstRegistration(code(unit), { commonParts: true, ...held });
        const mortgages = ranks.map((rank): CarriedMortgage => {
          const { type: _type, unit: _unit, mortgagees, ...content } = make.mortgage(code(unit));
          return {
            content: { ...content, mortgagors: [make.person('甲')] },
            holders: mortgagees,
            coOwnership: '0',
            rank: odd === 1 ? 1 : rank,
            certificate: `旧证明${rank}`,
          };
        });
        const predecessors = [odd === 2 ? code(unit) : `${code(unit)}前`];
        return make.firstRegistration(code(unit), { ...held, predecessors, carried: { mortgages } });
      },
  );

/** What a notice promised, entered for its holders. */
const conversion = fc.tuple(small, small).map(
  ([at, odd]): Choice =>
    (unit) => {
      const notice = pick(
        unit.rights.filter((right) => right.kind === 'advance-notice'),
        at,
      );
      const { holders: noticed, coOwnership } = notice ?? {
        holders: [make.holder('乙')],
        coOwnership: '0' as CoOwnership,
      };
      // The number of the notice's proof is not one for the title.
      const holders = noticed.map(({ certificate: _proof, ...rest }) => rest);
      const more = { converts: notice?.origin ?? '0-0', consents: consents(unit, odd) };
      const ofSale = notice?.kind === 'advance-notice' && notice.content.noticeKind <= '2';
      return ofSale === odd > 0
        ? make.transfer(code(unit), { holders, coOwnership, ...more })
        : make.mortgage(code(unit), { mortgagees: holders, coOwnership, construction: true, ...more });
    },
);

export const titleEffects = fc.oneof(
  { weight: 5, arbitrary: alteration },
  { weight: 3, arbitrary: rectification },
  { weight: 2, arbitrary: cancellation },
  { weight: 3, arbitrary: closure },
  { weight: 2, arbitrary: reissue },
  { weight: 2, arbitrary: beginning },
  { weight: 3, arbitrary: conversion },
);
