import type { Effect, SealedHolder, SealedPerson, UnitFacts } from '@hengchan/register';
import type { Holding, PlannedEvent } from '../city/events.ts';
import type { Identity } from '../city/people.ts';

/** What an event needs to become an effect: sealed people, the number it issues, the ids of earlier entries. */
export interface EffectParts {
  readonly facts: UnitFacts;
  readonly certificate: string | undefined;
  seal(person: Identity): SealedPerson;
  /** Id of the right an earlier event of the unit opened. */
  rightOf(ordinal: number): string;
}

/** The event as an effect of the register: the same effects that cases enter. */
export function effectOf(event: PlannedEvent, parts: EffectParts): Effect {
  const base = { unit: parts.facts.code, reason: event.reason };
  const certificate = parts.certificate === undefined ? {} : { certificate: parts.certificate };
  switch (event.type) {
    case 'first-registration':
      return {
        type: event.type,
        ...base,
        facts: parts.facts,
        rightType: parts.facts.kind === 'land' ? '3' : '4',
        ...holdersOf(event.holding, parts),
        ...priceOf(event.price),
        ...certificate,
      };
    case 'transfer':
      return {
        type: event.type,
        ...base,
        ...holdersOf(event.holding, parts),
        ...priceOf(event.price),
        ...certificate,
      };
    case 'mortgage':
      return {
        type: event.type,
        ...base,
        mode: event.mode,
        principal: event.principal,
        termFrom: event.termFrom,
        termTo: event.termTo,
        transferRestricted: event.transferRestricted,
        scope: '主债权及其利息、违约金、损害赔偿金和实现抵押权的费用',
        contractNumber: event.contractNumber,
        mortgagees: [{ ...parts.seal(event.mortgagee), holderKind: '2' }],
        debtors: event.debtors.map(parts.seal),
        ...certificate,
      };
    case 'mortgage-cancellation':
      return { type: event.type, ...base, mortgage: parts.rightOf(event.of) };
    case 'seizure':
      return {
        type: event.type,
        ...base,
        kind: '1',
        authority: event.authority,
        caseNumber: event.caseNumber,
        documentNumber: event.documentNumber,
        deliveredAt: instant(event.deliveredAt),
        term: event.term,
        applicant: event.applicant,
        respondent: parts.seal(event.respondent),
      };
    case 'seizure-renewal':
      return {
        type: event.type,
        ...base,
        seizure: parts.rightOf(event.of),
        authority: event.authority,
        documentNumber: event.documentNumber,
        deliveredAt: instant(event.deliveredAt),
        term: event.term,
      };
    case 'seizure-release':
      return {
        type: event.type,
        ...base,
        seizure: parts.rightOf(event.of),
        authority: event.authority,
        documentNumber: event.documentNumber,
      };
  }
}

function holdersOf({ holders, coOwnership }: Holding, { seal }: EffectParts) {
  return {
    coOwnership,
    holders: holders.map(
      ({ person, share }): SealedHolder => ({
        ...seal(person),
        holderKind: person.idType === '1' ? '1' : '2',
        ...(share ? { share } : {}),
      }),
    ),
  };
}

const priceOf = (price: number | undefined) => (price === undefined ? {} : { price });

const instant = (at: number): string => new Date(at).toISOString();
