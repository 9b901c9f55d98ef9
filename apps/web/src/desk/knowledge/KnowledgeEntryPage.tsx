import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useBusinesses } from '../../api/businesses.ts';
import { useSession } from '../../app/session-context.ts';
import { StatusTag } from '../../components/StatusTag.tsx';
import { moment } from '../components/moments.ts';
import { Pairs } from '../components/Pairs.tsx';
import { PageHead, Panel } from '../components/Panel.tsx';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import { ReasonField } from '../components/ReasonField.tsx';
import { Awaited } from '../components/states.tsx';
import { Citation } from '../findings/Citation.tsx';
import { rulePagePath } from '../paths.ts';
import { useRules } from '../rules/api.ts';
import { type EntryView, useDictionary, useEntry, useEntryVersions, useRetireEntry } from './api.ts';
import { EntryDialog } from './EntryDialog.tsx';
import { citationOf, kindWords } from './words.ts';
import './knowledge.css';

/** 知识条目: the text with its law and tags, and every version it had. */
export default function KnowledgeEntryPage() {
  const { id = '' } = useParams();
  const entry = useEntry(id);
  return (
    <Awaited page query={entry} what="知识条目" lines={10}>
      {(view) => <EntryBody entry={view} />}
    </Awaited>
  );
}

function EntryBody({ entry }: { entry: EntryView }) {
  const { can } = useSession();
  const [open, setOpen] = useState<'edit' | 'retire'>();
  const citation = citationOf(entry);
  return (
    <>
      <PageHead
        title={entry.title}
        note={`${kindWords[entry.kind]}，第 ${entry.version} 版，${entry.changedBy}于${moment(entry.changedAt)}修改${entry.byProduct ? '，由系统据规则库生成' : ''}`}
        actions={
          can('knowledge.manage') && (
            <div className="desk-row">
              <Button type="primary" onClick={() => setOpen('edit')}>
                修改
              </Button>
              <Button onClick={() => setOpen('retire')}>{entry.state === 'current' ? '停用' : '恢复'}</Button>
            </div>
          )
        }
      />
      <Panel
        title="正文"
        aside={
          <StatusTag kind={entry.state === 'current' ? 'done' : 'neutral'}>
            {entry.state === 'current' ? '现行' : '已停用'}
          </StatusTag>
        }
      >
        <p className="desk-knowledge-body">{entry.body}</p>
        {citation && <Citation citation={citation} />}
      </Panel>
      <Panel title="何时推送">
        <Tags entry={entry} />
      </Panel>
      <Panel title="历次版本">
        <Versions id={entry.id} />
      </Panel>
      {open === 'edit' && <EntryDialog entry={entry} onClose={() => setOpen(undefined)} />}
      {open === 'retire' && <RetireDialog entry={entry} onClose={() => setOpen(undefined)} />}
    </>
  );
}

function Tags({ entry }: { entry: EntryView }) {
  const businesses = useBusinesses();
  const rules = useRules();
  const registrationTypes = useDictionary('DJLX');
  const rightTypes = useDictionary('QLLX');
  const named = (codes: readonly string[], known: readonly { code: string; name: string }[] | undefined) =>
    codes.map((code) => known?.find((each) => each.code === code)?.name ?? code).join('、') || '—';
  return (
    <Pairs
      pairs={[
        { label: '登记业务', value: named(entry.businesses, businesses.data) },
        {
          label: '规则',
          value:
            entry.rules.length === 0
              ? '—'
              : entry.rules.map((code, index) => (
                  <span key={code}>
                    {index > 0 && '、'}
                    <Link to={rulePagePath(code)}>
                      {rules.data?.find((rule) => rule.code === code)?.title ?? code}
                    </Link>
                  </span>
                )),
        },
        { label: '登记类型', value: named(entry.registrationTypes, registrationTypes.data) },
        { label: '权利类型', value: named(entry.rightTypes, rightTypes.data) },
        { label: '适用机构', value: entry.office === '*' ? '全部机构' : entry.office },
      ]}
    />
  );
}

function Versions({ id }: { id: string }) {
  const versions = useEntryVersions(id);
  return (
    <Awaited query={versions} what="历次版本" lines={3}>
      {(items) => (
        <ol className="desk-versions">
          {items.map((version) => (
            <li key={version.version}>
              <strong>第 {version.version} 版</strong>
              {version.reason}
              {version.state === 'retired' && '（停用）'}
              <span className="desk-secondary">
                {version.changedBy}，{moment(version.changedAt)}
              </span>
              <details>
                <summary>当时的内容</summary>
                <p>{version.title}</p>
                <p className="desk-knowledge-body">{version.body}</p>
              </details>
            </li>
          ))}
        </ol>
      )}
    </Awaited>
  );
}

function RetireDialog({ entry, onClose }: { entry: EntryView; onClose: () => void }) {
  const { message } = App.useApp();
  const retire = useRetireEntry();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const state = entry.state === 'current' ? 'retired' : 'current';
  const word = state === 'retired' ? '停用' : '恢复';
  const submit = () => {
    setTried(true);
    if (reason.trim() === '') return;
    retire.mutate(
      { entry, state, reason: reason.trim() },
      {
        onSuccess: () => {
          void message.success(`已${word}`);
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      title={`${word}“${entry.title}”`}
      okText={word}
      cancelText="取消"
      confirmLoading={retire.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <div className="desk-stack">
        <ReasonField value={reason} onChange={setReason} tried={tried} />
        <ProblemNotice error={retire.error} />
      </div>
    </Modal>
  );
}
