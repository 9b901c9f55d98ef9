import { Button } from 'antd';
import { useTaskClaim } from '../../api/tasks.ts';
import { useWorkList } from '../api/tasks.ts';
import { shortMoment } from '../components/moments.ts';
import { Panel } from '../components/Panel.tsx';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import { useRoleTitles } from '../use-role-titles.ts';

/** Tasks of the case that wait for the person's roles: taking one tells colleagues that somebody is on it. */
export function CaseTasks({ caseNo }: { caseNo: string }) {
  const tasks = useWorkList({ q: caseNo });
  const claim = useTaskClaim();
  const { titleOf } = useRoleTitles();
  const own = (tasks.data?.items ?? []).filter((task) => task.caseNo === caseNo);
  if (own.length === 0) return null;
  return (
    <Panel title="待办">
      <ul className="desk-plain-list">
        {own.map((task) => (
          <li key={task.id}>
            {task.stepTitle}
            <small className="desk-secondary">
              轮到{titleOf(task.role)}，{shortMoment(task.since, new Date())} 起
            </small>
            {task.claimedBy && !task.isMine ? (
              <small>{task.claimedBy}已认领</small>
            ) : (
              <Button
                size="small"
                loading={claim.isPending}
                onClick={() => claim.mutate({ id: task.id, act: task.isMine ? 'release' : 'claim' })}
              >
                {task.isMine ? '退回待认领' : '认领'}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ProblemNotice error={claim.error} />
    </Panel>
  );
}
