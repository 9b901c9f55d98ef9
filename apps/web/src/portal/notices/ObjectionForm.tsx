import { normaliseIdNumber } from '@hengchan/standards';
import { type FormEvent, useState } from 'react';
import { type NoticeView, useObject } from '../../api/notices.ts';
import { asProblem } from '../../api/problem.ts';
import { readDraft, removeDraft, writeDraft } from '../../app/drafts.ts';
import { useSession } from '../../app/session-context.ts';
import { Button } from '../../components/Button.tsx';
import { Field, TextField } from '../../components/Field.tsx';
import { ProblemPanel } from '../../components/ProblemPanel.tsx';
import styles from './notices.module.css';

interface Written {
  relation: string;
  reason: string;
}

const longestReason = 2000;

/** Why the registration must not be, in the person's own name. What is typed stays on this device until it is sent. */
export function ObjectionForm({ notice, onCancel }: { notice: NoticeView; onCancel: () => void }) {
  const { user } = useSession();
  const account = user?.accountId ?? '';
  const thing = `objection.${notice.no}`;
  const [written, setWritten] = useState<Written>(
    () => readDraft<Written>(account, thing) ?? { relation: '', reason: '' },
  );
  const [idNumber, setIdNumber] = useState('');
  const [tried, setTried] = useState(false);
  const object = useObject(notice.no);
  const change = (part: Partial<Written>) => {
    const next = { ...written, ...part };
    setWritten(next);
    writeDraft(account, thing, next);
  };
  const errors = {
    ...(written.reason.trim() === '' && { reason: '请写明异议理由' }),
    ...(idNumber.trim() === '' && { idNumber: '请填写证件号码' }),
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(errors).length > 0) return;
    object.mutate(
      {
        reason: written.reason.trim(),
        idNumber: normaliseIdNumber(idNumber),
        ...(written.relation.trim() !== '' && { relation: written.relation.trim() }),
      },
      { onSuccess: () => removeDraft(account, thing) },
    );
  };
  const differs =
    object.isError && asProblem(object.error).code === 'OBJECTOR_DIFFERS'
      ? '与账号的证件号码不同'
      : undefined;
  const name = user?.organisation?.name ?? user?.name ?? '';
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {object.isError && <ProblemPanel problem={asProblem(object.error)} focus />}
      <Field
        label="异议理由"
        hint="写明公告的哪一项有误、您的权利从何而来、有什么凭据。"
        error={tried ? errors.reason : undefined}
      >
        {({ id, describedBy, invalid }) => (
          <textarea
            id={id}
            className="input"
            rows={6}
            maxLength={longestReason}
            value={written.reason}
            onChange={(event) => change({ reason: event.target.value })}
            aria-describedby={describedBy}
            aria-invalid={invalid}
          />
        )}
      </Field>
      <TextField
        label="您与这处不动产的关系"
        hint="例如：共有人、继承人、相邻宗地的使用权人。"
        maxLength={500}
        value={written.relation}
        onChange={(relation) => change({ relation })}
        autoComplete="off"
        optional
      />
      <TextField
        label={user?.organisation ? `${name}的证件号码` : '您的身份证件号码'}
        hint={`以${name}的名义提出。号码用来核对身份，加密保存。`}
        value={idNumber}
        onChange={setIdNumber}
        error={tried ? (errors.idNumber ?? differs) : undefined}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <p className="secondary">
        提交后可以接着补充证明材料（PDF 或照片，最多 10 个）。异议应当真实，捏造事实的要承担责任。
      </p>
      <div className={styles.actions}>
        <Button kind="primary" type="submit" busy={object.isPending}>
          提交异议
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          先不提
        </Button>
      </div>
    </form>
  );
}
