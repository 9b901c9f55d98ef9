import { useMutation, useQueryClient } from '@tanstack/react-query';
import { send } from './client.ts';
import type { TaskView } from './types.ts';

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
