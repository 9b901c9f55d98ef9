import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '../../components/Button.tsx';
import { TextField } from '../../components/Field.tsx';
import styles from './home.module.css';

/** Anybody may check a certificate: no account needed. */
export function VerifyBox() {
  const [number, setNumber] = useState('');
  const navigate = useNavigate();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const asked = number.trim();
    navigate(asked === '' ? '/verify' : `/verify?number=${encodeURIComponent(asked)}`);
  };
  return (
    <section aria-labelledby="verify" className={styles.section}>
      <div className={styles.sectionHead}>
        <h2 id="verify">查验证书</h2>
      </div>
      <form className="stack" onSubmit={submit}>
        <TextField
          label="证书号或证明号"
          hint="不用登录。证书右上角的编号，例如“苏(2026)常州市不动产权第0000001号”。"
          value={number}
          onChange={setNumber}
          autoComplete="off"
        />
        <div>
          <Button type="submit" icon="certificate">
            查验
          </Button>
        </div>
      </form>
    </section>
  );
}
