import type { MouseEvent, ReactNode } from 'react';
import { Fragment, useEffect, useRef } from 'react';

export interface DenseColumn<Row> {
  key: string;
  title: string;
  render: (row: Row) => ReactNode;
  width?: number | string;
  align?: 'right';
  /** Name of the sorting; the head becomes a button. */
  sort?: string;
  /** Left out on narrow screens; on a phone, where a row is a card, shown again. */
  wideOnly?: boolean;
  /** Left out on paper. */
  screenOnly?: boolean;
}

interface DenseTableProps<Row> {
  caption: string;
  columns: readonly DenseColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The row under the keyboard, or -1; it is scrolled to. */
  selected?: number | undefined;
  /** A row marked for another reason; nothing scrolls. */
  marked?: (row: Row) => boolean;
  onOpen?: ((index: number) => void) | undefined;
  /** A heading row, where a group of rows begins. */
  heading?: (row: Row, before: Row | undefined) => ReactNode;
  /** `name` ascending or `-name` descending. */
  sort?: string | undefined;
  onSort?: ((sort: string) => void) | undefined;
}

/**
 * A plain table for people who read hundreds of lines a day: sticky head, hairlines, a visible row under the
 * keyboard. A click on a line opens it; its first cell still holds a real link, which keyboards and readers use.
 */
export function DenseTable<Row>(props: DenseTableProps<Row>) {
  const { columns, rows, selected = -1, onOpen } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    if (selected >= 0) body.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);

  const open = (event: MouseEvent, index: number) => {
    const target = event.target as HTMLElement;
    if (target.closest('a, button, input, label')) return;
    if (window.getSelection()?.toString()) return;
    onOpen?.(index);
  };

  return (
    <table className="desk-table desk-rows">
      <caption className="visually-hidden">{props.caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <HeadCell
              key={column.key}
              title={column.title}
              width={column.width}
              className={cellClass(column)}
              sort={column.sort}
              sorted={props.sort}
              onSort={props.onSort}
            />
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((row, index) => (
          <Fragment key={props.rowKey(row)}>
            {props.heading?.(row, rows[index - 1])}
            <tr
              className={onOpen ? 'is-openable' : undefined}
              aria-current={index === selected || props.marked?.(row) ? 'true' : undefined}
              onClick={(event) => open(event, index)}
            >
              {columns.map((column) => (
                <td key={column.key} className={cellClass(column)} data-title={column.title}>
                  {column.render(row)}
                </td>
              ))}
            </tr>
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function cellClass({
  align,
  wideOnly,
  screenOnly,
}: Pick<DenseColumn<never>, 'align' | 'wideOnly' | 'screenOnly'>): string | undefined {
  const names = [align === 'right' && 'is-right', wideOnly && 'is-wide-only', screenOnly && 'no-print'];
  return names.filter(Boolean).join(' ') || undefined;
}

interface HeadCellProps {
  title: string;
  width: number | string | undefined;
  className: string | undefined;
  sort: string | undefined;
  sorted: string | undefined;
  onSort: ((sort: string) => void) | undefined;
}

function HeadCell({ title, width, className, sort, sorted, onSort }: HeadCellProps) {
  if (!sort || !onSort) {
    return (
      <th scope="col" style={{ width }} className={className}>
        {title}
      </th>
    );
  }
  const ascending = sorted === sort;
  const descending = sorted === `-${sort}`;
  return (
    <th
      scope="col"
      style={{ width }}
      className={className}
      aria-sort={ascending ? 'ascending' : descending ? 'descending' : 'none'}
    >
      <button type="button" className="desk-sort" onClick={() => onSort(ascending ? `-${sort}` : sort)}>
        {title}
        <span aria-hidden="true">{ascending ? ' ↑' : descending ? ' ↓' : ''}</span>
      </button>
    </th>
  );
}
