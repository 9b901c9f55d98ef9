import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import type { SessionUser } from '../api/session.ts';
import { ErrorState } from '../components/ErrorState.tsx';
import { Loading } from '../components/Loading.tsx';
import { NotAllowed } from '../components/NotAllowed.tsx';
import { useSession } from './session-context.ts';

interface Props {
  children: ReactNode;
  /** Kinds of account the page is for; absent: anybody signed in. */
  kinds?: SessionUser['kind'][];
}

/** Sends people who are not signed in to sign in, and those who owe a password or second factor to their account; both come back here. */
export function RequireSession({ children, kinds }: Props) {
  const { user, loading, problem } = useSession();
  const { pathname, search } = useLocation();
  if (loading) return <Loading what="您的登录信息" />;
  if (problem) return <ErrorState problem={problem} />;
  if (!user) return <Navigate to={`/sign-in?next=${encodeURIComponent(pathname + search)}`} replace />;
  if (user.limitedTo && pathname !== '/account') {
    return <Navigate to={`/account?next=${encodeURIComponent(pathname + search)}`} replace />;
  }
  if (kinds && !kinds.includes(user.kind)) return <NotAllowed />;
  return children;
}
