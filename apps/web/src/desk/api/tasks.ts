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
