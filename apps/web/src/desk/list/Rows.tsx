import type { UseQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Page } from '../../api/types.ts';
import type { Paging } from '../../list/use-list.ts';
import { Awaited, Nothing } from '../components/states.tsx';
import { type DenseColumn, DenseTable } from './DenseTable.tsx';
import { Pager } from './Pager.tsx';

/** Some lists come by the page, some whole. */
export type Answer<Row> = Page<Row> | readonly Row[];

export interface Words {
  title: string;
  hint?: string;
}

export interface RowsProps<Row, Given = Row> {
  /** What the rows are: 正在读取…, 没有读到…, and the caption of the table where none is given. */
  what: string;
  caption?: string;
  query: UseQueryResult<Answer<Given>>;
  columns: readonly DenseColumn<Row>[];
  rowKey: (row: Row) => string;
  /** What is shown of what came, and in which order; all of it as it came when left out. */
  arrange?: ((rows: readonly Given[]) => readonly Row[]) | undefined;
  empty: Words;
  /** A way out of an empty list. */
  onClear?: (() => void) | undefined;
  paging?: Paging | undefined;
  /** The row under the keyboard, or the key of one shown elsewhere on the page. */
  selected?: number | string | undefined;
  onOpen?: ((row: Row) => void) | undefined;
  sort?: string | undefined;
  onSort?: ((sort: string) => void) | undefined;
}

/** The rows a query answers with, page by page; while there are none, why. */
export function Rows<Row, Given = Row>(props: RowsProps<Row, Given>): ReactNode {
  const { what, query, columns, rowKey, empty, onClear, paging, selected, onOpen, sort, onSort } = props;
  return (
    <Awaited query={query} what={what} lines={8}>
      {(answer) => {
        const rows = rowsOf(answer, props.arrange);
        return (
          <>
            {rows.length === 0 ? (
              <Nothing {...empty}>{onClear && <Button onClick={onClear}>清除条件</Button>}</Nothing>
            ) : (
              <DenseTable
                caption={props.caption ?? what}
                columns={columns}
                rows={rows}
                rowKey={rowKey}
                selected={
                  typeof selected === 'string' ? rows.findIndex((row) => rowKey(row) === selected) : selected
                }
                onOpen={
                  onOpen &&
                  ((index) => {
                    const row = rows[index];
                    if (row) onOpen(row);
                  })
                }
                sort={sort}
                onSort={onSort}
              />
            )}
            {paging && 'items' in answer && <Pager shown={rows.length} page={answer} paging={paging} />}
          </>
        );
      }}
    </Awaited>
  );
}

export function rowsOf<Row, Given>(
  answer: Answer<Given> | undefined,
  arrange: RowsProps<Row, Given>['arrange'],
): readonly Row[] {
  const given = answer === undefined ? [] : 'items' in answer ? answer.items : answer;
  return arrange ? arrange(given) : (given as readonly unknown[] as readonly Row[]);
}
