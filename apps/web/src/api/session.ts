import { useQuery } from '@tanstack/react-query';
import type { CurrentSession, User, Visitor } from '../../../../services/accounts/session-schema.ts';
import { send } from './client.ts';
import { ApiProblem } from './problem.ts';

export type SessionUser = User;
export type Grant = User['grants'][number];
export type { CurrentSession, Visitor };

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

/** Who opened the page: nobody having signed in is an answer, not a refusal. */
export const readVisitor = (): Promise<Visitor> => send<Visitor>('/api/visitor', { anonymous: true });

export function openSession(input: SignIn): Promise<unknown> {
  return send('/api/sessions', { method: 'POST', body: input, anonymous: true });
}

export function closeSession(): Promise<unknown> {
  return send('/api/sessions/current', { method: 'DELETE', anonymous: true });
}

/** Accounts anybody may try; asked for in the demonstration only. */
export function useDemoAccounts(demonstration: boolean) {
  return useQuery({
    queryKey: ['demo', 'accounts'],
    enabled: demonstration,
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
