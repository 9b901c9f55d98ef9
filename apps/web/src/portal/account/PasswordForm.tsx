import { type FormEvent, useState } from 'react';
import { useChangePassword } from '../../api/account.ts';
import { asProblem } from '../../api/problem.ts';
import { Button } from '../../components/Button.tsx';
import { TextField } from '../../components/Field.tsx';
import { ProblemPanel } from '../../components/ProblemPanel.tsx';

const empty = { current: '', next: '', again: '' };

export function PasswordForm({ onChanged }: { onChanged: () => Promise<void> }) {
  const change = useChangePassword();
  const [typed, setTyped] = useState(empty);
  const [errors, setErrors] = useState<Partial<typeof empty>>({});
  const [changed, setChanged] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChanged(false);
    const found = {
      ...(typed.current === '' && { current: '请填写原密码' }),
      ...(typed.next === '' && { next: '请填写新密码' }),
      ...(typed.again !== typed.next && { again: '两次填写的新密码不同' }),
    };
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    const done = await change.mutateAsync({ current: typed.current, next: typed.next }).then(
      () => true,
      () => false,
    );
    if (!done) return;
    setTyped(empty);
    setChanged(true);
    await onChanged();
  };
  const problem = change.error ? asProblem(change.error) : undefined;
  return (
    <section aria-labelledby="password">
      <h2 id="password" className="section-title">
        修改密码
      </h2>
      <form className="stack" noValidate onSubmit={submit}>
        {problem && <ProblemPanel problem={problem} focus />}
        {changed && <p role="status">密码已修改。</p>}
        <TextField
          label="原密码"
          type="password"
          autoComplete="current-password"
          value={typed.current}
          onChange={(current) => setTyped({ ...typed, current })}
          error={errors.current ?? problem?.errorAt('/current')}
        />
        <TextField
          label="新密码"
          type="password"
          autoComplete="new-password"
          value={typed.next}
          onChange={(next) => setTyped({ ...typed, next })}
          error={errors.next ?? problem?.errorAt('/next')}
        />
        <TextField
          label="再写一遍新密码"
          type="password"
          autoComplete="new-password"
          value={typed.again}
          onChange={(again) => setTyped({ ...typed, again })}
          error={errors.again}
        />
        <div>
          <Button kind="primary" type="submit" busy={change.isPending}>
            修改密码
          </Button>
        </div>
      </form>
    </section>
  );
}
