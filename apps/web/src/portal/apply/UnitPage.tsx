import { useState } from 'react';
import { useOffices } from '../../api/offices.ts';
import { useMyUnits } from '../../api/register.ts';
import { TextField } from '../../components/Field.tsx';
import { Loading } from '../../components/Loading.tsx';
import { IdText } from '../../components/text.tsx';
import styles from './apply.module.css';
import { type UnitChoice, unitChoice } from './draft.ts';
import { UnitLookup, type UnitSource } from './UnitLookup.tsx';

interface Props {
  chosen: UnitChoice[];
  maximum: number;
  source: UnitSource;
  /** What the units are to each other, in the order they are chosen; the last name is that of all the rest. */
  names: readonly string[];
  /** The case is open: its units stay. */
  fixed: boolean;
  error: string | undefined;
  onChange: (units: UnitChoice[]) => void;
}

/** More than this many are not read through: they are searched. */
const mostShown = 10;

/** Own units to pick from, any other by its code or certificate; what is not registered yet from the survey. */
export function UnitPage({ chosen, maximum, source, names, fixed, error, onChange }: Props) {
  const registered = source !== 'survey';
  const mine = useMyUnits(!fixed && registered);
  const offices = useOffices();
  const [found, setFound] = useState<UnitChoice[]>([]);
  const own = registered ? (mine.data ?? []).map(unitChoice) : [];
  const [sought, setSought] = useState('');
  const words = sought.trim();
  const isChosen = (unit: UnitChoice) => chosen.some((entry) => entry.code === unit.code);
  const matching = own.filter((unit) => `${unit.location ?? ''} ${unit.code}`.includes(words));
  const listed = new Set([...matching.slice(0, mostShown), ...own.filter(isChosen)]);
  const shown = own.filter((unit) => listed.has(unit));
  const known = new Map([...own, ...found, ...chosen].map((unit) => [unit.code, unit]));
  const others = [...known.values()].filter((unit) => !own.some((entry) => entry.code === unit.code));
  const officeOf = (unit: UnitChoice) => offices.data?.find((office) => office.code === unit.office)?.name;

  const toggle = (unit: UnitChoice) => {
    const without = chosen.filter((entry) => entry.code !== unit.code);
    if (without.length < chosen.length) onChange(without);
    else onChange(maximum === 1 ? [unit] : [...without, unit].slice(0, maximum));
  };
  const take = (units: UnitChoice[]) => {
    setFound([...found, ...units]);
    // One found is the one meant; of several the person chooses.
    const [only] = units;
    if (units.length === 1 && only && !chosen.some((entry) => entry.code === only.code)) toggle(only);
  };
  const line = (unit: UnitChoice) => {
    const place = chosen.findIndex((entry) => entry.code === unit.code);
    const name = place < 0 ? undefined : names[Math.min(place, names.length - 1)];
    return (
      <label key={unit.code} className="choice">
        <input
          type={maximum === 1 ? 'radio' : 'checkbox'}
          name="unit"
          checked={place >= 0}
          disabled={fixed}
          onChange={() => toggle(unit)}
        />
        <span>
          <b>{unit.location ?? '坐落在提交时核对'}</b>
          {name && <span className={styles.unitName}>{name}</span>}
          <small>
            <IdText value={unit.code} />
          </small>
          {officeOf(unit) && <small>由{officeOf(unit)}办理</small>}
        </span>
      </label>
    );
  };
  return (
    <div className="stack">
      {fixed && <p className="secondary">办件已经发起，不动产不能再换。要换一处，请撤回这件后重新发起。</p>}
      {!fixed && names.length > 0 && (
        <p className="secondary">
          请依次选择：先选{names[0]}，再选{names.slice(1).join('、')}。选错顺序的，去掉后按顺序重选。
        </p>
      )}
      {mine.isLoading && <Loading what="您名下的不动产" />}
      {!fixed && own.length > mostShown && (
        <TextField
          label="查找名下的不动产"
          hint={`共 ${own.length} 处。写坐落或单元代码的一部分。`}
          value={sought}
          onChange={setSought}
          autoComplete="off"
        />
      )}
      <fieldset className="choices">
        <legend>{maximum === 1 ? '为哪一处不动产办理' : `为哪几处不动产办理（最多 ${maximum} 处）`}</legend>
        {error && (
          <p className="field-error" role="alert">
            {error}
          </p>
        )}
        {!fixed && shown.map(line)}
        {!fixed && own.length > mostShown && (
          <p className="secondary" role="status">
            {matching.length === 0
              ? '名下没有这样的不动产，请换一个说法。'
              : matching.length > mostShown && `符合的有 ${matching.length} 处，先列出 ${mostShown} 处。`}
          </p>
        )}
        {others.map(line)}
        {own.length === 0 && others.length === 0 && !mine.isLoading && (
          <p className="secondary">
            {registered
              ? '您名下没有可选的不动产，请在下面输入代码或证书号查找。'
              : '还没有登记的不动产，按权籍调查成果上的代码查找。'}
          </p>
        )}
      </fieldset>
      {!fixed && (
        <details className={styles.more} open={own.length === 0}>
          <summary>{own.length === 0 ? '按代码查找' : '不在上面？按代码或证书号查找'}</summary>
          <UnitLookup source={source} onFound={take} />
        </details>
      )}
    </div>
  );
}
