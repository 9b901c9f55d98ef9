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

/** A secret to load into an authenticator; it counts once a code made with it was seen. */
export interface Enrolment {
  secret: string;
  uri: string;
}

export function useEnrolSecondFactor() {
  return useMutation({
    mutationFn: () => send<Enrolment>('/api/me/second-factor', { method: 'POST' }),
  });
}

export function useConfirmSecondFactor() {
  return useMutation({
    mutationFn: (code: string) =>
      send('/api/me/second-factor/confirmation', { method: 'POST', body: { code } }),
  });
}

export function useChangePassword() {
  return useMutation({
    mutationFn: (passwords: { current: string; next: string }) =>
      send('/api/me/password', { method: 'POST', body: passwords }),
  });
}
