import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { onSessionExpired } from '../api/client.ts';
import { ApiProblem, asProblem } from '../api/problem.ts';
import { closeSession, openSession, readVisitor, type SignIn, type Visitor } from '../api/session.ts';
import { removeDraftsOf } from './drafts.ts';
import { SignInDialog } from './SignInDialog.tsx';
import { type Session, SessionContext } from './session-context.ts';

const sessionKey = ['session'];

/** The same visitor, signed out. */
const nobody = (visitor: Visitor | undefined): Visitor => ({ mode: visitor?.mode ?? 'production' });

/** What anybody may see stays when the person changes; everything else is forgotten. */
const isPublic = (queryKey: readonly unknown[]): boolean =>
  ['session', 'demo', 'businesses', 'offices', 'verification', 'public-notices'].includes(
    String(queryKey[0]),
  );

/**
 * Who is signed in. When a request finds the session gone, asks the same person to sign in again over the page;
 * somebody else signing in there starts afresh, so that one person's page never sends as another.
 */
export function SessionProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: sessionKey,
    queryFn: readVisitor,
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
  });
  const current = query.data?.session;
  const user = current?.user;
  const mode = query.data?.mode ?? 'production';
  const [asking, setAsking] = useState(false);
  const waiting = useRef<((signedIn: boolean) => void)[]>([]);

  const signIn = useCallback(
    async (input: SignIn) => {
      await openSession(input);
      const visitor = await readVisitor();
      if (!visitor.session)
        throw new ApiProblem(0, { title: '登录没有保持住', detail: '请允许本网站使用 Cookie 后再试。' });
      client.setQueryData(sessionKey, visitor);
      return visitor.session.user;
    },
    [client],
  );

  const signOut = useCallback(async () => {
    try {
      await closeSession();
    } catch (error) {
      if (asProblem(error).status !== 401) throw error;
    }
    if (user) removeDraftsOf(user.accountId);
    client.setQueryData(sessionKey, nobody);
    client.removeQueries({ predicate: ({ queryKey }) => !isPublic(queryKey) });
  }, [client, user]);

  useEffect(() => {
    if (!user) return onSessionExpired(undefined);
    onSessionExpired(() => {
      setAsking(true);
      return new Promise((resolve) => waiting.current.push(resolve));
    });
  }, [user]);

  const finish = (signedIn: boolean) => {
    setAsking(false);
    for (const resolve of waiting.current.splice(0)) resolve(signedIn);
  };

  const refresh = useCallback(async () => {
    const visitor = await readVisitor();
    client.setQueryData(sessionKey, visitor);
    return visitor.session?.user;
  }, [client]);

  const session = useMemo<Session>(
    () => ({
      user,
      loading: query.isPending,
      problem: query.error ? asProblem(query.error) : undefined,
      mode,
      signIn,
      signOut,
      refresh,
      secondFactor: current?.secondFactor,
      can: (permission) => user?.permissions.includes(permission) ?? false,
    }),
    [user, query.isPending, query.error, mode, signIn, signOut, refresh, current?.secondFactor],
  );

  return (
    <SessionContext value={session}>
      {children}
      {asking && user && (
        <SignInDialog
          account={user.login}
          onSignedIn={(signedIn) => {
            const same = signedIn.accountId === user.accountId;
            if (!same) client.removeQueries({ predicate: ({ queryKey }) => !isPublic(queryKey) });
            finish(same);
          }}
          onCancel={() => {
            finish(false);
            client.setQueryData(sessionKey, nobody);
          }}
        />
      )}
    </SessionContext>
  );
}
