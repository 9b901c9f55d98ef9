import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { ErrorBoundary } from '../components/ErrorBoundary.tsx';
import { Loading } from '../components/Loading.tsx';
import { Shell } from './Shell.tsx';
import { useSession } from './session-context.ts';

const before = [
  { to: '/', title: '首页', end: true },
  { to: '/businesses', title: '办事' },
];
const after = [
  { to: '/notices', title: '公告' },
  { to: '/verify', title: '查验证书' },
];
/** What is one's own: a person's cases and homes, an institution's workbench. */
const own = {
  person: [
    { to: '/cases', title: '我的办件' },
    { to: '/my/units', title: '我的不动产' },
  ],
  organisation: [{ to: '/workbench', title: '机构工作台' }],
};

export function PortalShell() {
  const { user } = useSession();
  const navigation = [...before, ...own[user?.kind === 'organisation' ? 'organisation' : 'person'], ...after];
  return (
    <Shell navigation={navigation}>
      <ErrorBoundary>
        <Suspense fallback={<Loading what="页面" />}>
          <Outlet />
        </Suspense>
      </ErrorBoundary>
    </Shell>
  );
}
