import { Button } from 'antd';
import { Link } from 'react-router';
import type { TaskView } from '../../api/types.ts';
import { StatusTag, TimelinessTag } from '../../components/StatusTag.tsx';
import { day, shortMoment } from '../components/moments.ts';
import type { DenseColumn } from '../list/DenseTable.tsx';
import { casePagePath } from '../paths.ts';

/** Columns of the work list. `busy` is the task whose claim is on its way. */
export function taskColumns(
  roleTitle: (role: string) => string,
  onToggle: (task: TaskView) => void,
  /** Hands a task on; absent for tasks the person may not. */
  onAssign: (task: TaskView) => (() => void) | undefined,
  busy: string | undefined,
): DenseColumn<TaskView>[] {
  return [
    {
      key: 'case',
      title: '登记业务',
      sort: 'business',
      render: (task) => (
        <>
          <Link to={casePagePath(task.caseNo)}>{task.business.name}</Link>
          <small>{task.caseNo}</small>
        </>
      ),
    },
    {
      key: 'what',
      title: '坐落与当事人',
      render: (task) => (
        <>
          {task.location}
          <small>{task.parties.join('、')}</small>
        </>
      ),
    },
    {
      key: 'step',
      title: '环节',
      width: 120,
      render: (task) => (
        <>
          {task.stepTitle}
          <small>{task.for ? <b className="desk-for">代{task.for}</b> : `轮到${roleTitle(task.role)}`}</small>
          {task.resumable ? (
            <StatusTag kind="waiting">待恢复办理</StatusTag>
          ) : (
            task.suspended && <StatusTag kind="blocked">已中止</StatusTag>
          )}
        </>
      ),
    },
    {
      key: 'since',
      title: '到达',
      sort: 'since',
      width: 110,
      wideOnly: true,
      render: (task) => <span className="is-nowrap">{shortMoment(task.since, new Date())}</span>,
    },
    {
      key: 'promised',
      title: '承诺办结',
      sort: 'promised',
      width: 140,
      render: (task) => (
        <>
          <span className="is-nowrap">
            {!task.promisedBy && task.until
              ? `${shortMoment(task.until, new Date())} 期满`
              : day(task.promisedBy)}
          </span>
          <small>
            <TimelinessTag timeliness={task.timeliness} />
          </small>
        </>
      ),
    },
    {
      key: 'claim',
      title: '认领',
      width: 190,
      render: (task) => (
        <Claim
          task={task}
          busy={busy === task.id}
          onToggle={() => onToggle(task)}
          onAssign={onAssign(task)}
        />
      ),
    },
  ];
}

interface ClaimProps {
  task: TaskView;
  busy: boolean;
  onToggle: () => void;
  onAssign: (() => void) | undefined;
}

function Claim({ task, busy, onToggle, onAssign }: ClaimProps) {
  return (
    <span className="desk-row">
      {task.claimedBy && !task.isMine ? (
        <span className="desk-secondary">{task.claimedBy}</span>
      ) : (
        <Button size="small" loading={busy} onClick={onToggle}>
          {task.isMine ? '退回待认领' : '认领'}
        </Button>
      )}
      {onAssign && (
        <Button size="small" onClick={onAssign}>
          转办
        </Button>
      )}
    </span>
  );
}
