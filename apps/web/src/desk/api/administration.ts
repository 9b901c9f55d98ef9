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

export interface NamedDay {
  date: string;
  name: string;
}

export interface YearCalendar {
  year: number;
  holidays: NamedDay[];
  makeUpDays: NamedDay[];
  source?: string;
  verified?: boolean;
}

export function useCalendar(year: number) {
  return useQuery({
    queryKey: ['calendar', year],
    queryFn: ({ signal }) => get<YearCalendar>('/api/calendar', { year }, signal),
  });
}

export function useSaveCalendar() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (calendar: YearCalendar) =>
      send<YearCalendar>('/api/calendar', {
        method: 'PUT',
        query: { year: calendar.year },
        body: { holidays: calendar.holidays, makeUpDays: calendar.makeUpDays },
      }),
    onSuccess: (_, calendar) => client.invalidateQueries({ queryKey: ['calendar', calendar.year] }),
  });
}
