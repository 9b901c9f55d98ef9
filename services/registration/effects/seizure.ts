import type { CaseRecord } from '@hengchan/casework';
import type { Term } from '@hengchan/register';
import {
  authorityNamed,
  type EffectBuilder,
  type EffectContext,
  partiesIn,
  personOf,
  perUnit,
  requiredText,
  textOf,
  type UnitContext,
} from './build.ts';

const authorityOf = (context: EffectContext) =>
  authorityNamed(partiesIn(context, 'authority')[0]?.name ?? '');

const termOf = (context: EffectContext): Term => ({
  unit: 'month',
  count: Number(requiredText(context, 'months')),
});

/**
 * When the notice reached the office, which decides the place in the queue (实施细则 91): as the clerk recorded it at the counter;
 * online when the system took it in, whatever the court wrote, so that nobody gives itself an earlier place.
 */
export function deliveredOn({ case: { channel, form, accepted_at, opened_at } }: CaseRecord): Date {
  const taken = accepted_at ?? opened_at;
  return channel === 'online' || typeof form.deliveredAt !== 'string' ? taken : new Date(form.deliveredAt);
}

const deliveredAt = (context: EffectContext) => deliveredOn(context.record).toISOString();

function orderOf(context: EffectContext, kind: '1' | '3') {
  const applicant = textOf(context, 'applicant');
  const respondent = partiesIn(context, 'respondent')[0];
  return {
    type: 'seizure',
    reason: kind === '3' ? '法院预查封' : '法院查封',
    kind,
    authority: authorityOf(context),
    caseNumber: requiredText(context, 'caseNumber'),
    documentNumber: requiredText(context, 'documentNumber'),
    deliveredAt: deliveredAt(context),
    term: termOf(context),
    ...(applicant === undefined ? {} : { applicant }),
    ...(respondent === undefined ? {} : { respondent: personOf(respondent) }),
  } as const;
}

/** 查封登记: becomes 轮候 by itself where another came first. */
export const seize = perUnit((context) => ({ ...orderOf(context, '1'), unit: context.unitCode }));

/** 预查封登记: also of a unit that has no page yet, which the survey then describes (法发〔2004〕5号). */
export const preSeize: EffectBuilder = (context) =>
  context.units.map(({ code, state, surveyed }) => ({
    ...orderOf(context, '3'),
    unit: code,
    ...(state === undefined && surveyed ? { facts: surveyed } : {}),
  }));

/** The seizure of this authority that the original notice names, or its only one; by its origin, for time alone may give it a new row. */
function chosenSeizure(context: UnitContext): string {
  const authority = authorityOf(context).name;
  const original = textOf(context, 'originalDocumentNumber');
  const chosen = context.unit.rights.find(
    (right) =>
      right.kind === 'seizure' &&
      right.content.authority.name === authority &&
      (original === undefined || right.content.documentNumber === original),
  );
  return chosen?.origin ?? '';
}

/** 续封登记. */
export const renewSeizure = perUnit((context) => ({
  type: 'seizure-renewal',
  unit: context.unitCode,
  reason: '法院续封',
  seizure: chosenSeizure(context),
  authority: authorityOf(context),
  documentNumber: requiredText(context, 'documentNumber'),
  deliveredAt: deliveredAt(context),
  term: termOf(context),
}));

/** 解封登记: the next in the queue takes effect by itself. */
export const releaseSeizure = perUnit((context) => ({
  type: 'seizure-release',
  unit: context.unitCode,
  reason: '法院解除查封',
  seizure: chosenSeizure(context),
  authority: authorityOf(context),
  documentNumber: requiredText(context, 'documentNumber'),
}));
