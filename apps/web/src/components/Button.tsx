import type { ButtonHTMLAttributes } from 'react';
import { Link } from 'react-router';
import { Icon, type IconName } from './Icon.tsx';

type Kind = 'primary' | 'default' | 'danger' | 'quiet';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: Kind;
  icon?: IconName;
  /** Being done: the button says so and cannot be pressed twice. */
  busy?: boolean;
}

export function Button({ kind = 'default', icon, busy = false, children, disabled, type, ...rest }: Props) {
  return (
    <button
      {...rest}
      type={type ?? 'button'}
      className={`button button-${kind}`}
      disabled={disabled || busy}
      aria-busy={busy}
    >
      {icon && <Icon name={icon} />}
      {busy ? '请稍候' : children}
    </button>
  );
}

interface LinkProps {
  to: string;
  kind?: Kind;
  icon?: IconName;
  children: React.ReactNode;
}

/** Looks like a button, goes to a page of this application. */
export function ButtonLink({ to, kind = 'default', icon, children }: LinkProps) {
  return (
    <Link to={to} className={`button button-${kind}`}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}
