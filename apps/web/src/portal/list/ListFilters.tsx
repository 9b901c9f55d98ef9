import type { ReactNode } from 'react';
import { SelectField, TextField } from '../../components/Field.tsx';
import { type ChoiceFilter, type Filter, useOptions } from '../../list/filters.ts';
import type { List } from '../../list/use-list.ts';
import styles from './list.module.css';

/** What narrows a list: the words over the whole width of a phone, the choices two by two below them. */
export function ListFilters({ what, list, children }: { what: string; list: List; children?: ReactNode }) {
  return (
    <search className={styles.filters} aria-label={`筛选${what}`}>
      {list.offered.map((name) => {
        const filter = list.filters[name];
        return (
          filter && (
            <FilterField
              key={name}
              filter={filter}
              value={list.values[name] ?? ''}
              onChange={(value) => list.set({ [name]: value })}
            />
          )
        );
      })}
      {children}
    </search>
  );
}

interface FieldProps<F> {
  filter: F;
  value: string;
  onChange: (value: string) => void;
}

function FilterField({ filter, value, onChange }: FieldProps<Filter>) {
  switch (filter.kind) {
    case 'search':
      return (
        <TextField label={filter.label} hint={filter.hint} type="search" value={value} onChange={onChange} />
      );
    case 'day':
      return <TextField label={filter.label} type="date" value={value} onChange={onChange} />;
    case 'choice':
      return <ChoiceField filter={filter} value={value} onChange={onChange} />;
    case 'segments':
      return <SelectField label={filter.label} value={value} onChange={onChange} options={filter.options} />;
    case 'own':
      return null;
  }
}

function ChoiceField({ filter, value, onChange }: FieldProps<ChoiceFilter>) {
  const { standard } = filter;
  return (
    <SelectField
      label={filter.label}
      value={value || (standard ?? '')}
      onChange={(chosen) => onChange(chosen === standard ? '' : chosen)}
      options={useOptions(filter.options)}
      {...(standard === undefined && { placeholder: '全部' })}
    />
  );
}
