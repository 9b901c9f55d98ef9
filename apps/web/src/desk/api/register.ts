import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { get } from '../../api/client.ts';
import { findSurveyed, unitPath } from '../../api/register.ts';
import type { EndedRightView, Page, UnitComparison, UnitSummary } from '../../api/types.ts';

export interface DeskUnitQuery {
  q?: string;
  certificate?: string;
  /** Identity number of a holder. */
  holder?: string;
  office?: string;
  /** How the unit stands: clear, mortgaged, seized … */
  standing?: string;
  /** What it is: house, land … */
  kind?: string;
  /** Why a person is looked for: kept with the search, as the law on personal data asks. */
  purpose?: string;
  cursor?: string;
}

/** Units by place, code, certificate or holder. */
export function useDeskUnits(query: DeskUnitQuery, enabled: boolean) {
  return useQuery({
    queryKey: ['units', 'desk', query],
    enabled,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => get<Page<UnitSummary>>('/api/register/units', { ...query }, signal),
  });
}

/** Units the survey describes, by unit or parcel code, or by place within the office. */
export function useSurveyedUnits(q: string, office: string, enabled: boolean) {
  return useQuery({
    queryKey: ['units', 'surveyed', q, office],
    enabled,
    queryFn: ({ signal }) => findSurveyed(q, office || undefined, signal),
    select: (answer) => answer.items,
  });
}

/** What was once registered on a unit, page after page. */
export function useEndedRights(code: string) {
  return useInfiniteQuery({
    queryKey: ['units', 'ended', code],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      get<Page<EndedRightView>>(`${unitPath(code)}/ended-rights`, { cursor: pageParam, limit: 10 }, signal),
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** Common parts of the building owners on the unit's parcel. */
export function useCommonParts(code: string, enabled: boolean) {
  return useQuery({
    queryKey: ['units', 'common-parts', code],
    enabled,
    queryFn: ({ signal }) =>
      get<Page<{ code: string; formatted: string; location: string }>>(
        `${unitPath(code)}/common-parts`,
        undefined,
        signal,
      ),
    select: (answer) => answer.items,
  });
}

/** A unit at two moments; to now when the later is left out. */
export function useUnitComparison(code: string, from: string | undefined, to: string | undefined) {
  return useQuery({
    queryKey: ['units', 'comparison', code, from, to],
    enabled: from !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => get<UnitComparison>(`${unitPath(code)}/comparison`, { from, to }, signal),
  });
}

/** The printed page; staff say why they take one, and it stands on the page and in the audit log. */
export function sheetPath(code: string, purpose: string, asOf: string | undefined): string {
  return `${unitPath(code)}/sheet?${new URLSearchParams({ purpose, ...(asOf && { asOf }) })}`;
}

/** The bundle that proves an entry without trust in this server. */
export const proofPath = (office: string, number: number): string =>
  `/api/register/entries/${encodeURIComponent(office)}/${number}/proof`;
