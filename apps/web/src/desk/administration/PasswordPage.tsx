import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { asProblem } from '../../api/problem.ts';
import { StatusTag } from '../../components/StatusTag.tsx';
import { useChangePassword } from '../api/sessions.ts';
import { LabelledField } from '../components/LabelledField.tsx';
import { PageHead, Panel } from '../components/Panel.tsx';
import { ProblemNotice } from '../components/ProblemNotice.tsx';

const blank = { current: '', next: '', again: '' };

/** 修改密码: the old one, and the new one twice. */
export default function PasswordPage() {
  const [values, setValues] = useState(blank);
  const [fault, setFault] = useState<string>();
  const change = useChangePassword();
  const problem = change.error ? asProblem(change.error) : undefined;
  const set = (part: Partial<typeof blank>) => setValues({ ...values, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (values.next !== values.again) return setFault('两次填写的新密码不一致');
    setFault(undefined);
    change.mutate({ current: values.current, next: values.next }, { onSuccess: () => setValues(blank) });
  };
  return (
    <>
      <PageHead title="修改密码" note="修改后，其他设备上的会话须重新登录" />
      <Panel title="密码">
        <form className="desk-stack" style={{ maxWidth: 360 }} onSubmit={submit}>
          <LabelledField label="现在的密码" required error={problem?.errorAt('/current')}>
            {(id) => (
              <Input.Password
                id={id}
                autoComplete="current-password"
                value={values.current}
                onChange={(event) => set({ current: event.target.value })}
              />
            )}
          </LabelledField>
          <LabelledField label="新密码" required error={problem?.errorAt('/next')}>
            {(id) => (
              <Input.Password
                id={id}
                autoComplete="new-password"
                value={values.next}
                onChange={(event) => set({ next: event.target.value })}
              />
            )}
          </LabelledField>
          <LabelledField label="再填一次新密码" required error={fault}>
            {(id) => (
              <Input.Password
                id={id}
                autoComplete="new-password"
                value={values.again}
                onChange={(event) => set({ again: event.target.value })}
              />
            )}
          </LabelledField>
          <div>
            <Button
              type="primary"
              htmlType="submit"
              loading={change.isPending}
              disabled={!values.current || !values.next || !values.again}
            >
              修改密码
            </Button>
          </div>
          {change.isSuccess && <StatusTag kind="done">密码已修改</StatusTag>}
          <ProblemNotice error={change.error} />
        </form>
      </Panel>
    </>
  );
}
