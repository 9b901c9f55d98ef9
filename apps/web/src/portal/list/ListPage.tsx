import type { ReactNode } from 'react';
import { PageTitle } from '../../components/PageTitle.tsx';
import { type List, useList } from '../../list/use-list.ts';
import { ListFilters } from './ListFilters.tsx';
import { Results, type ResultsProps } from './Results.tsx';

interface ListPageProps<Row> extends Omit<ResultsProps<Row>, 'list'> {
  title: string;
  lead?: string;
  /** What the address says, where the list has filters or pages. */
  list?: List;
  /** Between the title and the list. */
  aside?: ReactNode;
}

/** A page that is a list. Whoever writes one says what is its own: filters, query, one line of it, and the words for having none. */
export function ListPage<Row>({ title, lead, aside, ...results }: ListPageProps<Row>) {
  const whole = useList({});
  const list = results.list ?? whole;
  return (
    <div className="page">
      <PageTitle title={title} {...(lead && { lead })} />
      {aside}
      {list.offered.length > 0 && <ListFilters what={results.what} list={list} />}
      <Results {...results} list={list} />
    </div>
  );
}
