import { type FormEvent, useState } from 'react';
import { type ApiProblem, asProblem } from '../api/problem.ts';
import type { SessionUser } from '../api/session.ts';
import { Button } from '../components/Button.tsx';
import { TextField } from '../components/Field.tsx';
import { ProblemPanel } from '../components/ProblemPanel.tsx';
import { useSession } from './session-context.ts';

/** Codes by which the server asks for the six digits as well. */
const asksForCode = (problem: ApiProblem): boolean => /SECOND_FACTOR|TOTP|CODE_REQUIRED/.test(problem.code);

export function SignInForm({
  account,
  onSignedIn,
}: {
  account?: string;
  onSignedIn: (user: SessionUser) => void;
}) {
  const { signIn } = useSession();
  const [input, setInput] = useState({ account: account ?? '', password: '', code: '' });
  const [codeAsked, setCodeAsked] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      onSignedIn(
        await signIn({
          account: input.account.trim(),
          password: input.password,
          ...(input.code && { code: input.code }),
        }),
      );
    } catch (error) {
      const shown = asProblem(error);
      if (asksForCode(shown) && !codeAsked) setCodeAsked(true);
      else setProblem(shown);
      setBusy(false);
    }
  };

  return (
    <form className="stack" onSubmit={submit}>
      {problem && <ProblemPanel problem={problem} />}
      <TextField
        label="账号"
        value={input.account}
        onChange={(value) => setInput({ ...input, account: value })}
        autoComplete="username"
        readOnly={account !== undefined}
        required
      />
      <TextField
        label="密码"
        type="password"
        value={input.password}
        onChange={(value) => setInput({ ...input, password: value })}
        autoComplete="current-password"
        autoFocus={account !== undefined}
        required
      />
      {codeAsked && (
        <TextField
          label="动态口令"
          hint="请打开您手机上的身份验证器，输入当前显示的 6 位数字。"
          value={input.code}
          onChange={(value) => setInput({ ...input, code: value.replace(/\D/g, '').slice(0, 6) })}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          required
        />
      )}
      <Button kind="primary" type="submit" busy={busy}>
        登录
      </Button>
    </form>
  );
}
