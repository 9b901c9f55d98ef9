import { App, Button, Segmented, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { useBusinesses } from '../../api/businesses.ts';
import { useTaskClaim } from '../../api/tasks.ts';
import type { TaskView } from '../../api/types.ts';
import { useSession } from '../../app/session-context.ts';
import { useWorkList } from '../api/tasks.ts';
import { PageHead } from '../components/Panel.tsx';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import { Awaited, Nothing } from '../components/states.tsx';
import { DenseTable } from '../list/DenseTable.tsx';
import { KeyHints } from '../list/KeyHints.tsx';
import { Pager } from '../list/Pager.tsx';
import { SearchField } from '../list/SearchField.tsx';
import { useListKeys } from '../list/use-list-keys.ts';
import { useUrlFilters } from '../list/use-url-filters.ts';
import { casePagePath } from '../paths.ts';
import { useRoleTitles } from '../use-role-titles.ts';
import { AssignDialog } from './AssignDialog.tsx';
import { taskColumns } from './task-columns.tsx';
import { countTasks, orderTasks } from './task-order.ts';

const filterNames = ['q', 'business', 'role', 'timeliness', 'whose', 'sort'] as const;

const timelinessOptions = [
  { value: 'in-time', label: '时限内' },
  { value: 'warning', label: '即将到期' },
  { value: 'overdue', label: '已逾期' },
];

/** 待办: what waits for the person's roles, and what the person took. */
export default function TasksPage() {
  const filters = useUrlFilters(filterNames);
  const { q, business, role, timeliness, whose, sort } = filters.values;
  const navigate = useNavigate();
  const businesses = useBusinesses();
  const roleTitles = useRoleTitles();
  const claim = useTaskClaim();
  const { can } = useSession();
  const { message } = App.useApp();
  const [assigning, setAssigning] = useState<TaskView>();
  const tasks = useWorkList({
    q,
    business,
    role,
    timeliness,
    limit: 50,
    ...(whose === 'mine' && { mine: true }),
    ...(filters.cursor && { cursor: filters.cursor }),
  });
  const rows = useMemo(() => {
    const items = tasks.data?.items ?? [];
    const wanted = whose === 'unclaimed' ? items.filter((task) => !task.claimedBy) : items;
    return orderTasks(wanted, sort || 'promised');
  }, [tasks.data, whose, sort]);

  const open = (index: number) => {
    const task = rows[index];
    if (task) void navigate(casePagePath(task.caseNo));
  };
  const toggle = (task: TaskView | undefined) => {
    if (!task || (task.claimedBy && !task.isMine)) return;
    claim.mutate({ id: task.id, act: task.isMine ? 'release' : 'claim' });
  };
  const assignable = (task: TaskView) =>
    task.isMine || can('task.assign') ? () => setAssigning(task) : undefined;
  const { selected } = useListKeys({
    count: rows.length,
    onOpen: open,
    others: { c: (index) => toggle(rows[index]), r: () => void tasks.refetch() },
    searchId: 'task-search',
  });
  const columns = taskColumns(
    roleTitles.titleOf,
    toggle,
    assignable,
    claim.isPending ? claim.variables?.id : undefined,
  );
  const counts = countTasks(rows);

  return (
    <>
      <PageHead
        title="待办"
        note={
          <span aria-live="polite">
            本页 {counts.total} 件，我已认领 {counts.mine} 件，待认领 {counts.unclaimed} 件
            {counts.warning > 0 && `，即将到期 ${counts.warning} 件`}
            {counts.overdue > 0 && `，已逾期 ${counts.overdue} 件`}
          </span>
        }
        actions={
          <Button size="small" onClick={() => tasks.refetch()}>
            刷新
          </Button>
        }
      />
      <search className="desk-filters" aria-label="筛选待办">
        <SearchField
          id="task-search"
          label="搜索待办"
          placeholder="受理编号、坐落、当事人"
          value={q}
          onSearch={(value) => filters.set({ q: value })}
        />
        <Segmented
          aria-label="认领情况"
          value={whose}
          onChange={(value) => filters.set({ whose: value })}
          options={[
            { value: '', label: '全部' },
            { value: 'mine', label: '我认领的' },
            { value: 'unclaimed', label: '待认领' },
          ]}
        />
        <Select
          aria-label="登记业务"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="登记业务"
          style={{ width: 200 }}
          value={business || null}
          onChange={(value) => filters.set({ business: value ?? '' })}
          options={(businesses.data ?? []).map((item) => ({ value: item.code, label: item.name }))}
        />
        <Select
          aria-label="岗位"
          allowClear
          placeholder="岗位"
          style={{ width: 120 }}
          value={role || null}
          onChange={(value) => filters.set({ role: value ?? '' })}
          options={roleTitles.options}
        />
        <Select
          aria-label="时限"
          allowClear
          placeholder="时限"
          style={{ width: 120 }}
          value={timeliness || null}
          onChange={(value) => filters.set({ timeliness: value ?? '' })}
          options={timelinessOptions}
        />
        {filters.active && (
          <Button type="link" onClick={filters.clear}>
            清除筛选
          </Button>
        )}
      </search>
      <ProblemNotice error={claim.error} />
      <div className="desk-list">
        <Awaited query={tasks} what="待办" lines={10}>
          {(page) =>
            rows.length === 0 ? (
              <Nothing
                title={filters.active ? '没有符合筛选条件的待办' : '现在没有轮到您的事项'}
                hint={filters.active ? '可以放宽条件再看。' : '新的办件到达您的岗位后会自动出现，无须刷新。'}
              >
                {filters.active && <Button onClick={filters.clear}>清除筛选</Button>}
              </Nothing>
            ) : (
              <>
                <DenseTable
                  caption="待办列表"
                  columns={columns}
                  rows={rows}
                  rowKey={(task) => task.id}
                  selected={selected}
                  onOpen={open}
                  sort={sort || 'promised'}
                  onSort={(value) => filters.set({ sort: value })}
                />
                <Pager
                  shown={rows.length}
                  total={page.total}
                  cursor={filters.cursor}
                  nextCursor={page.nextCursor}
                  onGo={filters.goTo}
                />
              </>
            )
          }
        </Awaited>
      </div>
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
      <KeyHints
        hints={[
          ['j', '下一件'],
          ['k', '上一件'],
          ['Enter', '打开'],
          ['c', '认领或退回'],
          ['r', '刷新'],
          ['/', '搜索'],
        ]}
      />
    </>
  );
}
