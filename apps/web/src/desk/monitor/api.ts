import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { StandingView, StatisticsView } from '../../../../../services/insight/schema.ts';
import type { ReviewNotice, ReviewStep } from '../../../../../services/registration/review-schema.ts';
import { get } from '../../api/client.ts';
import type { Page } from '../../api/types.ts';

export type { ReviewNotice, ReviewStep, StandingView, StatisticsView };

/** Often enough to be called now, seldom enough not to be felt. */
const refreshEvery = 4_000;

export function useStanding() {
  return useQuery({
    queryKey: ['automatic-review', 'standing'],
    placeholderData: keepPreviousData,
    refetchInterval: refreshEvery,
    queryFn: ({ signal }) => get<StandingView>('/api/automatic-review/standing', undefined, signal),
  });
}

export interface StatisticsQuery {
  from?: string;
  to?: string;
  business?: string;
}

export const statisticsPath = '/api/automatic-review/statistics';

/** The last thirty days when no period is named. */
export function useStatistics(query: StatisticsQuery) {
  return useQuery({
    queryKey: ['automatic-review', 'statistics', query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => get<StatisticsView>(statisticsPath, { ...query }, signal),
  });
}

export function useReviewLog(caseNo: string) {
  return useQuery({
    queryKey: ['cases', 'one', caseNo, 'review-log'],
    queryFn: ({ signal }) =>
      get<Page<ReviewStep>>(`/api/cases/${encodeURIComponent(caseNo)}/review-log`, undefined, signal),
    select: (answer) => answer.items,
  });
}

/** `version` is the case's: what is to be said may change with every step. */
export function useReviewNotice(caseNo: string, version: number) {
  return useQuery({
    queryKey: ['cases', 'one', caseNo, 'review-notice', version],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      get<{ notice?: ReviewNotice }>(
        `/api/cases/${encodeURIComponent(caseNo)}/review-notice`,
        undefined,
        signal,
      ),
    // Null for nothing: kept data that selects to undefined is asked for over and over.
    select: (answer) => answer.notice ?? null,
  });
}
