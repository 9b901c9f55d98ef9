import { Link } from 'react-router';
import type { TaskView } from '../../api/types.ts';
import { StatusTag, TimelinessTag } from '../../components/StatusTag.tsx';
import { day, moment } from '../components/moments.ts';
import type { DenseColumn } from '../list/DenseTable.tsx';
import { casePagePath } from '../paths.ts';
import { earlierForSamePlace } from './delivery.ts';

/** Columns of the assistance queue; `queue` are all its tasks, to say which must go first. */
export function seizureColumns(
  roleTitle: (role: string) => string,
  queue: readonly TaskView[],
): DenseColumn<TaskView>[] {
  return [
    {
      key: 'since',
      title: '收到时间',
      width: 170,
      render: (task) => <span className="is-nowrap">{moment(task.since)}</span>,
    },
    {
      key: 'case',
      title: '协助事项',
      render: (task) => (
        <>
          <Link to={casePagePath(task.caseNo)}>{task.business.name}</Link>
          <small>{task.caseNo}</small>
        </>
      ),
    },
    {
      key: 'where',
      title: '不动产与当事人',
      render: (task) => {
        const earlier = earlierForSamePlace(queue, task);
        return (
          <>
            {task.location}
            <small>{task.parties.join('、')}</small>
            {earlier.length > 0 && (
              <StatusTag kind="waiting">
                同一不动产先到 {earlier.length} 件，须先办 {earlier[0]?.caseNo}
              </StatusTag>
            )}
          </>
        );
      },
    },
    {
      key: 'step',
      title: '环节',
      width: 130,
      render: (task) => (
        <>
          {task.stepTitle}
          <small>轮到{roleTitle(task.role)}</small>
        </>
      ),
    },
    {
      key: 'due',
      title: '应办结',
      width: 140,
      render: (task) => (
        <>
          {day(task.promisedBy)}
          <small>
            <TimelinessTag timeliness={task.timeliness} />
          </small>
        </>
      ),
    },
  ];
}
