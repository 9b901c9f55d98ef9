import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  NoticeSummaryView,
  NoticeView,
  ObjectionView,
} from '../../../../services/registration/notices/schema.ts';
import { get, send, upload } from './client.ts';
import { useIdempotency } from './idempotency.ts';
import type { Citation, Page } from './types.ts';

export type { NoticeSummaryView, NoticeView, ObjectionView };

export interface NoticeKindGuide {
  kind: string;
  title: string;
  law: Citation;
  days: number;
  unit: string;
  /** Law gives the days: an office may announce for longer, never for less. */
  least: boolean;
}

export interface NoticeQuery {
  office?: string;
  kind?: string;
  status?: string;
  q?: string;
  cursor?: string;
  limit?: number;
}

export type OwnObjection = ObjectionView & { notice: NoticeSummaryView };

const noticePath = (no: string): string => `/api/public/notices/${encodeURIComponent(no)}`;

export const objectionFilePath = (objection: string, file: string): string =>
  `/api/notice-objections/${encodeURIComponent(objection)}/files/${encodeURIComponent(file)}`;

/** What the registry answered to an objection, once it is decided. */
export const objectionReplyPath = (objection: string): string =>
  `/api/notice-objections/${encodeURIComponent(objection)}/reply`;

export function useNoticeKinds() {
  return useQuery({
    queryKey: ['public-notices', 'kinds'],
    staleTime: 3_600_000,
    queryFn: ({ signal }) =>
      send<{ items: NoticeKindGuide[] }>('/api/public/notice-kinds', { anonymous: true, signal }),
    select: (answer) => answer.items,
  });
}

export function useNotices(query: NoticeQuery) {
  return useQuery({
    queryKey: ['public-notices', 'list', query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      send<Page<NoticeSummaryView>>('/api/public/notices', { query: { ...query }, anonymous: true, signal }),
  });
}

export function useNotice(no: string) {
  return useQuery({
    queryKey: ['public-notices', 'one', no],
    retry: false,
    queryFn: ({ signal }) => send<NoticeView>(noticePath(no), { anonymous: true, signal }),
  });
}

export function useMyObjections(enabled: boolean) {
  return useQuery({
    queryKey: ['my-objections'],
    enabled,
    queryFn: ({ signal }) => get<{ items: OwnObjection[] }>('/api/my/notice-objections', undefined, signal),
    select: (answer) => answer.items,
  });
}

export interface NewObjection {
  reason: string;
  idNumber: string;
  relation?: string;
}

export function useObject(no: string) {
  const once = useIdempotency();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewObjection) =>
      once(body, (key) => send<ObjectionView>(`${noticePath(no)}/objections`, { method: 'POST', body, key })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['my-objections'] }),
  });
}

/** Adds a paper to one's own objection while it is not decided. */
export function useAddObjectionFile(no: string, objection: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ file, onProgress }: { file: File; onProgress: (done: number) => void }) =>
      upload<ObjectionView>(`${noticePath(no)}/objections/${encodeURIComponent(objection)}/files`, file, {
        onProgress,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['my-objections'] }),
  });
}
