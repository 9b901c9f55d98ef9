import { Fragment, type ReactNode } from 'react';

export interface Pair {
  label: string;
  value: ReactNode;
}

/** Labels and values in two columns, or in two pairs of columns. */
export function Pairs({ pairs, double }: { pairs: readonly Pair[]; double?: boolean }) {
  return (
    <dl className={double ? 'desk-pairs is-double' : 'desk-pairs'}>
      {pairs.map((pair, index) => (
        <Fragment key={`${pair.label} ${String(index)}`}>
          <dt>{pair.label}</dt>
          <dd>{pair.value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
