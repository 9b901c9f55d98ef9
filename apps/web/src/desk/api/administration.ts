import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send } from '../../api/client.ts';

export interface PeerStatus {
  code: string;
  title: string;
  department: string;
  configured: boolean;
  state: 'normal' | 'failing' | 'stopped' | 'unused' | 'not-configured';
  stateTitle: string;
  lastCall?: {
    at: string;
    operation: string;
    direction: 'outgoing' | 'incoming';
    outcome: string;
    latencyMs: number;
  };
  calls: number;
  successRate?: number;
  p95Ms?: number;
  waiting: number;
  dead: number;
  operations: { name: string; title: string; direction: 'outgoing' | 'incoming' }[];
}

const watchEvery = 15_000;

export function usePeers() {
  return useQuery({
    queryKey: ['exchange', 'peers'],
    refetchInterval: watchEvery,
    queryFn: ({ signal }) => get<{ items: PeerStatus[] }>('/api/exchange/peers', undefined, signal),
    select: (answer) => answer.items,
  });
}

/** A day that departs from Monday to Friday. */
export interface CalendarDay {
  date: string;
  kind: 'holiday' | 'make-up';
  name: string;
  source: string;
  verified: boolean;
}

export function useCalendar(year: number) {
  return useQuery({
    queryKey: ['calendar', year],
    queryFn: ({ signal }) => get<{ items: CalendarDay[] }>('/api/calendar', { year }, signal),
    select: (answer) => answer.items,
  });
}

export interface DayChange {
  date: string;
  kind: 'holiday' | 'make-up' | 'ordinary';
  name: string;
}

/** Changes one day; the answer says how many open cases got another date by it. */
export function useChangeDay() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ date, ...body }: DayChange) =>
      send<{ date: string; workingDay: boolean; movedCases: number }>(`/api/calendar/${date}`, {
        method: 'PUT',
        body,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['calendar'] }),
  });
}
