import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  AffectedParcelView,
  DifferenceView,
  EditionDetail,
  EditionView,
  FeatureCollection,
} from '../../../../../services/cadastre/schema.ts';
import { get, send, upload } from '../../api/client.ts';
import type { Page } from '../../api/types.ts';

export type { AffectedParcelView, DifferenceView, EditionDetail, EditionView, FeatureCollection };
export type Act = EditionDetail['may'][number];

/** West, south, east, north in degrees. */
export type Box = readonly number[];

export interface EditionKey {
  office: string;
  number: number;
}

const root = '/api/district-editions';
const pathOf = ({ office, number }: EditionKey) => `${root}/${office}/${number}`;

/** Editions newest first, read again by itself: a colleague may confirm meanwhile. */
export function useEditions(query: { office?: string; state?: string; cursor?: string }) {
  return useQuery({
    queryKey: ['district-editions', query],
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
    queryFn: ({ signal }) => get<Page<EditionView>>(root, { ...query }, signal),
  });
}

export function useEdition(key: EditionKey) {
  return useQuery({
    queryKey: ['district-editions', key.office, key.number],
    refetchInterval: 30_000,
    queryFn: ({ signal }) => get<EditionDetail>(pathOf(key), undefined, signal),
  });
}

export function useDifferences(key: EditionKey, version: number, cursor: string | undefined) {
  return useQuery({
    queryKey: ['district-editions', key.office, key.number, 'differences', version, cursor],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      get<Page<DifferenceView>>(`${pathOf(key)}/differences`, { cursor, limit: 12 }, signal),
  });
}

export function useAffectedParcels(
  key: EditionKey,
  version: number,
  district: string | undefined,
  cursor: string | undefined,
) {
  return useQuery({
    queryKey: ['district-editions', key.office, key.number, 'parcels', version, district, cursor],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      get<Page<AffectedParcelView>>(`${pathOf(key)}/parcels`, { district, cursor, limit: 10 }, signal),
  });
}

/** Shapes of one edition; they never change. */
export function useFeatures(key: EditionKey | undefined) {
  return useQuery({
    queryKey: ['district-features', key?.office, key?.number],
    enabled: key !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) =>
      get<FeatureCollection>(`${pathOf(key as EditionKey)}/features`, undefined, signal),
  });
}

export function useOverlay(key: EditionKey, version: number) {
  return useQuery({
    queryKey: ['district-editions', key.office, key.number, 'overlay', version],
    queryFn: ({ signal }) => get<FeatureCollection>(`${pathOf(key)}/overlay`, undefined, signal),
  });
}

function useChange<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: ['district-editions'] }),
  });
}

export interface NewEdition {
  office: string;
  title: string;
  reason: string;
  file: File;
  onProgress: (done: number) => void;
}

export const useImport = () =>
  useChange(({ file, onProgress, ...query }: NewEdition) =>
    upload<EditionDetail>(root, file, { method: 'POST', query, onProgress }),
  );

export const useAct = (key: EditionKey) =>
  useChange(({ version, ...body }: { act: Act; reason: string; version: number }) =>
    send<EditionDetail>(`${pathOf(key)}/acts`, { method: 'POST', body, version }),
  );

export const useRestore = (key: EditionKey) =>
  useChange((reason: string) =>
    send<EditionDetail>(`${pathOf(key)}/restoration`, { method: 'POST', body: { reason } }),
  );

/** Where a table or file of an edition is taken from. */
export function takenFrom(
  key: EditionKey,
  part: 'file' | 'differences' | 'parcels',
  query: Record<string, string | undefined>,
) {
  const asked = new URLSearchParams(part === 'file' ? {} : { format: 'csv' });
  for (const [name, value] of Object.entries(query)) if (value) asked.set(name, value);
  return `${pathOf(key)}/${part}?${asked}`;
}
