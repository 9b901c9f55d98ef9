import { App, Button } from 'antd';
import { useState } from 'react';
import { useTaskClaim } from '../../api/tasks.ts';
import type { CaseView } from '../../api/types.ts';
import { useSession } from '../../app/session-context.ts';
import { useWorkList } from '../api/tasks.ts';
import { shortMoment } from '../components/moments.ts';
import { Panel } from '../components/Panel.tsx';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import { AssignDialog } from '../tasks/AssignDialog.tsx';
import { useRoleTitles } from '../use-role-titles.ts';

/** Tasks of the case that wait for the person's roles: taking one tells colleagues that somebody is on it. */
export function CaseTasks({ view }: { view: CaseView }) {
  const { caseNo } = view;
  const { can } = useSession();
  const { message } = App.useApp();
  const [assigning, setAssigning] = useState<{ id: string; title: string }>();
  const tasks = useWorkList({ q: caseNo });
  const claim = useTaskClaim();
  const { titleOf } = useRoleTitles();
  const own = (tasks.data?.items ?? []).filter((task) => task.caseNo === caseNo);
  // Those of colleagues, for who may hand them on.
  const others = view.waitingFor.flatMap(({ task, title, assignedTo }) =>
    task && can('task.assign') && !own.some(({ id }) => id === task) ? [{ id: task, title, assignedTo }] : [],
  );
  if (own.length === 0 && others.length === 0) return null;
  return (
    <Panel title="待办">
      <ul className="desk-plain-list">
        {own.map((task) => (
          <li key={task.id}>
            {task.stepTitle}
            <small className="desk-secondary">
              {task.for ? <b className="desk-for">代{task.for}</b> : `轮到${titleOf(task.role)}`}，
              {shortMoment(task.since, new Date())} 起
            </small>
            <span className="desk-row">
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
              {(task.isMine || can('task.assign')) && (
                <Button size="small" onClick={() => setAssigning({ id: task.id, title: task.stepTitle })}>
                  转办
                </Button>
              )}
            </span>
          </li>
        ))}
        {others.map((task) => (
          <li key={task.id}>
            {task.title}
            <small className="desk-secondary">
              {task.assignedTo ? `${task.assignedTo}已认领` : '还没有人认领'}
            </small>
            <Button size="small" onClick={() => setAssigning(task)}>
              转办
            </Button>
          </li>
        ))}
      </ul>
      {assigning && (
        <AssignDialog
          task={assigning}
          onClose={() => setAssigning(undefined)}
          onDone={(name) => {
            setAssigning(undefined);
            void message.success(`已转给${name}`);
          }}
        />
      )}
      <ProblemNotice error={claim.error} />
    </Panel>
  );
}
