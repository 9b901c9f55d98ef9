import { type FormEvent, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useVerification } from '../../api/certificates.ts';
import { Awaited } from '../../components/Awaited.tsx';
import { Button } from '../../components/Button.tsx';
import { TextField } from '../../components/Field.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { VerificationResult } from './VerificationResult.tsx';

/** Whether a certificate is what the register says. Opened by its QR code; needs no account. */
export default function VerifyPage() {
  const [search, setSearch] = useSearchParams();
  const number = search.get('number') ?? '';
  const holder = search.get('holder') ?? '';
  const [typed, setTyped] = useState({ number, holder });
  const [errors, setErrors] = useState<{ number?: string; holder?: string }>(
    number !== '' && holder === '' ? { holder: '还要填写证书上的权利人，才能查验' } : {},
  );
  const answer = useVerification(number, holder);
  const asked = number !== '' && holder !== '';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const next = { number: typed.number.trim(), holder: typed.holder.trim() };
    setErrors({
      ...(next.number === '' && { number: '请填写证书上的编号' }),
      ...(next.holder === '' && { holder: '请填写证书上的权利人' }),
    });
    if (next.number !== '' && next.holder !== '') setSearch(next);
  };
  return (
    <div className="page page-narrow">
      <PageTitle title="查验证书" lead="核对不动产权证书或登记证明是否与登记簿一致。不用登录。" />
      <form className="stack" onSubmit={submit} noValidate>
        <TextField
          label="证书号或证明号"
          hint="例如“苏(2026)常州市不动产权第0000001号”。"
          value={typed.number}
          onChange={(value) => setTyped({ ...typed, number: value })}
          error={errors.number}
          autoComplete="off"
        />
        <TextField
          label="权利人姓名或名称"
          hint="与编号一并核对。为保护隐私，登记簿上的姓名不会显示出来。"
          value={typed.holder}
          onChange={(value) => setTyped({ ...typed, holder: value })}
          error={errors.holder}
          autoComplete="off"
        />
        <div>
          <Button kind="primary" type="submit">
            查验
          </Button>
        </div>
      </form>
      <div aria-live="polite" style={{ marginTop: '2rem' }}>
        {asked && (
          <Awaited query={answer} what="登记簿">
            {(found) => <VerificationResult number={number} holder={holder} answer={found} />}
          </Awaited>
        )}
      </div>
    </div>
  );
}
