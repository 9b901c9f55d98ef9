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

const kindWords: Record<SessionUser['kind'], string> = {
  person: '个人',
  organisation: '机构经办人',
  staff: '登记机构的工作人员',
};

/** Sends people who are not signed in to sign in, and those who owe a password or second factor to their account; both come back here. */
export function RequireSession({ children, kinds }: Props) {
  const { user, loading, problem } = useSession();
  const { pathname, search } = useLocation();
  if (loading) return <Loading what="您的登录信息" />;
  if (problem)
    return (
      <div className="page">
        <ErrorState problem={problem} />
      </div>
    );
  if (!user) return <Navigate to={`/sign-in?next=${encodeURIComponent(pathname + search)}`} replace />;
  if (user.limitedTo && pathname !== '/account') {
    return <Navigate to={`/account?next=${encodeURIComponent(pathname + search)}`} replace />;
  }
  if (kinds && !kinds.includes(user.kind))
    return (
      <div className="page">
        <NotAllowed whole detail={`这里只对${kinds.map((kind) => kindWords[kind]).join('、')}开放。`} />
      </div>
    );
  return children;
}
