import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send, upload } from './client.ts';
import { useIdempotency } from './idempotency.ts';
import type {
  ActInput,
  CaseSummary,
  CaseView,
  FindingView,
  OpenCaseInput,
  Page,
  PartyInput,
} from './types.ts';

export interface CaseQuery {
  q?: string;
  status?: string;
  business?: string;
  mine?: boolean;
  /** Only those in which it is one's own turn. */
  turn?: boolean;
  cursor?: string;
  limit?: number;
}

export interface CaseEvent {
  at: string;
  actor: string;
  actorKind: string;
  /** The colleague it was done for, 代. */
  for?: string;
  action: string;
  title: string;
  step?: string;
  comment?: string;
  /** What was filled in with the action, where it concerns the reader: the list of a supplement. */
  data?: { items?: string[]; newFacts?: string };
}

export const casePath = (caseNo: string): string => `/api/cases/${encodeURIComponent(caseNo)}`;

export const caseFilePath = (caseNo: string, fileId: string): string =>
  `${casePath(caseNo)}/files/${encodeURIComponent(fileId)}`;

const caseKey = (caseNo: string) => ['cases', 'one', caseNo] as const;

export function useCases(query: CaseQuery, enabled = true) {
  return useQuery({
    queryKey: ['cases', 'list', query],
    enabled,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => get<Page<CaseSummary>>('/api/cases', { ...query }, signal),
  });
}

/** `refetchEvery`: milliseconds, while the page waits for somebody else. */
export function useCase(caseNo: string, refetchEvery?: (view: CaseView | undefined) => number | false) {
  return useQuery({
    queryKey: caseKey(caseNo),
    queryFn: ({ signal }) => get<CaseView>(casePath(caseNo), undefined, signal),
    refetchInterval: ({ state }) => refetchEvery?.(state.data) ?? false,
  });
}

export function useFindings(caseNo: string, enabled = true) {
  return useQuery({
    queryKey: [...caseKey(caseNo), 'findings'],
    enabled,
    queryFn: ({ signal }) => get<Page<FindingView>>(`${casePath(caseNo)}/findings`, undefined, signal),
    select: (answer) => answer.items,
  });
}

export function useCaseHistory(caseNo: string, enabled = true) {
  return useQuery({
    queryKey: [...caseKey(caseNo), 'history'],
    enabled,
    queryFn: ({ signal }) => get<Page<CaseEvent>>(`${casePath(caseNo)}/history`, undefined, signal),
    select: (answer) => answer.items,
  });
}

/** Takes an answer that is the case as the newest known, and has everything derived from it asked again. */
function useCaseChanged() {
  const client = useQueryClient();
  return async (view: CaseView | undefined, caseNo?: string) => {
    const number = view?.caseNo ?? caseNo;
    if (view?.caseNo) client.setQueryData(caseKey(view.caseNo), view);
    if (number) {
      await client.invalidateQueries({ queryKey: caseKey(number), refetchType: 'active' });
    }
    void client.invalidateQueries({ queryKey: ['cases', 'list'] });
    void client.invalidateQueries({ queryKey: ['tasks'] });
  };
}

export function useOpenCase() {
  const once = useIdempotency();
  const changed = useCaseChanged();
  return useMutation({
    mutationFn: (input: OpenCaseInput) =>
      once(input, (key) => send<CaseView>('/api/cases', { method: 'POST', body: input, key })),
    onSuccess: (view) => changed(view),
  });
}

export interface CaseChange {
  form?: Record<string, unknown>;
  parties?: PartyInput[];
  version: number;
}

export function useChangeCase(caseNo: string) {
  const changed = useCaseChanged();
  return useMutation({
    mutationFn: ({ version, ...body }: CaseChange) =>
      send<CaseView>(casePath(caseNo), { method: 'PATCH', body, version }),
    onSuccess: (view) => changed(view, caseNo),
  });
}

/** One step of a case. `version` is the case as the person saw it: somebody else's change since answers 412. */
export function useAct(caseNo: string) {
  const once = useIdempotency();
  const changed = useCaseChanged();
  return useMutation({
    mutationFn: ({ version, ...body }: ActInput & { version: number }) =>
      once({ body, version }, (key) =>
        send<CaseView>(`${casePath(caseNo)}/actions`, { method: 'POST', body, key, version }),
      ),
    onSuccess: (view) => changed(view, caseNo),
    // Not waited for: reading again fails as slowly as sending did, and the person is to be told now.
    onError: () => void changed(undefined, caseNo),
  });
}

export interface MaterialUpload {
  material: string;
  file: File;
  /** Id of the file this one takes the place of. */
  replace?: string;
  onProgress?: (done: number) => void;
}

export function useUploadMaterial(caseNo: string) {
  const changed = useCaseChanged();
  return useMutation({
    mutationFn: ({ material, file, replace, onProgress }: MaterialUpload) =>
      upload<CaseView>(`${casePath(caseNo)}/materials/${encodeURIComponent(material)}`, file, {
        ...(replace && { query: { replace } }),
        ...(onProgress && { onProgress }),
      }),
    onSuccess: (view) => changed(view, caseNo),
  });
}

export function useRemoveFile(caseNo: string) {
  const changed = useCaseChanged();
  return useMutation({
    mutationFn: ({ material, file }: { material: string; file: string }) =>
      send<CaseView | undefined>(
        `${casePath(caseNo)}/materials/${encodeURIComponent(material)}/files/${encodeURIComponent(file)}`,
        { method: 'DELETE' },
      ),
    onSuccess: (view) => changed(view, caseNo),
  });
}
