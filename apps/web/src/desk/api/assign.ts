import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../../api/client.ts';
import { useIdempotency } from '../../api/idempotency.ts';
import type { CaseView } from '../../api/types.ts';

const taskPath = (id: string): string => `/api/tasks/${encodeURIComponent(id)}`;

export interface Assignee {
  account: string;
  name: string;
  /** Tasks they hold already. */
  open: number;
}

/** Colleagues a task could be handed to, those with the least at hand first. */
export function useAssignees(task: string) {
  return useQuery({
    queryKey: ['tasks', task, 'assignees'],
    queryFn: ({ signal }) => get<{ items: Assignee[] }>(`${taskPath(task)}/assignees`, undefined, signal),
    select: (answer) => answer.items.toSorted((left, right) => left.open - right.open),
  });
}

/** 转办: hands a task to a colleague, with the reason on record. */
export function useAssign(task: string) {
  const once = useIdempotency();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { to: string; reason: string }) =>
      once(body, (key) => send<CaseView>(`${taskPath(task)}/assign`, { method: 'POST', body, key })),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['tasks'] });
      void client.invalidateQueries({ queryKey: ['cases'] });
    },
  });
}
