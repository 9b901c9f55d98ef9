import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { ErrorBoundary } from '../components/ErrorBoundary.tsx';
import { Loading } from '../components/Loading.tsx';
import { Shell } from './Shell.tsx';

const navigation = [
  { to: '/', title: '首页', end: true },
  { to: '/businesses', title: '办事' },
  { to: '/cases', title: '我的办件' },
  { to: '/my/units', title: '我的不动产' },
  { to: '/notices', title: '公告' },
  { to: '/verify', title: '查验证书' },
];

export function PortalShell() {
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
