import { Button, Input } from 'antd';
import { toString as qrSvg } from 'qrcode';
import { type FormEvent, useEffect, useState } from 'react';
import { StatusTag } from '../../components/StatusTag.tsx';
import { useConfirmSecondFactor, useEnrolSecondFactor } from '../api/sessions.ts';
import { PageHead, Panel } from '../components/Panel.tsx';
import { ProblemNotice } from '../components/ProblemNotice.tsx';

/** 动态口令: loads a secret into an authenticator and proves that it works. */
export default function SecondFactorPage() {
  const enrol = useEnrolSecondFactor();
  const confirm = useConfirmSecondFactor();
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (/^\d{6}$/.test(code)) confirm.mutate(code);
  };
  return (
    <>
      <PageHead title="动态口令" note="登录时除密码外再核对一次，密码泄露也不会被人冒用" />
      <Panel title="绑定">
        {confirm.isSuccess ? (
          <StatusTag kind="done">已启用，下次登录须输入动态口令</StatusTag>
        ) : !enrol.data ? (
          <div className="desk-stack">
            <p style={{ margin: 0 }}>请先在手机上装好身份验证器（任一支持 TOTP 的应用），再开始绑定。</p>
            <div>
              <Button type="primary" loading={enrol.isPending} onClick={() => enrol.mutate()}>
                开始绑定
              </Button>
            </div>
            <ProblemNotice error={enrol.error} />
          </div>
        ) : (
          <div className="desk-row" style={{ gap: 32, alignItems: 'flex-start' }}>
            <Code uri={enrol.data.uri} />
            <form className="desk-stack" onSubmit={submit}>
              <p style={{ margin: 0 }}>一、用身份验证器扫左边的码；不能扫时输入密钥：</p>
              <code style={{ overflowWrap: 'anywhere' }}>{enrol.data.secret}</code>
              <label htmlFor="factor-code">二、输入验证器显示的六位数字：</label>
              <div className="desk-row">
                <Input
                  id="factor-code"
                  inputMode="numeric"
                  autoComplete="one-time-code"
                  maxLength={6}
                  style={{ width: 140 }}
                  value={code}
                  onChange={(event) => setCode(event.target.value.replace(/\D/g, ''))}
                />
                <Button
                  type="primary"
                  htmlType="submit"
                  disabled={code.length !== 6}
                  loading={confirm.isPending}
                >
                  确认启用
                </Button>
              </div>
              <ProblemNotice error={confirm.error} />
            </form>
          </div>
        )}
      </Panel>
    </>
  );
}

/** The secret as a code to scan, drawn here: it never leaves the page. */
function Code({ uri }: { uri: string }) {
  const [image, setImage] = useState<string>();
  useEffect(() => {
    let wanted = true;
    void qrSvg(uri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }).then((svg) => {
      if (wanted) setImage(`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`);
    });
    return () => {
      wanted = false;
    };
  }, [uri]);
  return image ? <img src={image} width={200} height={200} alt="用身份验证器扫描的二维码" /> : null;
}
