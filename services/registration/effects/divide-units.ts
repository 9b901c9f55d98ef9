import type { Effect, UnitFacts, UnitState } from '@hengchan/register';
import { consentsOf, type EffectBuilder, type EffectContext, textOf } from './build.ts';

/** Codes a form names under a field. */
const codesIn = ({ record }: EffectContext, field: string): string[] => {
  const value = record.case.form[field];
  return Array.isArray(value)
    ? value.map(String)
    : value === undefined || value === ''
      ? []
      : [String(value)];
};

/**
 * 分割、合并: the old pages are closed and new ones opened, for the same holders, in one transaction; mortgages whose mortgagee agreed go
 * on with the new units (实施细则 26).
 */
const divide =
  (how: 'split' | 'merger', field: string): EffectBuilder =>
  (context) => {
    const old = context.units.flatMap(({ state }) => (state ? [state] : []));
    const successors = codesIn(context, field);
    const reason = textOf(context, 'reason') ?? (how === 'split' ? '不动产分割' : '不动产合并');
    const closures = old.map((state): Effect => {
      const consents = consentsOf({ ...context, unit: state, unitCode: state.unit.code }, [
        'mortgage',
        'habitation',
        'management',
      ]);
      return {
        type: 'closure',
        unit: state.unit.code,
        reason,
        how,
        successors,
        ...(consents.length > 0 ? { consents } : {}),
      };
    });
    const openings = successors.map((code) => {
      const facts = context.surveyed.get(code);
      if (!facts) throw new Error(`unit ${code} was not surveyed`);
      return opening(code, facts, old, reason);
    });
    return [...closures, ...openings];
  };

function opening(code: string, facts: UnitFacts, old: readonly UnitState[], reason: string): Effect {
  const title = old[0]?.rights.find((right) => right.kind === 'ownership');
  if (!title) throw new Error('nothing is divided that nobody holds');
  const mortgages = old
    .flatMap((state) => state.rights.filter((right) => right.kind === 'mortgage'))
    .sort((left, right) => left.registeredEntry - right.registeredEntry || left.rank - right.rank)
    .map((right, at) => ({
      rightType: right.rightType,
      holders: right.holders,
      coOwnership: right.coOwnership,
      content: right.content,
      // Mortgages of several pages come onto one in the order in which they were registered (民法典 414).
      rank: old.length > 1 ? at + 1 : right.rank,
      ...(right.certificate === undefined ? {} : { certificate: right.certificate }),
    }));
  const holders = title.holders.map(({ certificate: _old, ...holder }) => holder);
  return {
    type: 'first-registration',
    unit: code,
    reason,
    facts,
    rightType: title.rightType,
    holders,
    coOwnership: title.coOwnership,
    predecessors: old.map((state) => state.unit.code),
    ...(mortgages.length > 0 ? { carried: { mortgages } } : {}),
  };
}

/** One unit becomes several. */
export const splitUnit = divide('split', 'successors');
/** Several become one. */
export const mergeUnits = divide('merger', 'successors');
