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
  /** Its place in the chain of its office; absent until it is sealed, seconds later. */
  sequence?: number;
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
  checked: number;
  waiting: number;
  broken: { office: string; sequence?: number; auditId: string; reason: string }[];
  heads: { office: string; sequence: number; hash: string }[];
}

/** The whole chain recomputed by the server, only when asked: it reads every line. */
export function useAuditVerification() {
  return useMutation({
    mutationFn: () => get<AuditVerification>('/api/audit/verification'),
  });
}

/** What to take out; `approval` is the number of the consent to more than anybody may take alone. */
export type AuditExport = Omit<AuditQuery, 'cursor' | 'limit'> & { approval?: string };

/** Everything that fits the conditions as a file, marked with who took it. */
export function auditExportPath(query: AuditExport): string {
  const filled = Object.entries(query).filter(([, value]) => value);
  return `/api/audit/export?${new URLSearchParams(filled)}`;
}
