import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client.ts';

/** One business in a period. Days are working days. */
export interface Indicator {
  business: string;
  name: string;
  opened: number;
  completed: number;
  /** 0 to 1. */
  onlineShare: number;
  promisedDays: number;
  statutoryDays: number;
  averageDays?: number;
  overdue: number;
  requiredMaterials: number;
  steps: number;
}

interface Indicators {
  from: string;
  to: string;
  items: Indicator[];
}

/** The year so far when no period is named. */
export function useIndicators({ from, to }: { from: string; to: string }) {
  return useQuery({
    queryKey: ['indicators', from, to],
    queryFn: ({ signal }) =>
      get<Indicators>('/api/indicators', { ...(from && { from }), ...(to && { to }) }, signal),
  });
}
