import type { EnteredEntry } from '@hengchan/register';
import type { OfficeCity } from '../city/city.ts';
import { dateOf } from '../city/days.ts';
import { type Chronicle, issuedBy } from './chronicle.ts';

export interface Counter {
  readonly name: string;
  readonly period: string;
  readonly value: number;
}

/** Where the series of certificates, proofs and cases stand after these entries. */
export function countersAfter(
  office: OfficeCity,
  chronicle: Chronicle,
  entries: readonly EnteredEntry[],
): Counter[] {
  const last = new Map<string, Counter>();
  for (const entry of entries) {
    const unit = chronicle.unitAt(entry.number);
    const ordinal = chronicle.ordinalAt(entry.number);
    const event = office.unit(unit).events[ordinal];
    if (!event) continue;
    const date = dateOf(event.at);
    const period = date.replaceAll('-', '');
    last.set(`case ${period}`, { name: 'case', period, value: chronicle.caseOf(unit, ordinal) });
    const name = issuedBy(event.type);
    if (name === undefined) continue;
    const year = date.slice(0, 4);
    last.set(`${name} ${year}`, { name, period: year, value: chronicle.certificateOf(unit, ordinal) });
  }
  return [...last.values()];
}
