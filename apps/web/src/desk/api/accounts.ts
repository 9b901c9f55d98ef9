import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../../api/client.ts';
import { useIdempotency } from '../../api/idempotency.ts';
import type { Page } from '../../api/types.ts';

export type AccountKind = 'person' | 'organisation' | 'staff';

export interface AccountGrant {
  id: string;
  role: string;
  office: string;
  purpose: string;
  expiresAt?: string;
}

export interface AccountSummary {
  id: string;
  login: string;
  name: string;
  kind: AccountKind;
  idType?: string;
  idNumber?: string;
  organisation?: { id: string; name: string; kind: string; businesses: string[] };
  grants: AccountGrant[];
  status: 'enabled' | 'disabled';
  locked: boolean;
  secondFactor: boolean;
  backgroundChecked: boolean;
  createdAt: string;
}

export interface AccountQuery {
  q?: string;
  kind?: string;
  role?: string;
  office?: string;
  status?: string;
  cursor?: string;
}

export interface NewAccount {
  login: string;
  password: string;
  name: string;
  kind: AccountKind;
  idType?: string;
  idNumber?: string;
  backgroundChecked?: boolean;
  passwordExpired?: boolean;
}

export interface NewGrant {
  role: string;
  office: string;
  purpose: string;
  expiresAt?: string;
}

const accountPath = (id: string): string => `/api/accounts/${encodeURIComponent(id)}`;

export function useAccounts(query: AccountQuery, enabled = true) {
  return useQuery({
    queryKey: ['accounts', 'list', query],
    enabled,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => get<Page<AccountSummary>>('/api/accounts', { ...query }, signal),
  });
}

export function useAccount(id: string) {
  return useQuery({
    queryKey: ['accounts', 'one', id],
    queryFn: ({ signal }) => get<AccountSummary>(accountPath(id), undefined, signal),
  });
}

function useAccountsChanged() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['accounts'] });
}

export function useCreateAccount() {
  const once = useIdempotency();
  const changed = useAccountsChanged();
  return useMutation({
    mutationFn: (account: NewAccount) =>
      once(account, (key) => send<{ id: string }>('/api/accounts', { method: 'POST', body: account, key })),
    onSuccess: changed,
  });
}

export interface AccountChange {
  name?: string;
  status?: 'enabled' | 'disabled';
  backgroundChecked?: boolean;
}

export function useChangeAccount(id: string) {
  const changed = useAccountsChanged();
  return useMutation({
    mutationFn: (change: AccountChange) => send(accountPath(id), { method: 'PATCH', body: change }),
    onSettled: changed,
  });
}

/** Locking, unlocking and starting the second factor afresh. */
export type AccountAct = 'lock' | 'unlock' | 'second-factor-reset';

export function useAccountAct(id: string) {
  const changed = useAccountsChanged();
  return useMutation({
    mutationFn: (act: AccountAct) => send(`${accountPath(id)}/${act}`, { method: 'POST' }),
    onSettled: changed,
  });
}

export function useGrantRole(id: string) {
  const once = useIdempotency();
  const changed = useAccountsChanged();
  return useMutation({
    mutationFn: (grant: NewGrant) =>
      once(grant, (key) => send(`${accountPath(id)}/grants`, { method: 'POST', body: grant, key })),
    onSettled: changed,
  });
}

export function useRevokeRole(id: string) {
  const changed = useAccountsChanged();
  return useMutation({
    mutationFn: (grant: string) =>
      send(`${accountPath(id)}/grants/${encodeURIComponent(grant)}`, { method: 'DELETE' }),
    onSettled: changed,
  });
}

export interface RoleSummary {
  code: string;
  title: string;
  grantable: boolean;
  permissions: { code: string; title: string }[];
  hides: { resource: string; field: string }[];
}

export function useRoles() {
  return useQuery({
    queryKey: ['roles'],
    staleTime: 600_000,
    queryFn: ({ signal }) => get<{ items: RoleSummary[] }>('/api/roles', undefined, signal),
    select: (answer) => answer.items,
  });
}

/** A password that works once; shown once, never stored. */
export function useResetPassword(id: string) {
  return useMutation({
    mutationFn: () =>
      send<{ temporaryPassword: string }>(`${accountPath(id)}/password-reset`, { method: 'POST' }),
  });
}
