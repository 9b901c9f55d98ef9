import { checkPrintingSerial, formatUnitCode, normalisePrintingSerial } from '@hengchan/standards';
import { App, Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { Link, useParams } from 'react-router';
import { useSession } from '../../app/session-context.ts';
import { StatusTag } from '../../components/StatusTag.tsx';
import {
  certificateDocument,
  type DeskCertificate,
  useDeskCertificate,
  useRegisterPrint,
} from '../api/certificates.ts';
import { moment } from '../components/moments.ts';
import { type Pair, Pairs } from '../components/Pairs.tsx';
import { PageHead, Panel } from '../components/Panel.tsx';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import { Awaited } from '../components/states.tsx';
import { casePagePath, unitPagePath } from '../paths.ts';

/** One certificate or proof: what it says, whether it stands, its document, and the sheets it was printed on. */
export default function CertificatePage() {
  const { number = '' } = useParams();
  const certificate = useDeskCertificate(number);
  return (
    <Awaited page query={certificate} what="证书" lines={6}>
      {(view) => <Certificate certificate={view} />}
    </Awaited>
  );
}

function Certificate({ certificate }: { certificate: DeskCertificate }) {
  const { can } = useSession();
  const standing = certificate.status === 'valid';
  return (
    <>
      <PageHead
        title={certificate.number}
        note={certificate.kindTitle}
        actions={
          <Button
            href={certificateDocument(certificate.number)}
            target="_blank"
            disabled={!certificate.documentReady}
          >
            {certificate.documentReady ? '打开证书 PDF' : '证书正在生成'}
          </Button>
        }
      />
      <div className="desk-stack">
        <Panel
          title="记载"
          aside={<StatusTag kind={standing ? 'done' : 'blocked'}>{certificate.statusTitle}</StatusTag>}
        >
          <Pairs double pairs={pairsOf(certificate)} />
        </Panel>
        <Panel title="印制">
          <Prints certificate={certificate} editable={can('certificate.print') && standing} />
        </Panel>
      </div>
    </>
  );
}

function pairsOf(certificate: DeskCertificate): Pair[] {
  const { unitCode, caseNo } = certificate;
  return [
    { label: '权利人', value: certificate.holders.join('、') },
    { label: '坐落', value: certificate.location },
    { label: '不动产单元', value: <Link to={unitPagePath(unitCode)}>{formatUnitCode(unitCode)}</Link> },
    { label: '登簿号', value: certificate.entryNumber },
    { label: '发证时间', value: moment(certificate.issuedAt) },
    { label: '办件', value: <Link to={casePagePath(caseNo)}>{caseNo}</Link> },
    ...(certificate.voidedAt ? [{ label: '作废时间', value: moment(certificate.voidedAt) }] : []),
  ];
}

function Prints({ certificate, editable }: { certificate: DeskCertificate; editable: boolean }) {
  const { message } = App.useApp();
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string>();
  const register = useRegisterPrint(certificate.number);
  const { prints } = certificate;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const serial = normalisePrintingSerial(typed);
    const result = checkPrintingSerial(serial);
    if (!result.valid) return setFault(result.reason);
    setFault(undefined);
    register.mutate(
      { serial },
      {
        onSuccess: () => {
          setTyped('');
          void message.success(`已登记印制序列号 ${serial}`);
        },
      },
    );
  };
  return (
    <div className="desk-stack">
      {prints.length === 0 ? (
        <p className="desk-secondary" style={{ margin: 0 }}>
          还没有打印纸质证书。
        </p>
      ) : (
        <ul style={{ margin: 0, paddingLeft: 20 }}>
          {prints.map((print) => (
            <li key={print.serial}>
              <span className="desk-number">{print.serial}</span>，{print.printedBy}，
              {moment(print.printedAt)}
            </li>
          ))}
        </ul>
      )}
      {editable && (
        <form className="desk-row" onSubmit={submit}>
          <Input
            aria-label="印制序列号"
            placeholder="空白证书上的印制序列号"
            style={{ width: 260 }}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button htmlType="submit" loading={register.isPending}>
            登记序列号
          </Button>
          {fault && (
            <span className="desk-field-error" role="alert">
              {fault}
            </span>
          )}
        </form>
      )}
      <ProblemNotice error={register.error} />
    </div>
  );
}
