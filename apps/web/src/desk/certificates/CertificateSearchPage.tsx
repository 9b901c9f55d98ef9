import { checkCertificateNumber, normaliseCertificateNumber } from '@hengchan/standards';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { PageHead, Panel } from '../components/Panel.tsx';
import { certificatePagePath, deskRoot } from '../paths.ts';

/** 证书: by its number, in whatever way it was written down. */
export default function CertificateSearchPage() {
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string>();
  const navigate = useNavigate();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const number = normaliseCertificateNumber(typed);
    const result = checkCertificateNumber(number);
    if (!result.valid) return setFault(result.reason);
    void navigate(certificatePagePath(number));
  };
  return (
    <>
      <PageHead title="证书" note="按证书号或证明号查找" />
      <Panel title="查找">
        <form className="desk-row" onSubmit={submit}>
          <Input
            aria-label="证书或证明号"
            placeholder="如 苏（2026）常州市不动产权第0000001号，括号全角半角都可以"
            style={{ width: 'min(520px, 100%)' }}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            aria-invalid={fault !== undefined}
          />
          <Button type="primary" htmlType="submit">
            查找
          </Button>
          {fault && (
            <span className="desk-field-error" role="alert">
              {fault}
            </span>
          )}
        </form>
        <p className="desk-secondary" style={{ margin: '8px 0 0' }}>
          只知道坐落或权利人的，请到<a href={`${deskRoot}/register`}>登记簿查询</a>。
        </p>
      </Panel>
    </>
  );
}
