import { Button } from 'antd';
import { useSession } from '../../app/session-context.ts';
import { useList } from '../../list/use-list.ts';
import { MarkButton } from '../components/MarkButton.tsx';
import { type Mark, MarkTag } from '../components/MarkTag.tsx';
import { day, moment } from '../components/moments.ts';
import type { DenseColumn } from '../list/DenseTable.tsx';
import { ListPage } from '../list/ListPage.tsx';
import { type Items, useSecurity } from './api.ts';
import { FormDialog } from './FormDialog.tsx';
import { KeepDocumentDialog } from './KeepDocumentDialog.tsx';
import { ShareDocumentDialog } from './ShareDocumentDialog.tsx';
import { useDialog } from './use-dialog.ts';

export interface DocumentView {
  id: string;
  kind: 'technical' | 'commercial';
  title: string;
  provider?: string;
  name: string;
  mark: Mark;
  addedAt: string;
  addedBy: string;
  readers: { login: string; name: string }[];
  opens: boolean;
  consents: { id: string; recipient: string; givenBy: string; validUntil: string; withdrawnAt?: string }[];
}

const kinds: Record<DocumentView['kind'], string> = {
  technical: '技术资料',
  commercial: '经营与处罚信息',
};

type Act = 'keep' | 'consent' | 'withdraw' | 'share';

/** 受控文件: technical documents and what providers reported, opened by named persons only. Rows SEC-PRV-06, SEC-LEK-07. */
export default function DocumentsPage() {
  const list = useList({});
  const { can } = useSession();
  const documents = useSecurity<Items<DocumentView>>('documents', { ...list.asked, limit: 50 });
  const dialog = useDialog<Act>();
  const keeps = can('document.keep');
  const subject = dialog.open?.subject;
  return (
    <>
      <ListPage
        title="受控文件"
        list={list}
        note="只由指定的知悉人打开，逐次记录；经营信息对外提供须有报送单位的同意和本机构的同意"
        empty={{ title: '没有您知悉的受控文件' }}
        query={documents}
        columns={columnsOf(keeps, dialog.show)}
        rowKey={(document) => document.id}
        actions={
          keeps && (
            <Button type="primary" onClick={() => dialog.show('keep')}>
              存入文件
            </Button>
          )
        }
      />
      {dialog.open?.name === 'keep' && <KeepDocumentDialog onClose={dialog.close} />}
      {dialog.open?.name === 'share' && (
        <ShareDocumentDialog id={dialog.open.subject} onClose={dialog.close} />
      )}
      {dialog.open?.name === 'consent' && (
        <FormDialog
          title="登记报送单位的同意"
          okText="登记"
          fields={[
            { name: 'recipient', label: '接收方' },
            { name: 'purpose', label: '用途', kind: 'long' },
            { name: 'givenBy', label: '同意人及凭据', note: '例如单位名称和来函文号' },
            { name: 'validUntil', label: '有效期至', kind: 'date' },
          ]}
          act={(body) => ({ path: `documents/${subject}/consents`, body })}
          onClose={dialog.close}
        />
      )}
      {dialog.open?.name === 'withdraw' && (
        <FormDialog
          title="登记报送单位收回同意"
          okText="收回"
          fields={[]}
          act={() => ({ path: `provider-consents/${subject}/withdrawal` })}
          onClose={dialog.close}
        />
      )}
    </>
  );
}

function columnsOf(keeps: boolean, onAct: (act: Act, id: string) => void): DenseColumn<DocumentView>[] {
  return [
    {
      key: 'title',
      title: '文件',
      render: (document) => (
        <>
          {document.opens ? (
            <a href={`/api/security/documents/${document.id}/file`} target="_blank" rel="noreferrer">
              {document.title}
            </a>
          ) : (
            document.title
          )}
          <small>
            {kinds[document.kind]}
            {document.provider && `，${document.provider}报送`}
          </small>
          <small>编号 {document.id}</small>
        </>
      ),
    },
    {
      key: 'mark',
      title: '密级',
      width: 190,
      render: (document) => (
        <>
          <MarkTag mark={document.mark} />
          <MarkButton shelf="held" file={document.id} name={document.title} mark={document.mark} />
        </>
      ),
    },
    {
      key: 'readers',
      title: '知悉人',
      width: 170,
      render: (document) =>
        document.readers.length === 0
          ? '尚未指定'
          : document.readers.map(({ login, name }) => (
              <small key={login}>
                {name}（{login}）
              </small>
            )),
    },
    {
      key: 'kept',
      title: '存入',
      width: 150,
      render: (document) => (
        <>
          {moment(document.addedAt)}
          <small>{document.addedBy}</small>
        </>
      ),
    },
    {
      key: 'consents',
      title: '报送单位的同意',
      render: (document) => (
        <>
          {document.consents.map((consent) => (
            <small key={consent.id}>
              {consent.recipient}，{consent.givenBy}，至 {day(consent.validUntil)}
              {consent.withdrawnAt && '，已收回'}
              {keeps && !consent.withdrawnAt && (
                <Button type="text" size="small" onClick={() => onAct('withdraw', consent.id)}>
                  收回
                </Button>
              )}
            </small>
          ))}
          {keeps && document.kind === 'commercial' && (
            <Button size="small" onClick={() => onAct('consent', document.id)}>
              登记同意
            </Button>
          )}
          {keeps && document.opens && (
            <Button size="small" onClick={() => onAct('share', document.id)}>
              对外提供
            </Button>
          )}
        </>
      ),
    },
  ];
}
