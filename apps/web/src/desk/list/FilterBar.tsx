import { Button, Input, Segmented, Select } from 'antd';
import type { ReactNode } from 'react';
import { type ChoiceFilter, type Filter, useOptions } from '../../list/filters.ts';
import type { List } from '../../list/use-list.ts';
import { SearchField } from './SearchField.tsx';

/** Where the key / leads on a list. */
export const searchId = 'list-search';

interface FilterBarProps {
  label: string;
  list: List;
  children?: ReactNode;
}

/** What narrows a list, in the order the list names it, and the way back to all of it. */
export function FilterBar({ label, list, children }: FilterBarProps) {
  const fields = list.offered.flatMap((name) => {
    const filter = list.filters[name];
    return filter ? [{ name, filter }] : [];
  });
  const first = fields.find(({ filter }) => filter.kind === 'search')?.name;
  return (
    <search className="desk-filters" aria-label={label}>
      {fields.map(({ name, filter }) => (
        <FilterField
          key={name}
          id={name === first ? searchId : `${searchId}-${name}`}
          filter={filter}
          value={list.values[name] ?? ''}
          onChange={(value) => list.set({ [name]: value })}
        />
      ))}
      {children}
      {list.active && (
        <Button type="link" onClick={list.clear}>
          清除条件
        </Button>
      )}
    </search>
  );
}

interface FieldProps<F> {
  id: string;
  filter: F;
  value: string;
  onChange: (value: string) => void;
}

function FilterField({ id, filter, value, onChange }: FieldProps<Filter>) {
  switch (filter.kind) {
    case 'search':
      return (
        <SearchField
          id={id}
          label={filter.label}
          placeholder={filter.hint}
          value={value}
          onSearch={onChange}
          {...(filter.width && { width: filter.width })}
        />
      );
    case 'choice':
      return <ChoiceField id={id} filter={filter} value={value} onChange={onChange} />;
    case 'segments':
      return (
        <Segmented
          aria-label={filter.label}
          value={value}
          onChange={onChange}
          options={filter.options.map(({ value, title }) => ({ value, label: title }))}
        />
      );
    case 'day':
      return (
        <label className="desk-day" htmlFor={id}>
          {filter.label}
          <Input id={id} type="date" value={value} onChange={(event) => onChange(event.target.value)} />
        </label>
      );
    case 'own':
      return null;
  }
}

/** More than these are looked for by typing. */
const manyOptions = 12;

function ChoiceField({ id, filter, value, onChange }: FieldProps<ChoiceFilter>) {
  const options = useOptions(filter.options);
  const standard = filter.standard ?? options.find((option) => option.value === '')?.value;
  return (
    <Select
      id={id}
      aria-label={filter.label}
      placeholder={filter.label}
      allowClear={standard === undefined}
      {...(options.length > manyOptions && { showSearch: { optionFilterProp: 'label' } })}
      style={{ width: `min(${filter.width ?? 130}px, 100%)` }}
      value={value || (standard ?? null)}
      onChange={(chosen) => onChange(!chosen || chosen === standard ? '' : chosen)}
      options={options.map(({ value, title }) => ({ value, label: title }))}
    />
  );
}
