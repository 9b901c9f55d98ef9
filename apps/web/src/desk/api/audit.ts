import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { get } from '../../api/client.ts';
import type { Page } from '../../api/types.ts';

export interface AuditLine {
  id: string;
  office: string;
  at: string;
  actor: string;
  login: string;
  action: string;
  subject: string;
  detail: unknown;
  hash?: string;
}

export interface AuditQuery {
  action?: string;
  login?: string;
  subject?: string;
  from?: string;
  until?: string;
  cursor?: string;
  limit?: number;
}

export function useAudit(query: AuditQuery) {
  return useQuery({
    queryKey: ['audit', query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => get<Page<AuditLine>>('/api/audit', { ...query }, signal),
  });
}

export interface AuditVerification {
  valid: boolean;
  checked?: number;
  from?: string;
  to?: string;
  broken?: { office?: string; sequence?: number; reason: string }[];
}

/** The whole chain recomputed by the server, only when asked: it reads every line. */
export function useAuditVerification() {
  return useMutation({
    mutationFn: () => get<AuditVerification>('/api/audit/verification'),
  });
}
