import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { get } from '../../api/client.ts';
import { unitPath } from '../../api/register.ts';
import type { Page, UnitSummary } from '../../api/types.ts';

export interface DeskUnitQuery {
  q?: string;
  certificate?: string;
  /** Identity number of a holder. */
  holder?: string;
  office?: string;
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

/** The printed page; staff say why they take one, and it stands on the page and in the audit log. */
export function sheetPath(code: string, purpose: string, asOf: string | undefined): string {
  return `${unitPath(code)}/sheet?${new URLSearchParams({ purpose, ...(asOf && { asOf }) })}`;
}

/** The bundle that proves an entry without trust in this server. */
export const proofPath = (office: string, number: number): string =>
  `/api/register/entries/${encodeURIComponent(office)}/${number}/proof`;
