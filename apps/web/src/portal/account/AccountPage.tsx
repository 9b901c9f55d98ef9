import { useNavigate, useSearchParams } from 'react-router';
import { useSession } from '../../app/session-context.ts';
import { PageTitle } from '../../components/PageTitle.tsx';
import { OwnSessions } from './OwnSessions.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { SecondFactor } from './SecondFactor.tsx';

const owed = {
  password: '继续之前，请先修改密码。',
  'second-factor': '您的岗位需要动态口令。请先绑定，以后每次登录时一并填写。',
};

/** The own account: password, authenticator, and where it is signed in. What is owed comes first and alone. */
export default function AccountPage() {
  const { user, refresh } = useSession();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  if (!user) return null;
  const { limitedTo } = user;

  const settled = async () => {
    const after = await refresh();
    const next = search.get('next');
    if (limitedTo && !after?.limitedTo)
      navigate(next && /^\/(?![/\\])/.test(next) ? next : '/', { replace: true });
  };
  const who = [user.name, user.login, user.organisation && `${user.organisation.name}的经办人`];
  return (
    <div className="page page-narrow">
      <PageTitle title="账号与安全" lead={limitedTo ? owed[limitedTo] : who.filter(Boolean).join(' · ')} />
      <div className="stack" style={{ gap: '2.5rem' }}>
        {limitedTo !== 'second-factor' && <PasswordForm onChanged={settled} />}
        {limitedTo !== 'password' && <SecondFactor onConfirmed={settled} />}
        {!limitedTo && <OwnSessions accountId={user.accountId} />}
      </div>
    </div>
  );
}
