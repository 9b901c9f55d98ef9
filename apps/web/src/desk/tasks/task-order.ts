import type { TaskView } from '../../api/types.ts';

export type TaskSort = 'since' | 'promised' | 'business';

const far = '9999-12-31';

const keys: Record<TaskSort, (task: TaskView) => string> = {
  since: (task) => task.since,
  promised: (task) => `${task.promisedBy ?? far} ${task.since}`,
  business: (task) => `${task.business.name} ${task.since}`,
};

/** Orders tasks by `since`, `promised` or `business`, a leading minus turning it round; anything else leaves them. */
export function orderTasks(tasks: readonly TaskView[], sort: string): TaskView[] {
  const name = sort.replace(/^-/, '');
  if (!isSort(name)) return [...tasks];
  const key = keys[name];
  const direction = sort.startsWith('-') ? -1 : 1;
  return [...tasks].sort((left, right) => direction * key(left).localeCompare(key(right), 'zh-CN'));
}

function isSort(name: string): name is TaskSort {
  return Object.hasOwn(keys, name);
}

export interface TaskCounts {
  total: number;
  mine: number;
  unclaimed: number;
  warning: number;
  overdue: number;
}

/** What the page shown holds, for the line above the list. */
export function countTasks(tasks: readonly TaskView[]): TaskCounts {
  return {
    total: tasks.length,
    mine: tasks.filter((task) => task.isMine).length,
    unclaimed: tasks.filter((task) => !task.claimedBy).length,
    warning: tasks.filter((task) => task.timeliness === 'warning').length,
    overdue: tasks.filter((task) => task.timeliness === 'overdue').length,
  };
}
