import type { ReactNode } from 'react';
import styles from './table.module.css';

export interface Column<Row> {
  title: string;
  render: (row: Row) => ReactNode;
  /** Names the row: its heading for readers, and the head of its card on a phone. */
  heads?: boolean;
  /** Its cells speak for themselves; the title is read aloud only. */
  quiet?: boolean;
}

interface TableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}

/** A table with air; on a phone each row is a card with its cells under their titles. */
export function Table<Row>({ caption, columns, rows, rowKey }: TableProps<Row>) {
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ title, quiet }) => (
            <th key={title} scope="col">
              {quiet ? <span className="visually-hidden">{title}</span> : title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map(({ title, render, heads, quiet }) =>
              heads ? (
                <th key={title} scope="row">
                  {render(row)}
                </th>
              ) : (
                <td key={title} {...(!quiet && { 'data-title': title })}>
                  {render(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
