import { type ReactNode, useEffect, useRef } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import { AccountMenu } from '../../app/AccountMenu.tsx';
import { useSession } from '../../app/session-context.ts';
import { ThemeButton } from '../../app/ThemeButton.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Seal } from '../../components/Seal.tsx';
import { setPreferences, usePreferences } from '../../theme/preferences.ts';
import { deskRoot } from '../paths.ts';
import { useOwnOffices } from '../use-own-offices.ts';
import { JumpField } from './JumpField.tsx';
import { groupsFor, pageAt } from './navigation.ts';
import { PrintMark } from './PrintMark.tsx';
import './layout.css';

/** The frame of the desk: mark and registry above, the person's pages at the side. */
export function DeskLayout({ children }: { children: ReactNode }) {
  const { user, mode, can } = useSession();
  const offices = useOwnOffices();
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const last = useRef(pathname);
  const title = pageAt(pathname)?.title ?? '登记工作台';

  useEffect(() => {
    document.title = `${title} · 恒产登记工作台`;
    if (last.current === pathname) return;
    last.current = pathname;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname, title]);

  return (
    <div className="desk">
      <a className="desk-skip" href="#desk-main">
        跳到正文
      </a>
      <header className="desk-head">
        <Link to={deskRoot} className="desk-brand">
          <Seal size="28px" />
          <strong>恒产</strong>
          <span>{officeWords(offices)}</span>
        </Link>
        {mode === 'demo' && (
          <span className="desk-mode">
            演示环境，办理不产生法律效力，<Link to="/practice">练习</Link>
          </span>
        )}
        <div className="desk-head-space" />
        {can('case.read') && <JumpField />}
        <DisplayTools />
        <AccountMenu />
      </header>
      <nav className="desk-side" aria-label="工作台导航">
        {groupsFor(user?.permissions ?? []).map((group) => (
          <section key={group.title}>
            <h2>{group.title}</h2>
            <ul>
              {group.pages.map((page) => (
                <li key={page.to}>
                  <NavLink to={page.to}>
                    <Icon name={page.icon} />
                    {page.title}
                  </NavLink>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <section>
          <h2>我的</h2>
          <ul>
            <li>
              <NavLink to="/account">
                <Icon name="person" />
                账号与安全
              </NavLink>
            </li>
          </ul>
        </section>
      </nav>
      <main id="desk-main" className="desk-main" tabIndex={-1} ref={main}>
        {children}
      </main>
      <PrintMark />
    </div>
  );
}

/** The registry the person works at; several are counted. */
function officeWords(offices: readonly { name: string }[]): string {
  const [first] = offices;
  if (!first) return '登记工作台';
  return offices.length === 1 ? first.name : `${first.name}等 ${offices.length} 个机构`;
}

function DisplayTools() {
  const { large } = usePreferences();
  return (
    <span className="desk-tools">
      <button
        type="button"
        className="tool"
        aria-pressed={large}
        aria-label="大字版"
        onClick={() => setPreferences({ large: !large })}
      >
        <Icon name="text-size" />
      </button>
      <ThemeButton />
    </span>
  );
}
