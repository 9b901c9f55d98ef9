import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { CsvColumn } from '../../list/csv.ts';
import { type List, useList } from '../../list/use-list.ts';
import { PageHead } from '../components/Panel.tsx';
import { Nothing } from '../components/states.tsx';
import { FilterBar } from './FilterBar.tsx';
import { KeepRows } from './KeepRows.tsx';
import { KeyHints } from './KeyHints.tsx';
import { Rows, type RowsProps, rowsOf, type Words } from './Rows.tsx';
import { useListKeys } from './use-list-keys.ts';

export interface Key<Row> {
  title: string;
  /** With the row under the keyboard, if there is one. */
  act: (row: Row | undefined) => void;
}

type Shown<Row, Given> = Pick<RowsProps<Row, Given>, 'query' | 'columns' | 'rowKey' | 'arrange' | 'empty'>;

export interface ListPageProps<Row, Given = Row> extends Shown<Row, Given> {
  title: string;
  /** What the rows are, where the title does not say it. */
  what?: string;
  /** Beside the title; left out, how many there are where the server counted them. */
  note?: ReactNode;
  actions?: ReactNode;
  /** What the address says, where it says anything: lists that are short and whole have neither filters nor pages. */
  list?: List;
  /** Beside the filters, for what must not stand in the address. */
  beside?: ReactNode;
  /** What is said when conditions leave nothing. */
  unmatched?: Words;
  /** In place of rows, while nothing was asked for. */
  unasked?: Words | undefined;
  /** Where a row leads: a click on it, or Enter. */
  to?: (row: Row) => string;
  /** Further keys, by letter. */
  keys?: Readonly<Record<string, Key<Row>>>;
  /** The order when none is chosen; with one, the columns that name an order can be sorted by. */
  order?: string;
  /** The page shown as a file. */
  file?: readonly CsvColumn<Row>[];
  /** Between the head and the list. */
  children?: ReactNode;
}

/**
 * A page that is a list: its head, what narrows it, its rows and pages, the keys it answers to. A new list says only what is its own:
 * filters, query, columns, where a row leads, and the words for having none.
 */
export function ListPage<Row, Given = Row>(props: ListPageProps<Row, Given>) {
  const { title, what = title, query, arrange, unasked, to, file, keys = {} } = props;
  const whole = useList({});
  const list = props.list ?? whole;
  const navigate = useNavigate();
  const rows = unasked ? [] : rowsOf(query.data, arrange);
  const open = (row: Row | undefined) => {
    if (row && to) void navigate(to(row));
  };
  const { selected } = useListKeys({
    count: rows.length,
    onOpen: (index) => open(rows[index]),
    onKey: (key, index) => keys[key]?.act(rows[index]),
  });
  const filtered = list.offered.length > 0;
  return (
    <>
      <PageHead
        title={title}
        note={props.note ?? countOf(query.data, list.active)}
        actions={
          <>
            {file && <KeepRows title={title} columns={file} rows={rows} />}
            {props.actions}
          </>
        }
      />
      {props.children}
      {filtered && (
        <FilterBar label={`筛选${what}`} list={list}>
          {props.beside}
        </FilterBar>
      )}
      <div className={filtered ? 'desk-list' : 'desk-list is-alone'}>
        {unasked ? (
          <Nothing {...unasked} />
        ) : (
          <Rows
            what={what}
            query={query}
            columns={props.columns}
            rowKey={props.rowKey}
            arrange={arrange}
            empty={list.active ? (props.unmatched ?? unmatched(what)) : props.empty}
            onClear={list.active ? list.clear : undefined}
            paging={list.paging}
            selected={selected}
            onOpen={to && open}
            {...(props.order && { sort: list.sort || props.order, onSort: list.setSort })}
          />
        )}
      </div>
      {to && <KeyHints keys={keys} search={hasSearch(list)} />}
    </>
  );
}

const unmatched = (what: string): Words => ({
  title: `没有符合条件的${what}`,
  hint: '换一个说法，或者少填一个条件。',
});

const countOf = (answer: object | undefined, narrowed: boolean): string | undefined => {
  const total = answer && 'total' in answer ? answer.total : undefined;
  return total === undefined ? undefined : `${narrowed ? '符合条件的共' : '共'} ${String(total)} 条`;
};

const hasSearch = ({ filters, offered }: List): boolean =>
  offered.some((name) => filters[name]?.kind === 'search');
