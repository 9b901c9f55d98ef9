import { type FormEvent, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useVerification } from '../../api/certificates.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorState } from '../../components/ErrorState.tsx';
import { TextField } from '../../components/Field.tsx';
import { Loading } from '../../components/Loading.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { VerificationResult } from './VerificationResult.tsx';

/** Whether a certificate is what the register says. Opened by its QR code; needs no account. */
export default function VerifyPage() {
  const [search, setSearch] = useSearchParams();
  const number = search.get('number') ?? '';
  const holder = search.get('holder') ?? '';
  const [typed, setTyped] = useState({ number, holder });
  const [missing, setMissing] = useState(false);
  const answer = useVerification(number, holder);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const asked = typed.number.trim();
    setMissing(asked === '');
    if (asked === '') return;
    const name = typed.holder.trim();
    setSearch({ number: asked, ...(name && { holder: name }) });
  };
  return (
    <div className="page page-narrow">
      <PageTitle title="查验证书" lead="核对不动产权证书或登记证明是否与登记簿一致。" />
      <form className="stack" onSubmit={submit}>
        <TextField
          label="证书号或证明号"
          value={typed.number}
          onChange={(value) => setTyped({ ...typed, number: value })}
          error={missing ? '请填写证书上的编号' : undefined}
          autoComplete="off"
        />
        <TextField
          label="权利人姓名或名称"
          hint="填写后会一并核对姓名是否相符。登记簿上的姓名不会显示出来。"
          value={typed.holder}
          onChange={(value) => setTyped({ ...typed, holder: value })}
          autoComplete="off"
          optional
        />
        <div>
          <Button kind="primary" type="submit">
            查验
          </Button>
        </div>
      </form>
      <div aria-live="polite" style={{ marginTop: '2rem' }}>
        {number !== '' && answer.isPending && <Loading what="登记簿" />}
        {answer.isError && <ErrorState problem={answer.error} onRetry={() => void answer.refetch()} />}
        {answer.data && <VerificationResult number={number} holder={holder} answer={answer.data} />}
      </div>
    </div>
  );
}
