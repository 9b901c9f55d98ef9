import { useQuery } from '@tanstack/react-query';
import type { CurrentSession, User } from '../../../../services/accounts/schema.ts';
import { send } from './client.ts';
import { ApiProblem } from './problem.ts';

export type SessionUser = User;
export type Grant = User['grants'][number];
export type { CurrentSession };

export interface SignIn {
  account: string;
  password: string;
  /** Six digits of the authenticator, when the server asks for them. */
  code?: string;
}

export interface DemoAccount {
  account: string;
  password: string;
  name: string;
  kind: string;
  roles: { role: string; title: string; office: string }[];
  organisation?: { name: string };
}

/** The session of this browser, or undefined for nobody. */
export async function readSession(): Promise<CurrentSession | undefined> {
  try {
    return await send<CurrentSession>('/api/sessions/current', { anonymous: true });
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return undefined;
    throw error;
  }
}

export function openSession(input: SignIn): Promise<unknown> {
  return send('/api/sessions', { method: 'POST', body: input, anonymous: true });
}

export function closeSession(): Promise<unknown> {
  return send('/api/sessions/current', { method: 'DELETE', anonymous: true });
}

/** Accounts anybody may try. Empty where the system is in real use: the server then knows no such address. */
export function useDemoAccounts() {
  return useQuery({
    queryKey: ['demo', 'accounts'],
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    queryFn: async () => {
      try {
        const { items } = await send<{ items: DemoAccount[] }>('/api/demo/accounts', { anonymous: true });
        return items;
      } catch (error) {
        if (error instanceof ApiProblem && error.status >= 400 && error.status < 500) return [];
        throw error;
      }
    },
  });
}
