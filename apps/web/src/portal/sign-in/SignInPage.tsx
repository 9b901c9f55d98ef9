import { useState } from 'react';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { useOffices } from '../../api/offices.ts';
import { type ApiProblem, asProblem } from '../../api/problem.ts';
import { type DemoAccount, type SessionUser, useDemoAccounts } from '../../api/session.ts';
import { SignInForm } from '../../app/SignInForm.tsx';
import { useSession } from '../../app/session-context.ts';
import { Icon } from '../../components/Icon.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { ProblemPanel } from '../../components/ProblemPanel.tsx';
import styles from './sign-in.module.css';

/** Only an address of this application: a link from elsewhere cannot send people away after signing in. */
function safeNext(next: string | null, user: SessionUser): string {
  if (next && /^\/(?![/\\])/.test(next)) return next;
  return { staff: '/desk', organisation: '/workbench', person: '/' }[user.kind];
}

export default function SignInPage() {
  const { user, mode } = useSession();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const next = search.get('next');
  if (user) return <Navigate to={safeNext(next, user)} replace />;
  const enter = (signedIn: SessionUser) => navigate(safeNext(next, signedIn), { replace: true });
  return (
    <div className={mode === 'demo' ? 'page' : 'page page-narrow'}>
      <PageTitle title="登录" {...(next && { lead: '登录后继续您刚才要办的事。' })} />
      <div className={styles.columns}>
        <div className="sheet">
          <SignInForm onSignedIn={enter} />
        </div>
        {mode === 'demo' && <DemoAccounts onSignedIn={enter} />}
      </div>
    </div>
  );
}

const kinds = [
  { kind: 'person', title: '办事的人' },
  { kind: 'organisation', title: '银行、企业与机构' },
  { kind: 'staff', title: '登记机构工作人员' },
];

/** More than this of a kind is a list to search, not to choose from. */
const mostAtOnce = 8;

function DemoAccounts({ onSignedIn }: { onSignedIn: (user: SessionUser) => void }) {
  const accounts = useDemoAccounts(true);
  const offices = useOffices();
  const { signIn } = useSession();
  const [problem, setProblem] = useState<ApiProblem>();
  const [busy, setBusy] = useState('');

  const enter = async ({ account, password }: DemoAccount) => {
    setBusy(account);
    setProblem(undefined);
    try {
      onSignedIn(await signIn({ account, password }));
    } catch (error) {
      setProblem(asProblem(error));
      setBusy('');
    }
  };
  const items = accounts.data ?? [];
  const officeName = (code: string) => offices.data?.find((office) => office.code === code)?.name;
  const line = (account: DemoAccount) => (
    <li key={account.account}>
      <button type="button" disabled={busy !== ''} onClick={() => void enter(account)}>
        <Icon name={account.kind === 'organisation' ? 'bank' : 'person'} />
        <span>
          <b>{account.name}</b>
          <small>{busy === account.account ? '正在登录' : aboutOf(account, officeName)}</small>
        </span>
      </button>
    </li>
  );
  return (
    <section aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">演示账号</h2>
      <p className="secondary">点一下即可登录，人员均为虚构。</p>
      {problem && <ProblemPanel problem={problem} />}
      {kinds.map(({ kind, title }) => {
        const group = items.filter((account) => account.kind === kind);
        if (group.length === 0) return null;
        const [first, rest] = [group.slice(0, mostAtOnce), group.slice(mostAtOnce)];
        return (
          <div key={kind} className={styles.group}>
            <h3>{title}</h3>
            <ul>{first.map(line)}</ul>
            {rest.length > 0 && (
              <details>
                <summary>其余 {rest.length} 个账号</summary>
                <ul>{rest.map(line)}</ul>
              </details>
            )}
          </div>
        );
      })}
    </section>
  );
}

/** What the account can be tried for. */
function aboutOf(
  { account, roles, organisation }: DemoAccount,
  officeName: (code: string) => string | undefined,
): string {
  if (organisation) return organisation.name;
  if (roles.length === 0) return account;
  const titles = [...new Set(roles.map(({ title }) => title))].join('、');
  const names = new Set(roles.map(({ office }) => officeName(office)).filter(Boolean));
  return names.size > 0 ? `${titles}，${[...names].join('、')}` : titles;
}
