import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState } from './ErrorState.tsx';
import { Loading } from './Loading.tsx';

interface AwaitedProps<T> {
  query: UseQueryResult<T>;
  /** In the words of the page: 正在读取您的办件. */
  what: string;
  children: (data: T) => ReactNode;
}

/** The answer of a query once there is one; until then, or without one, that in words with a way to try again. */
export function Awaited<T>({ query, what, children }: AwaitedProps<T>): ReactNode {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <ErrorState problem={query.error} onRetry={() => void query.refetch()} />;
  return <Loading what={what} />;
}
