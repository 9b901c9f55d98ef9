import { type ReactNode, useEffect, useRef } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import { Icon } from '../components/Icon.tsx';
import { Seal } from '../components/Seal.tsx';
import { setPreferences, usePreferences } from '../theme/preferences.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { DemoBanner } from './DemoBanner.tsx';
import { ThemeButton } from './ThemeButton.tsx';
import './shell.css';

export interface NavigationItem {
  to: string;
  title: string;
  /** Highlighted only on exactly this address. */
  end?: boolean;
}

interface Props {
  navigation: readonly NavigationItem[];
  children: ReactNode;
  /** The desk: full width, small type. */
  dense?: boolean;
  /** Said under the mark, for example 登记工作台. */
  subtitle?: string;
}

/** Head, navigation and foot of every page, with the skip link and the tools that change how it is read. */
export function Shell({ navigation, children, dense = false, subtitle = '不动产登记服务' }: Props) {
  const { large } = usePreferences();
  const main = useMainFocus();
  return (
    <div className={dense ? 'shell shell-dense' : 'shell'}>
      <a className="skip-link" href="#main">
        跳到正文
      </a>
      <DemoBanner />
      <header className="shell-head">
        <div className="shell-bar">
          <Link to="/" className="shell-mark" aria-label={`恒产 ${subtitle}，首页`}>
            <Seal size="2.5em" />
            <span>
              <b>恒产</b>
              <small>{subtitle}</small>
            </span>
          </Link>
          <nav className="shell-nav" aria-label="主导航">
            {navigation.map(({ to, title, end }) => (
              <NavLink key={to} to={to} end={end ?? false}>
                {title}
              </NavLink>
            ))}
          </nav>
          <div className="shell-tools">
            <button
              type="button"
              className="tool"
              aria-pressed={large}
              onClick={() => setPreferences({ large: !large })}
            >
              <Icon name="text-size" />
              <span className="tool-word">{large ? '标准字号' : '大字版'}</span>
            </button>
            <ThemeButton />
            <AccountMenu />
          </div>
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1} className="shell-main">
        {children}
      </main>
      {!dense && (
        <footer className="shell-foot">
          <div>
            <p>有恒产者有恒心</p>
            <p>
              <Link to="/verify">查验证书</Link>
              <Link to="/notices">公告</Link>
              <Link to="/businesses">办事指南</Link>
              <a href="/docs">接口文档</a>
            </p>
          </div>
        </footer>
      )}
    </div>
  );
}

/** A new page starts at its top, and readers of the screen hear it from there. */
function useMainFocus() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}
