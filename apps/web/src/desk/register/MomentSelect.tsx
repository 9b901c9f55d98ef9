import { Select } from 'antd';
import { useId } from 'react';
import { moment } from '../components/moments.ts';
import type { Stop } from './as-of.ts';

interface MomentSelectProps {
  label: string;
  stops: readonly Stop[];
  value: string | undefined;
  onChange: (value: string) => void;
  /** The present may be chosen. */
  now?: boolean;
}

/** One of the moments at which something was entered, or now. */
export function MomentSelect({ label, stops, value, onChange, now = false }: MomentSelectProps) {
  const id = useId();
  const options = stops
    .filter((stop) => now || stop.asOf !== undefined)
    .map((stop) => ({
      value: stop.asOf ?? '',
      label: stop.at ? `${moment(stop.at)} ${stop.title}之后` : '现在',
    }));
  const chosen = value ?? '';
  const known = options.some((option) => option.value === chosen);
  return (
    <span className="desk-row">
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        style={{ width: 'min(360px, 100%)' }}
        value={chosen}
        options={known || chosen === '' ? options : [{ value: chosen, label: moment(chosen) }, ...options]}
        onChange={onChange}
      />
    </span>
  );
}
