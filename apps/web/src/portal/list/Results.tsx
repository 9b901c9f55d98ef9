import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import type { Page } from '../../api/types.ts';
import { Awaited } from '../../components/Awaited.tsx';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import type { List } from '../../list/use-list.ts';
import { Pages } from './Pages.tsx';
import { type Column, Table } from './Table.tsx';

interface AnswerProps<Row> {
  /** What the rows are: 正在读取…, 没有符合条件的…. */
  what: string;
  query: UseQueryResult<Page<Row> | readonly Row[]>;
  list: List;
  /** Having none at all, and what to do then. */
  empty: { title: string; way?: ReactNode };
}

export interface ResultsProps<Row> extends AnswerProps<Row> {
  /** Of the list the rows are items of; lines to open where nothing is said. */
  className?: string | undefined;
  /** One item of the list, with its key. */
  children: (row: Row) => ReactElement;
}

/** What a query answers with, item by item and page by page; while there is nothing, why. */
export function Results<Row>({ className = 'lines', children, ...answer }: ResultsProps<Row>) {
  return <Answer {...answer}>{(rows) => <ul className={className}>{rows.map(children)}</ul>}</Answer>;
}

interface TableResultsProps<Row> extends AnswerProps<Row> {
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
}

/** The same as a table. */
export function TableResults<Row>({ columns, rowKey, ...answer }: TableResultsProps<Row>) {
  return (
    <Answer {...answer}>
      {(rows) => <Table caption={answer.what} columns={columns} rows={rows} rowKey={rowKey} />}
    </Answer>
  );
}

interface ShownProps<Row> extends AnswerProps<Row> {
  children: (rows: readonly Row[]) => ReactNode;
}

function Answer<Row>({ what, query, list, empty, children }: ShownProps<Row>) {
  return (
    <>
      <div aria-live="polite">
        <Awaited query={query} what={what}>
          {(answer) => {
            const { items, total } = 'items' in answer ? answer : { items: answer, total: undefined };
            if (items.length > 0)
              return (
                <>
                  {total !== undefined && <p className="secondary">共 {total} 件</p>}
                  {children(items)}
                </>
              );
            return list.active ? (
              <Empty title={`没有符合条件的${what}`}>
                <Button onClick={list.clear}>显示全部</Button>
              </Empty>
            ) : (
              <Empty title={empty.title}>{empty.way}</Empty>
            );
          }}
        </Awaited>
      </div>
      {query.data && 'items' in query.data && (
        <Pages paging={list.paging} nextCursor={query.data.nextCursor} />
      )}
    </>
  );
}
