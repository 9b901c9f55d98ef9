import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send } from './client.ts';
import type { Page } from './types.ts';

/** What everybody may do with the own account. */
export interface OwnSession {
  id: string;
  account: string;
  address?: string;
  createdAt: string;
  lastSeenAt: string;
  current: boolean;
}

export interface Enrolment {
  secret: string;
  /** Content of the QR code for the authenticator. */
  uri: string;
}

export const useChangePassword = () =>
  useMutation({
    mutationFn: (body: { current: string; next: string }) =>
      send('/api/me/password', { method: 'POST', body }),
  });

export const useEnrolSecondFactor = () =>
  useMutation({ mutationFn: () => send<Enrolment>('/api/me/second-factor', { method: 'POST', body: {} }) });

export const useConfirmSecondFactor = () =>
  useMutation({
    mutationFn: (code: string) =>
      send('/api/me/second-factor/confirmation', { method: 'POST', body: { code } }),
  });

export function useOwnSessions(accountId: string) {
  return useQuery({
    queryKey: ['own-sessions', accountId],
    queryFn: ({ signal }) => get<Page<OwnSession>>('/api/sessions', { account: accountId }, signal),
    select: (answer) => answer.items,
  });
}

export function useEndSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => send(`/api/sessions/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['own-sessions'] }),
  });
}
