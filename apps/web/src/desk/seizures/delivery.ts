import type { TaskView } from '../../api/types.ts';

/** 查封, 续封, 解封 and their kin: businesses of the assistance desk. */
export function isSeizureBusiness(business: { code: string; name: string }): boolean {
  return /seizure/.test(business.code) || /查封|续封|解封|协助执行/.test(business.name);
}

/** Tasks of seizures, the first delivered first: the law gives no other order. */
export function inOrderOfDelivery(tasks: readonly TaskView[]): TaskView[] {
  return tasks
    .filter((task) => isSeizureBusiness(task.business))
    .sort((left, right) => left.since.localeCompare(right.since) || left.caseNo.localeCompare(right.caseNo));
}

/** Cases delivered earlier for the same place that are still open: they go first. */
export function earlierForSamePlace(tasks: readonly TaskView[], task: TaskView): TaskView[] {
  const ordered = inOrderOfDelivery(tasks);
  const position = ordered.findIndex((item) => item.id === task.id);
  return ordered.slice(0, Math.max(position, 0)).filter((item) => item.location === task.location);
}
