import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../../api/client.ts';

/** One of the room's answers, read again whenever anything in the room was done. */
export function useSecurity<T>(path: string, query?: Record<string, string | number | boolean | undefined>) {
  return useQuery({
    queryKey: ['security', path, query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => get<T>(`/api/security/${path}`, query, signal),
  });
}

export interface Act {
  path: string;
  method?: 'POST' | 'PUT';
  body?: unknown;
  /** The version the person saw. */
  version?: number;
}

/** Does something in the room; everything read before is read anew. */
export function useAct<T = { id?: string }>() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, method = 'POST', body, version }: Act) =>
      send<T>(`/api/security/${path}`, {
        method,
        ...(body !== undefined && { body }),
        ...(version !== undefined && { version }),
      }),
    onSettled: () => client.invalidateQueries({ queryKey: ['security'] }),
  });
}

export interface Items<T> {
  items: T[];
  nextCursor?: string;
}

export interface ControlView {
  row: string;
  title: string;
  standing: 'holds' | 'organisational' | 'partial' | 'missing';
  claim: string;
  gap?: string;
  evidence: { kind: string; target: string }[];
  nextReviewOn: string;
  reviewDue: boolean;
  review?: { at: string; by: string; outcome: 'confirmed' | 'deviating'; note: string };
}

export interface ApprovalView {
  id: string;
  operation: string;
  operationTitle: string;
  subject: string;
  purpose: string;
  scope: string;
  recipient?: string;
  rowLimit?: number;
  validUntil: string;
  state: 'waiting' | 'in-force' | 'refused' | 'withdrawn' | 'expired';
  requestedBy: string;
  requestedById: string;
  decidedBy?: string;
  decisionNote?: string;
  withdrawnBy?: string;
}

export interface ExportView {
  id: string;
  disposition: string;
  dispositionTitle: string;
  purpose: string;
  recipient?: string;
  status: 'waiting' | 'running' | 'done' | 'failed' | 'expired';
  tablesTotal: number;
  tablesDone: number;
  rowsDone: number;
  failure?: string;
  manifestHash?: string;
  requestedBy: string;
  requestedById: string;
  keepUntil: string;
  verifiedAt?: string;
}

export interface IssueView {
  id: string;
  kindTitle: string;
  severityTitle: string;
  title: string;
  description: string;
  source: string;
  status: 'open' | 'review' | 'closed';
  dueAt: string;
  overdue: boolean;
  reportOverdue: boolean;
  reportDueAt?: string;
  reportedAt?: string;
  reportedTo?: string;
  measures?: string;
}

export interface StopView {
  id: string;
  kind: 'route' | 'permission';
  target: string;
  message: string;
  reason: string;
  stoppedAt: string;
  stoppedBy: string;
  resumedAt?: string;
  resumedBy?: string;
}

export interface NoticeView {
  id: string;
  text: string;
  createdAt: string;
  handledAt?: string;
  handledBy?: string;
  handling?: string;
}
