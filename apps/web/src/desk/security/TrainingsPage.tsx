import { Button } from 'antd';
import { useSession } from '../../app/session-context.ts';
import { StatusTag } from '../../components/StatusTag.tsx';
import { moment } from '../components/moments.ts';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import type { DenseColumn } from '../list/DenseTable.tsx';
import { ListPage } from '../list/ListPage.tsx';
import { useAct, useSecurity } from './api.ts';
import { FormDialog } from './FormDialog.tsx';
import { useDialog } from './use-dialog.ts';

interface TrainingView {
  id: string;
  kind: 'training' | 'procedure';
  title: string;
  content: string;
  dueAt: string;
  completed: number;
  own: boolean;
}

/** 培训与规程: what every member of staff takes or confirms, and how many have. Rows SEC-RPT-04, SEC-RPT-05. */
export default function TrainingsPage() {
  const { can } = useSession();
  const trainings = useSecurity<{ staff: number; items: TrainingView[] }>('trainings');
  const complete = useAct();
  const dialog = useDialog<'plan'>();
  const staff = trainings.data?.staff ?? 0;
  const columns: DenseColumn<TrainingView>[] = [
    {
      key: 'title',
      title: '名称',
      render: (row) => (
        <>
          {row.title}
          <small>{row.kind === 'training' ? '培训' : '操作规程'}</small>
        </>
      ),
    },
    { key: 'content', title: '内容', render: (row) => row.content },
    { key: 'due', title: '期限', width: 170, render: (row) => moment(row.dueAt) },
    {
      key: 'rate',
      title: '完成',
      width: 110,
      align: 'right',
      render: (row) => `${row.completed} / ${staff} 人`,
    },
    {
      key: 'own',
      title: '本人',
      width: 130,
      render: (row) =>
        row.own ? (
          <StatusTag kind="done">已完成</StatusTag>
        ) : (
          <Button size="small" onClick={() => complete.mutate({ path: `trainings/${row.id}/completion` })}>
            {row.kind === 'training' ? '已学完' : '已阅并遵守'}
          </Button>
        ),
    },
  ];
  return (
    <>
      <ListPage
        title="培训与规程"
        empty={{ title: '还没有培训和规程' }}
        query={trainings}
        columns={columns}
        rowKey={(row) => row.id}
        actions={
          can('security.manage') && (
            <Button type="primary" onClick={() => dialog.show('plan')}>
              新增
            </Button>
          )
        }
      >
        <ProblemNotice error={complete.error} />
      </ListPage>
      {dialog.open && (
        <FormDialog
          title="计划培训或发布规程"
          okText="发布"
          fields={[
            {
              name: 'kind',
              label: '种类',
              kind: 'choice',
              choices: { training: '培训', procedure: '操作规程' },
            },
            { name: 'title', label: '名称' },
            { name: 'content', label: '内容', kind: 'long' },
            { name: 'dueAt', label: '完成期限', kind: 'date' },
          ]}
          act={(body) => ({ path: 'trainings', body })}
          onClose={dialog.close}
        />
      )}
    </>
  );
}
