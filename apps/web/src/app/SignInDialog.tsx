import type { SessionUser } from '../api/session.ts';
import { Dialog } from '../components/Dialog.tsx';
import { SignInForm } from './SignInForm.tsx';

interface Props {
  account: string;
  onSignedIn: (user: SessionUser) => void;
  onCancel: () => void;
}

/** Shown over the page when the session ended: what is on the page stays there. */
export function SignInDialog({ account, onSignedIn, onCancel }: Props) {
  return (
    <Dialog title="请重新登录" onClose={onCancel}>
      <p>您已有一段时间没有操作，登录已失效。重新登录后会接着办理，已填写的内容都在。</p>
      <SignInForm account={account} onSignedIn={onSignedIn} />
    </Dialog>
  );
}
