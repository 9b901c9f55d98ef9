import { DisconnectOutlined, InboxOutlined, LockOutlined, StopOutlined } from '@ant-design/icons';
import type { UseQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { type ApiProblem, asProblem } from '../../api/problem.ts';

/** Still loading, in words for those who do not see the grey lines. */
export function Loading({ what, lines = 5 }: { what: string; lines?: number }) {
  return (
    <div className="desk-skeleton" role="status" aria-label={`正在读取${what}`}>
      {Array.from({ length: lines }, (_, index) => (
        <div key={String(index)} style={{ width: `${92 - ((index * 17) % 45)}%` }} />
      ))}
    </div>
  );
}

/** Nothing to show, and what to do about it. */
export function Nothing({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) {
  return (
    <div className="desk-state">
      <InboxOutlined aria-hidden="true" />
      <div>
        <h2>{title}</h2>
        {hint && <p>{hint}</p>}
        {children}
      </div>
    </div>
  );
}

interface ReadFailureProps {
  error: unknown;
  what: string;
  /** It is all there is to see: then its words are the page's heading. */
  page?: boolean;
  onRetry?: () => void;
}

/** What went wrong with reading something, with a way on. */
export function ReadFailure({ error, what, page = false, onRetry }: ReadFailureProps) {
  const problem = asProblem(error);
  const words = wordsFor(problem, what);
  return (
    <div className="desk-state is-bad" role="alert">
      {words.icon}
      <div>
        {page ? <h1>{words.title}</h1> : <h2>{words.title}</h2>}
        <p>{words.detail}</p>
        {onRetry && problem.undecided && <Button onClick={onRetry}>再试一次</Button>}
      </div>
    </div>
  );
}

function wordsFor(problem: ApiProblem, what: string) {
  if (problem.status === 403) {
    return {
      icon: <LockOutlined aria-hidden="true" />,
      title: `您不能查看${what}`,
      detail: problem.detail ?? '您的岗位没有这项权限。确需查看的，请联系本机构的安全管理员授权。',
    };
  }
  if (problem.status === 404) {
    return {
      icon: <StopOutlined aria-hidden="true" />,
      title: `没有找到${what}`,
      detail: problem.detail ?? '请核对编号；也可能属于其他登记机构。',
    };
  }
  return {
    icon: <DisconnectOutlined aria-hidden="true" />,
    title: `没有读到${what}`,
    detail: [problem.title, problem.detail].filter(Boolean).join('。'),
  };
}

interface AwaitedProps<T> {
  query: UseQueryResult<T>;
  what: string;
  lines?: number;
  /** The page is nothing without the answer. */
  page?: boolean;
  children: (data: T) => ReactNode;
}

/** The answer of a query once there is one; until then, or without one, the state in words. */
export function Awaited<T>({ query, what, lines, page = false, children }: AwaitedProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) {
    return <ReadFailure error={query.error} what={what} page={page} onRetry={() => query.refetch()} />;
  }
  return <Loading what={what} {...(lines !== undefined && { lines })} />;
}
