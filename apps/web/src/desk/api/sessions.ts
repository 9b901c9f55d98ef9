import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../../api/client.ts';
import type { Page } from '../../api/types.ts';

export interface SessionSummary {
  id: string;
  account: string;
  login: string;
  address?: string;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
  current: boolean;
}

export function useSessions(query: { account?: string; cursor?: string }) {
  return useQuery({
    queryKey: ['sessions', query],
    queryFn: ({ signal }) => get<Page<SessionSummary>>('/api/sessions', { ...query }, signal),
  });
}

export function useEndSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => send(`/api/sessions/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['sessions'] }),
  });
}
