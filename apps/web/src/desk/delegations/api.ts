import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../../api/client.ts';
import { useIdempotency } from '../../api/idempotency.ts';

export interface Delegation {
  id: string;
  by: { account: string; name: string };
  to: { account: string; name: string };
  from: string;
  until: string;
  roles: { role: string; title: string }[];
  reason: string;
  status: 'planned' | 'running' | 'over' | 'revoked';
  statusTitle: string;
  createdAt: string;
  revokedAt?: string;
}

export interface Candidate {
  account: string;
  name: string;
  roles: { role: string; title: string }[];
}

export interface NewDelegation {
  to: string;
  from: string;
  until: string;
  roles?: string[];
  reason: string;
}

/** One's own, given and taken; with an office, all of those who work there. */
export function useDelegations(office: string | undefined) {
  return useQuery({
    queryKey: ['delegations', office ?? 'own'],
    queryFn: ({ signal }) =>
      get<{ items: Delegation[] }>('/api/delegations', office ? { office } : undefined, signal),
    select: (answer) => answer.items,
  });
}

export function useCandidates() {
  return useQuery({
    queryKey: ['delegations', 'candidates'],
    queryFn: ({ signal }) => get<{ items: Candidate[] }>('/api/delegations/candidates', undefined, signal),
    select: (answer) => answer.items,
  });
}

export function useDelegate() {
  const once = useIdempotency();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewDelegation) =>
      once(body, (key) => send<Delegation>('/api/delegations', { method: 'POST', body, key })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['delegations'] }),
  });
}

export function useRevokeDelegation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => send(`/api/delegations/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['delegations'] });
      void client.invalidateQueries({ queryKey: ['tasks'] });
    },
  });
}
