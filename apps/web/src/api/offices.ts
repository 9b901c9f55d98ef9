import { useQuery } from '@tanstack/react-query';
import { send } from './client.ts';

export interface Office {
  code: string;
  name: string;
  city: string;
}

export function useOffices() {
  return useQuery({
    queryKey: ['offices'],
    staleTime: 3_600_000,
    queryFn: ({ signal }) => send<{ items: Office[] }>('/api/offices', { anonymous: true, signal }),
    select: (answer) => answer.items,
  });
}
