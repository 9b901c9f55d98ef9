import type { BusinessDefinition, Place, ProcessList } from '@hengchan/casework';
import { law } from '@hengchan/registration';

/**
 * One business at one entrance: where it stands in the lists, and how it is named there. Everything else comes from its family, so that
 * the same business has one form, one list of materials and one set of rules wherever it is applied for (ONL-WEB-04).
 */
export interface Listing {
  code: string;
  name: string;
  place?: Place;
  /** Who may start it, where the list does not say so: businesses in no list, and those offered at more entrances than their list's own. */
  entrances?: BusinessDefinition['entrances'];
}

/** What a family says itself; who may start it, where, and by which name comes from the listing. */
export type FamilyPart = Omit<
  BusinessDefinition,
  'code' | 'version' | 'effectiveFrom' | 'name' | 'place' | 'entrances' | 'channels' | 'limit'
> &
  Partial<Pick<BusinessDefinition, 'limit' | 'version' | 'effectiveFrom'>>;

const entrancesOf: Record<ProcessList, BusinessDefinition['entrances']> = {
  HCD: ['person', 'company', 'developer', 'counter'],
  BNK: ['bank'],
  DEV: ['developer'],
  ENT: ['company'],
  PER: ['person'],
  SEP: ['counter'],
  TAX: ['counter'],
};

/** 常见承诺: five working days and thirty at most in law (条例 20); families say where they promise less. */
export const promised = (workingDays: number): BusinessDefinition['limit'] => ({
  workingDays,
  warningDays: 1,
  statutoryWorkingDays: 30,
  citation: law.timeLimit,
});

/** The definition of a family's business at an entrance. Counter lists are accepted by one person and decided by another (ONL-WEB-05). */
export function listed(listing: Listing, part: FamilyPart): BusinessDefinition {
  const entrances = listing.entrances ?? (listing.place ? entrancesOf[listing.place.list] : []);
  const atCounter = entrances.includes('counter');
  const online = entrances.some((entrance) => entrance !== 'counter');
  return {
    version: 1,
    effectiveFrom: '2026-01-01',
    limit: promised(5),
    ...part,
    code: listing.code,
    name: listing.name,
    ...(listing.place ? { place: listing.place } : {}),
    entrances,
    channels: [...(online ? (['online'] as const) : []), ...(atCounter ? (['counter'] as const) : [])],
  };
}

/** A row of a list: number, group, code, name, the family it belongs to, and its entrances where they are more than the list's. */
export type Row = readonly [
  number: number,
  group: Place['group'],
  code: string,
  name: string,
  family: (listing: Listing) => BusinessDefinition,
  entrances?: BusinessDefinition['entrances'],
];

/** The definitions of one list of processes. */
export const listOf = (list: ProcessList, rows: readonly Row[]): BusinessDefinition[] =>
  rows.map(([number, group, code, name, family, entrances]) =>
    family({ code, name, place: { list, number, group }, ...(entrances ? { entrances } : {}) }),
  );
