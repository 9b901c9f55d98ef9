import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { get } from '../../api/client.ts';
import type { Page, TaskView } from '../../api/types.ts';

export interface WorkQuery {
  q?: string;
  mine?: boolean;
  business?: string;
  role?: string;
  timeliness?: string;
  cursor?: string;
  limit?: number;
}

const refreshEvery = 20_000;

/** The work list, asked again by itself while the page is looked at: colleagues take tasks all the time. */
export function useWorkList(query: WorkQuery) {
  return useQuery({
    queryKey: ['tasks', 'desk', query],
    placeholderData: keepPreviousData,
    refetchInterval: refreshEvery,
    queryFn: ({ signal }) => get<Page<TaskView>>('/api/tasks', { ...query }, signal),
  });
}

/** Enough for any registry; beyond it something else is wrong. */
const mostWork = 1_000;

/** All that waits for the person, page after page: an order of delivery with gaps in it would be none. */
export function useAllWork() {
  return useQuery({
    queryKey: ['tasks', 'all'],
    placeholderData: keepPreviousData,
    refetchInterval: refreshEvery,
    queryFn: async ({ signal }) => {
      const tasks: TaskView[] = [];
      let cursor: string | undefined;
      do {
        const page: Page<TaskView> = await get('/api/tasks', { cursor, limit: 100 }, signal);
        tasks.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== undefined && tasks.length < mostWork);
      return tasks;
    },
  });
}
