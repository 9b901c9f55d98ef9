import { setImmediate as turn } from 'node:timers/promises';
import type { Cipher } from '@hengchan/platform';
import type { EntryRequest } from '@hengchan/register';
import { makeCertificateNumber } from '@hengchan/standards';
import type { OfficeCity } from '../city/city.ts';
import { dateOf } from '../city/days.ts';
import type { PlannedEvent } from '../city/events.ts';
import { type Chronicle, issuedBy } from './chronicle.ts';
import { effectOf } from './effect-of.ts';
import { makeSealer } from './sealer.ts';

/** Numbers of one office's entries, by event. */
export interface Numbering {
  caseNo(unit: number, ordinal: number, event: PlannedEvent): string;
  /** Undefined when the event issues none. */
  certificate(unit: number, ordinal: number, event: PlannedEvent): string | undefined;
}

export function numberingOf({ site }: OfficeCity, chronicle: Chronicle): Numbering {
  return {
    caseNo: (unit, ordinal, event) => {
      const day = dateOf(event.at).replaceAll('-', '');
      return `${site.code}${day}${String(chronicle.caseOf(unit, ordinal)).padStart(6, '0')}`;
    },
    certificate: (unit, ordinal, event) => {
      const kind = issuedBy(event.type);
      if (kind === undefined) return undefined;
      const { province, place } = site;
      const year = Number(dateOf(event.at).slice(0, 4));
      return makeCertificateNumber({
        province,
        place,
        kind,
        year,
        sequence: chronicle.certificateOf(unit, ordinal),
      });
    },
  };
}

/** Requests made before the database gets a turn: they are made while a page is being written. */
const atATime = 50;

/** Entries of an office in their order, the first one being number `from`. */
export async function* requestsFrom(
  office: OfficeCity,
  chronicle: Chronicle,
  numbering: Numbering,
  parts: { readonly cipher: Cipher; readonly registrars: readonly string[]; readonly from: number },
): AsyncGenerator<EntryRequest> {
  const seal = makeSealer(parts.cipher);
  for (let entry = parts.from; entry <= chronicle.events; entry++) {
    if (entry % atATime === 0) await turn();
    const unit = chronicle.unitAt(entry);
    const ordinal = chronicle.ordinalAt(entry);
    const { facts, events } = office.unit(unit);
    const event = events[ordinal];
    if (!event) throw new Error(`entry ${entry} has no event`);
    yield {
      caseNo: numbering.caseNo(unit, ordinal, event),
      business: event.business,
      registrar: parts.registrars[entry % parts.registrars.length] ?? '',
      mode: 'manual',
      now: new Date(event.at),
      effect: effectOf(event, {
        facts,
        seal,
        certificate: numbering.certificate(unit, ordinal, event),
        rightOf: (earlier) => `${chronicle.entryOf(unit, earlier)}-1`,
      }),
    };
  }
}
