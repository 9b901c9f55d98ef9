import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send } from './client.ts';
import type { Page, TaskView } from './types.ts';

export interface TaskQuery {
  q?: string;
  mine?: boolean;
  business?: string;
  role?: string;
  timeliness?: string;
  cursor?: string;
}

export function useTasks(query: TaskQuery, enabled = true) {
  return useQuery({
    queryKey: ['tasks', query],
    enabled,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => get<Page<TaskView>>('/api/tasks', { ...query }, signal),
  });
}

/** Takes a task to oneself, or gives it back. */
export function useTaskClaim() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, act }: { id: string; act: 'claim' | 'release' }) =>
      send<TaskView | undefined>(`/api/tasks/${encodeURIComponent(id)}/${act}`, { method: 'POST' }),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['tasks'] });
      void client.invalidateQueries({ queryKey: ['cases'] });
    },
  });
}
