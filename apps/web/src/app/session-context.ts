import { createContext, useContext } from 'react';
import type { ApiProblem } from '../api/problem.ts';
import type { CurrentSession, SessionUser, SignIn } from '../api/session.ts';

export interface Session {
  /** Undefined for nobody signed in. */
  user: SessionUser | undefined;
  /** The first answer has not come yet. */
  loading: boolean;
  problem: ApiProblem | undefined;
  mode: 'demo' | 'production';
  signIn: (input: SignIn) => Promise<SessionUser>;
  signOut: () => Promise<void>;
  /** Asks the server again who this is, after the account was changed. */
  refresh: () => Promise<SessionUser | undefined>;
  secondFactor: CurrentSession['secondFactor'] | undefined;
  can: (permission: string) => boolean;
}

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside SessionProvider');
  return session;
}
