import { App, Button } from 'antd';
import { useState } from 'react';
import { useTaskClaim } from '../../api/tasks.ts';
import type { TaskView } from '../../api/types.ts';
import { useSession } from '../../app/session-context.ts';
import { businessFilter } from '../../list/common-filters.ts';
import { type Filters, optionsOf } from '../../list/filters.ts';
import { useList } from '../../list/use-list.ts';
import { useWorkList } from '../api/tasks.ts';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import { ListPage } from '../list/ListPage.tsx';
import { casePagePath } from '../paths.ts';
import { useRoleTitles } from '../use-role-titles.ts';
import { AssignDialog } from './AssignDialog.tsx';
import { taskColumns } from './task-columns.tsx';
import { countTasks, orderTasks } from './task-order.ts';

const filters = {
  q: { kind: 'search', label: '搜索待办', hint: '受理编号、坐落、当事人' },
  whose: {
    kind: 'segments',
    label: '认领情况',
    options: optionsOf({ '': '全部', mine: '我认领的', unclaimed: '待认领' }),
  },
  business: businessFilter,
  role: { kind: 'choice', label: '岗位', options: () => useRoleTitles().options },
  timeliness: {
    kind: 'choice',
    label: '时限',
    options: optionsOf({ 'in-time': '时限内', warning: '即将到期', overdue: '已逾期' }),
  },
} satisfies Filters;

const order = 'promised';

/** 待办: what waits for the person's roles, and what the person took. */
export default function TasksPage() {
  const list = useList(filters);
  const { whose, ...asked } = list.asked;
  const { titleOf } = useRoleTitles();
  const { can } = useSession();
  const { message } = App.useApp();
  const claim = useTaskClaim();
  const [assigning, setAssigning] = useState<TaskView>();
  const tasks = useWorkList({ ...asked, limit: 50, ...(whose === 'mine' && { mine: true }) });
  const arrange = (items: readonly TaskView[]) =>
    orderTasks(whose === 'unclaimed' ? items.filter((task) => !task.claimedBy) : items, list.sort || order);
  const toggle = (task: TaskView | undefined) => {
    if (!task || (task.claimedBy && !task.isMine)) return;
    claim.mutate({ id: task.id, act: task.isMine ? 'release' : 'claim' });
  };
  return (
    <>
      <ListPage
        title="待办"
        note={<Counts tasks={arrange(tasks.data?.items ?? [])} />}
        what="待办"
        list={list}
        query={tasks}
        arrange={arrange}
        columns={taskColumns(
          titleOf,
          toggle,
          (task) => (task.isMine || can('task.assign') ? () => setAssigning(task) : undefined),
          claim.isPending ? claim.variables?.id : undefined,
        )}
        rowKey={(task) => task.id}
        to={(task) => casePagePath(task.caseNo)}
        order={order}
        keys={{
          c: { title: '认领或退回', act: toggle },
          r: { title: '刷新', act: () => void tasks.refetch() },
        }}
        empty={{ title: '现在没有轮到您的事项', hint: '新的办件到达您的岗位后会自动出现，无须刷新。' }}
        unmatched={{ title: '没有符合筛选条件的待办', hint: '可以放宽条件再看。' }}
        actions={
          <Button size="small" onClick={() => tasks.refetch()}>
            刷新
          </Button>
        }
      >
        <ProblemNotice error={claim.error} />
      </ListPage>
      {assigning && (
        <AssignDialog
          task={{ id: assigning.id, title: `${assigning.business.name}，${assigning.stepTitle}` }}
          onClose={() => setAssigning(undefined)}
          onDone={(name) => {
            setAssigning(undefined);
            void message.success(`已转给${name}`);
          }}
        />
      )}
    </>
  );
}

/** What the page shown comes to. */
function Counts({ tasks }: { tasks: readonly TaskView[] }) {
  const { total, mine, unclaimed, warning, overdue } = countTasks(tasks);
  return (
    <span aria-live="polite">
      本页 {total} 件，我已认领 {mine} 件，待认领 {unclaimed} 件{warning > 0 && `，即将到期 ${warning} 件`}
      {overdue > 0 && `，已逾期 ${overdue} 件`}
    </span>
  );
}
