import { Suspense } from 'react';
import { NavLink, Outlet } from 'react-router';
import { useSession } from '../../app/session-context.ts';
import { Loading } from '../../components/Loading.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import styles from './workbench.module.css';

interface Tab {
  to: string;
  title: string;
  end?: boolean;
  kinds?: readonly string[];
}

/** What an institution works with; mortgages are of those who lend, titles of those who build or own. */
const tabs: readonly Tab[] = [
  { to: '/workbench', title: '办件', end: true },
  { to: '/workbench/mortgages', title: '抵押权', kinds: ['bank', 'company', 'agency'] },
  { to: '/workbench/units', title: '不动产' },
  { to: '/workbench/tables', title: '批量办理' },
  { to: '/workbench/agents', title: '经办人' },
];

/** 机构工作台: the room of a bank, developer, court or company (ONL-USR-03). */
export default function WorkbenchPage() {
  const { user } = useSession();
  const kind = user?.organisation?.kind ?? '';
  return (
    <div className="page">
      <PageTitle
        title={user?.organisation?.name ?? '机构工作台'}
        lead={`机构工作台，经办人${user?.name ?? ''}`}
      />
      <nav className={styles.tabs} aria-label="机构工作台">
        {tabs
          .filter(({ kinds }) => !kinds || kinds.includes(kind))
          .map(({ to, title, end }) => (
            <NavLink key={to} to={to} end={end ?? false}>
              {title}
            </NavLink>
          ))}
      </nav>
      <Suspense fallback={<Loading what="工作台" />}>
        <Outlet />
      </Suspense>
    </div>
  );
}
