import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  EntryVersionView,
  EntryView,
  PushedView,
  WriteEntry,
} from '../../../../../services/knowledge/schema.ts';
import { get, send } from '../../api/client.ts';
import type { Page } from '../../api/types.ts';

export type { EntryVersionView, EntryView, PushedView, WriteEntry };

export interface EntryQuery {
  q?: string;
  kind?: string;
  state?: string;
  business?: string;
  verified?: boolean;
  cursor?: string;
  limit?: number;
}

export function useEntries(query: EntryQuery) {
  return useQuery({
    queryKey: ['knowledge', query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => get<Page<EntryView>>('/api/knowledge', { ...query }, signal),
  });
}

export function useEntry(id: string) {
  return useQuery({
    queryKey: ['knowledge', id],
    queryFn: ({ signal }) => get<EntryView>(`/api/knowledge/${id}`, undefined, signal),
  });
}

export function useEntryVersions(id: string) {
  return useQuery({
    queryKey: ['knowledge', id, 'versions'],
    queryFn: ({ signal }) => get<Page<EntryVersionView>>(`/api/knowledge/${id}/versions`, undefined, signal),
    select: (answer) => answer.items,
  });
}

export interface Written {
  /** The entry that is rewritten; none for a new one. */
  entry?: EntryView | undefined;
  body: WriteEntry;
}

/** Writes a new entry or rewrites one, the version the person saw being still the newest. */
export function useWriteEntry() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ entry, body }: Written) =>
      entry
        ? send<EntryView>(`/api/knowledge/${entry.id}`, { method: 'PUT', body, version: entry.version })
        : send<EntryView>('/api/knowledge', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['knowledge'] }),
  });
}

export function useRetireEntry() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ entry, ...body }: { entry: EntryView; state: EntryView['state']; reason: string }) =>
      send<EntryView>(`/api/knowledge/${entry.id}/state`, { method: 'PUT', body, version: entry.version }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['knowledge'] }),
  });
}

/** What is worth knowing beside a case. */
export function useCaseKnowledge(caseNo: string, enabled: boolean) {
  return useQuery({
    queryKey: ['cases', 'one', caseNo, 'knowledge'],
    enabled,
    queryFn: ({ signal }) =>
      get<Page<PushedView>>(`/api/cases/${encodeURIComponent(caseNo)}/knowledge`, undefined, signal),
    select: (answer) => answer.items,
  });
}

interface DictionaryEntry {
  code: string;
  name: string;
}

export function useDictionary(name: 'DJLX' | 'QLLX') {
  return useQuery({
    queryKey: ['dictionaries', name],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) =>
      get<{ entries: DictionaryEntry[] }>(`/api/dictionaries/${name}`, undefined, signal),
    select: (answer) => answer.entries,
  });
}
