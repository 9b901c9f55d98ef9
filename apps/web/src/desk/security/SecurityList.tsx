import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { PageHead } from '../components/Panel.tsx';
import { Awaited, Nothing } from '../components/states.tsx';
import { type DenseColumn, DenseTable } from '../list/DenseTable.tsx';

interface SecurityListProps<Row> {
  title: string;
  note?: string;
  empty: string;
  query: UseQueryResult<{ items: Row[] }>;
  columns: readonly DenseColumn<Row>[];
  rowKey: (row: Row) => string;
  actions?: ReactNode;
  children?: ReactNode;
}

/** A page that is one list with its head: most pages of this part of the desk. */
export function SecurityList<Row>(props: SecurityListProps<Row>) {
  const { title, note, empty, query, columns, rowKey, actions, children } = props;
  return (
    <>
      <PageHead title={title} note={note} actions={actions} />
      {children}
      <div className="desk-list is-alone">
        <Awaited query={query} what={title} lines={8}>
          {({ items }) =>
            items.length === 0 ? (
              <Nothing title={empty} />
            ) : (
              <DenseTable caption={title} columns={columns} rows={items} rowKey={rowKey} />
            )
          }
        </Awaited>
      </div>
    </>
  );
}

/** Which dialog is open, and about what. */
export function useDialog<Name extends string>() {
  const [open, setOpen] = useState<{ name: Name; subject: string }>();
  return {
    open,
    show: (name: Name, subject = '') => setOpen({ name, subject }),
    close: () => setOpen(undefined),
  };
}
