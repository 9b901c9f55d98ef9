import { type FormEvent, useState } from 'react';
import { useConfirmSecondFactor, useEnrolSecondFactor } from '../../api/account.ts';
import { asProblem } from '../../api/problem.ts';
import { useSession } from '../../app/session-context.ts';
import { Button } from '../../components/Button.tsx';
import { TextField } from '../../components/Field.tsx';
import { ProblemPanel } from '../../components/ProblemPanel.tsx';
import { QrCode } from '../../components/QrCode.tsx';
import { StatusTag } from '../../components/StatusTag.tsx';
import styles from './account.module.css';

/** Binds an authenticator: scan, then prove it with the six digits it shows. */
export function SecondFactor({ onConfirmed }: { onConfirmed: () => Promise<void> }) {
  const { secondFactor } = useSession();
  const enrol = useEnrolSecondFactor();
  const confirm = useConfirmSecondFactor();
  const [code, setCode] = useState('');

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await confirm.mutateAsync(code).then(
      () => true,
      () => false,
    );
    if (!done) return;
    enrol.reset();
    setCode('');
    await onConfirmed();
  };
  const problem = enrol.error ?? confirm.error;
  return (
    <section aria-labelledby="second-factor" className="stack">
      <h2 id="second-factor" className="section-title">
        动态口令
      </h2>
      {problem && <ProblemPanel problem={asProblem(problem)} focus />}
      {!enrol.data && (
        <>
          <p>
            {secondFactor?.enrolled ? (
              <StatusTag kind="done">已绑定</StatusTag>
            ) : (
              '绑定后，登录时除密码外还要填写手机身份验证器显示的 6 位数字，密码泄露也不会被他人登录。'
            )}
          </p>
          {!secondFactor?.enrolled && (
            <div>
              <Button kind="primary" busy={enrol.isPending} onClick={() => enrol.mutate()}>
                开始绑定
              </Button>
            </div>
          )}
        </>
      )}
      {enrol.data && (
        <form className="stack" onSubmit={submit}>
          <p>用手机上的身份验证器扫描二维码：</p>
          <div className={styles.code}>
            <QrCode text={enrol.data.uri} title="绑定动态口令的二维码" />
          </div>
          <p>
            不能扫码时手工输入密钥：<span className="id-text">{enrol.data.secret}</span>
          </p>
          <TextField
            label="验证器显示的 6 位数字"
            value={code}
            onChange={(value) => setCode(value.replace(/\D/g, '').slice(0, 6))}
            inputMode="numeric"
            autoComplete="one-time-code"
            required
          />
          <div>
            <Button kind="primary" type="submit" busy={confirm.isPending} disabled={code.length !== 6}>
              完成绑定
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
