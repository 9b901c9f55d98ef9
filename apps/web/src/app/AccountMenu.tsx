import { useEffect, useId, useRef, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { Icon } from '../components/Icon.tsx';
import { useSession } from './session-context.ts';

/** Who is signed in, where they may go, and the way out. */
export function AccountMenu() {
  const { user, loading, signOut } = useSession();
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const panel = useId();

  useEffect(() => {
    if (!open) return;
    const close = (event: Event) => {
      const outside =
        event instanceof KeyboardEvent
          ? event.key === 'Escape'
          : !menu.current?.contains(event.target as Node);
      if (outside) setOpen(false);
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('keydown', close);
    };
  }, [open]);

  if (loading) return <span className="tool" aria-hidden="true" />;
  if (!user) {
    const next =
      pathname === '/' || pathname === '/sign-in' ? '' : `?next=${encodeURIComponent(pathname + search)}`;
    return (
      <Link className="tool tool-strong" to={`/sign-in${next}`}>
        <Icon name="person" />
        登录
      </Link>
    );
  }
  const leave = async () => {
    setOpen(false);
    await signOut();
    navigate('/');
  };
  return (
    <div className="account" ref={menu}>
      <button
        type="button"
        className="tool"
        aria-expanded={open}
        aria-controls={panel}
        onClick={() => setOpen(!open)}
      >
        <Icon name="person" />
        <span className="account-name">{user.name}</span>
        <Icon name="down" />
      </button>
      {open && (
        <div className="account-panel" id={panel}>
          <p>
            <b>{user.name}</b>
            <small>
              {user.organisation?.name ??
                [...new Set(user.grants.map((grant) => grant.roleTitle))].join('、')}
            </small>
          </p>
          {user.kind === 'staff' ? (
            <Link to="/desk" onClick={() => setOpen(false)}>
              登记工作台
            </Link>
          ) : (
            <>
              <Link to="/cases" onClick={() => setOpen(false)}>
                我的办件
              </Link>
              <Link to="/my/units" onClick={() => setOpen(false)}>
                我的不动产
              </Link>
              <Link to="/my/objections" onClick={() => setOpen(false)}>
                我提出的异议
              </Link>
            </>
          )}
          <Link to="/account" onClick={() => setOpen(false)}>
            账号与安全
          </Link>
          <button type="button" onClick={leave}>
            退出登录
          </button>
        </div>
      )}
    </div>
  );
}
