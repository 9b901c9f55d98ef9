import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { get } from './client.ts';
import type { Page, UnitEvent, UnitSummary, UnitView } from './types.ts';

export const unitPath = (code: string): string => `/api/register/units/${encodeURIComponent(code)}`;

/** The sheet of a unit, now or as it was at a moment. */
export function useUnit(code: string | undefined, asOf?: string) {
  return useQuery({
    queryKey: ['units', 'one', code, asOf],
    enabled: code !== undefined && code !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => get<UnitView>(unitPath(code ?? ''), asOf ? { asOf } : undefined, signal),
  });
}

export function useUnitHistory(code: string | undefined) {
  return useQuery({
    queryKey: ['units', 'history', code],
    enabled: code !== undefined && code !== '',
    queryFn: ({ signal }) => get<Page<UnitEvent>>(`${unitPath(code ?? '')}/history`, undefined, signal),
    select: (answer) => answer.items,
  });
}

/** Own properties of the person or organisation signed in. */
export function useMyUnits(enabled = true) {
  return useQuery({
    queryKey: ['units', 'mine'],
    enabled,
    queryFn: ({ signal }) => get<Page<UnitSummary>>('/api/my/units', undefined, signal),
    select: (answer) => answer.items,
  });
}

/** A unit as the cadastral survey describes it. */
export interface SurveyedUnit {
  code: string;
  office: string;
  kind: string;
  location: string;
  area: string;
  /** The register has a page on it already. */
  registered: boolean;
}

/** By unit or parcel code; staff also by place within their office. */
export const findSurveyed = (q: string, office?: string, signal?: AbortSignal) =>
  get<{ items: SurveyedUnit[] }>('/api/surveyed-units', { q, office }, signal);

export const entryProofPath = (office: string, number: number): string =>
  `/api/register/entries/${encodeURIComponent(office)}/${number}/proof`;
