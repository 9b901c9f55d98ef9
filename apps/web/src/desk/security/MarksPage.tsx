import { Button } from 'antd';
import { useSession } from '../../app/session-context.ts';
import { StatusTag } from '../../components/StatusTag.tsx';
import { useList } from '../../list/use-list.ts';
import { type Mark, MarkTag } from '../components/MarkTag.tsx';
import { moment } from '../components/moments.ts';
import type { DenseColumn } from '../list/DenseTable.tsx';
import { ListPage } from '../list/ListPage.tsx';
import { type Items, useSecurity } from './api.ts';
import { FormDialog } from './FormDialog.tsx';
import { useDialog } from './use-dialog.ts';

interface MarkChange {
  id: string;
  key: string;
  title: string;
  from: Mark;
  to: Mark;
  lowers: boolean;
  reason: string;
  askedBy: string;
  askedById: string;
  askedAt: string;
  decision?: 'granted' | 'refused';
  decidedBy?: string;
  decidedAt?: string;
}

/** 密级变更: marks raised by one person or lowered by two, and what waits for the second. Row SEC-LEK-04. */
export default function MarksPage() {
  const list = useList({});
  const { can, user } = useSession();
  const changes = useSecurity<Items<MarkChange>>('marks', { ...list.asked, limit: 50 });
  const dialog = useDialog<'decide'>();
  const mayDecide = ({ decision, askedById }: MarkChange) =>
    !decision && can('file.release') && askedById !== user?.accountId;
  return (
    <>
      <ListPage
        title="密级变更"
        list={list}
        note="在办件材料、文书和受控文件旁标定密级；提高即时生效，降低须另一人批准"
        empty={{ title: '没有密级变更' }}
        query={changes}
        columns={columnsOf(mayDecide, (id) => dialog.show('decide', id))}
        rowKey={(change) => change.id}
      />
      {dialog.open && (
        <FormDialog
          title="决定是否降低密级"
          okText="提交"
          fields={[
            { name: 'granted', label: '决定', kind: 'choice', choices: { yes: '批准', no: '不批准' } },
            { name: 'note', label: '意见', kind: 'long' },
          ]}
          act={({ granted, note }) => ({
            path: `marks/${dialog.open?.subject}/decision`,
            body: { granted: granted === 'yes', note },
          })}
          onClose={dialog.close}
        />
      )}
    </>
  );
}

function columnsOf(
  mayDecide: (change: MarkChange) => boolean,
  onDecide: (id: string) => void,
): DenseColumn<MarkChange>[] {
  return [
    {
      key: 'file',
      title: '文件',
      render: (change) => (
        <>
          {change.title}
          <small>{change.key}</small>
        </>
      ),
    },
    {
      key: 'marks',
      title: '密级',
      width: 200,
      render: (change) => (
        <>
          <MarkTag mark={change.from} /> → <MarkTag mark={change.to} />
        </>
      ),
    },
    {
      key: 'why',
      title: '理由',
      render: (change) => (
        <>
          {change.reason}
          <small>
            {change.askedBy}，{moment(change.askedAt)}
          </small>
        </>
      ),
    },
    {
      key: 'decision',
      title: '决定',
      width: 190,
      render: (change) => {
        if (mayDecide(change))
          return (
            <Button size="small" onClick={() => onDecide(change.id)}>
              决定
            </Button>
          );
        if (!change.decision) return <StatusTag kind="waiting">等待另一人批准</StatusTag>;
        const granted = change.decision === 'granted';
        return (
          <>
            <StatusTag kind={granted ? 'done' : 'blocked'}>{granted ? '已生效' : '未批准'}</StatusTag>
            <small>
              {change.decidedBy}，{moment(change.decidedAt ?? '')}
            </small>
          </>
        );
      },
    },
  ];
}
