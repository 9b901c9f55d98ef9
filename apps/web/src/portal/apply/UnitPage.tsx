import { useOffices } from '../../api/offices.ts';
import { useMyUnits } from '../../api/register.ts';
import { Loading } from '../../components/Loading.tsx';
import { IdText } from '../../components/text.tsx';
import styles from './apply.module.css';
import { type UnitChoice, unitChoice } from './draft.ts';
import { UnitLookup } from './UnitLookup.tsx';

interface Props {
  chosen: UnitChoice[];
  maximum: number;
  /** The case is open: its units stay. */
  fixed: boolean;
  error: string | undefined;
  onChange: (units: UnitChoice[]) => void;
}

/** Own units to pick from; any other by its code or certificate. */
export function UnitPage({ chosen, maximum, fixed, error, onChange }: Props) {
  const mine = useMyUnits(!fixed);
  const offices = useOffices();
  const own = (mine.data ?? []).map(unitChoice);
  const others = chosen.filter((unit) => !own.some((entry) => entry.code === unit.code));
  const officeOf = (unit: UnitChoice) => offices.data?.find((office) => office.code === unit.office)?.name;

  const toggle = (unit: UnitChoice) => {
    const without = chosen.filter((entry) => entry.code !== unit.code);
    if (without.length < chosen.length) onChange(without);
    else onChange(maximum === 1 ? [unit] : [...without, unit].slice(0, maximum));
  };
  const line = (unit: UnitChoice) => (
    <label key={unit.code} className="choice">
      <input
        type={maximum === 1 ? 'radio' : 'checkbox'}
        name="unit"
        checked={chosen.some((entry) => entry.code === unit.code)}
        disabled={fixed}
        onChange={() => toggle(unit)}
      />
      <span>
        <b>{unit.location ?? '坐落在提交时核对'}</b>
        <small>
          <IdText value={unit.code} />
        </small>
        {officeOf(unit) && <small>由{officeOf(unit)}办理</small>}
      </span>
    </label>
  );
  return (
    <div className="stack">
      {fixed && <p className="secondary">办件已经发起，不动产不能再换。要换一处，请撤回这件后重新发起。</p>}
      {mine.isLoading && <Loading what="您名下的不动产" />}
      <fieldset className="choices">
        <legend>{maximum === 1 ? '为哪一处不动产办理' : `为哪几处不动产办理（最多 ${maximum} 处）`}</legend>
        {error && (
          <p className="field-error" role="alert">
            {error}
          </p>
        )}
        {!fixed && own.map(line)}
        {others.map(line)}
        {own.length === 0 && others.length === 0 && !mine.isLoading && (
          <p className="secondary">您名下没有可选的不动产，请在下面输入代码或证书号查找。</p>
        )}
      </fieldset>
      {!fixed && (
        <details className={styles.more} open={own.length === 0}>
          <summary>不在上面？按代码或证书号查找</summary>
          <UnitLookup onFound={toggle} />
        </details>
      )}
    </div>
  );
}
