import { normaliseUnitCode, parseCertificateNumber, parseUnitCode } from '@hengchan/standards';
import { Button } from 'antd';
import { useState } from 'react';
import type { SurveyedUnit } from '../../api/register.ts';
import { useDeskUnits, useSurveyedUnits } from '../api/register.ts';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import { SearchField } from '../list/SearchField.tsx';
import { restrictionWords } from '../register/right-words.ts';
import { UnitCard } from '../register/UnitCard.tsx';

interface UnitPickerProps {
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  maximum: number;
  office: string;
  /** Whether the units are registered, or only surveyed so far. */
  source: 'register' | 'survey' | 'either';
  /** What the units are to each other, in their order; the last name is that of all the rest. */
  names: readonly string[];
  error: string | undefined;
}

export const unitPickerId = 'unit-picker';

/** Finds units by code, certificate or place, and shows at once what the register says about those chosen. */
export function UnitPicker(props: UnitPickerProps) {
  const { chosen, onChange, maximum, office, source, names, error } = props;
  const [q, setQ] = useState('');
  const units = useDeskUnits(
    { ...queryOf(q), ...(office && { office }) },
    q !== '' && chosen.length < maximum && source !== 'survey',
  );
  const surveyed = useSurveyedUnits(q, office, q !== '' && chosen.length < maximum && source !== 'register');
  const found = q === '' ? [] : (units.data?.items ?? []);
  const unregistered = q === '' ? [] : (surveyed.data ?? []).filter((unit) => !unit.registered);
  const settled = (source === 'survey' || units.isSuccess) && (source === 'register' || surveyed.isSuccess);
  const add = (code: string) => {
    if (!chosen.includes(code)) onChange([...chosen, code]);
    setQ('');
  };
  return (
    <div className="desk-stack">
      {chosen.length < maximum && (
        <SearchField
          id={unitPickerId}
          label="查找不动产单元"
          placeholder={
            source === 'survey' ? '单元代码、宗地代码或坐落（权籍调查）' : '不动产单元代码、证书号或坐落'
          }
          value={q}
          onSearch={setQ}
          width={420}
        />
      )}
      {error && (
        <span className="desk-field-error" role="alert">
          {error}
        </span>
      )}
      <ProblemNotice error={units.error ?? surveyed.error} />
      {q !== '' && settled && found.length + unregistered.length === 0 && (
        <p className="desk-secondary">
          {source === 'survey' ? '权籍调查成果里没有找到未登记的' : '没有找到'}“{q}”。请核对后再查。
        </p>
      )}
      {found.length > 0 && (
        <ul className="desk-found" aria-label="查找结果">
          {found.slice(0, 8).map((unit) => (
            <li key={unit.code}>
              <Button size="small" disabled={chosen.includes(unit.code)} onClick={() => add(unit.code)}>
                选用
              </Button>
              <span>
                {unit.location}
                <small>
                  {unit.code}，{unit.area} ㎡，{unit.holders.join('、')}
                  {restrictionWords(unit).map((word) => (
                    <strong key={word} className="desk-restricted">
                      {word}
                    </strong>
                  ))}
                </small>
              </span>
            </li>
          ))}
        </ul>
      )}
      {unregistered.length > 0 && (
        <ul className="desk-found" aria-label="权籍调查结果">
          {unregistered.slice(0, 20).map((unit) => (
            <li key={unit.code}>
              <Button size="small" disabled={chosen.includes(unit.code)} onClick={() => add(unit.code)}>
                选用
              </Button>
              <Surveyed unit={unit} />
            </li>
          ))}
        </ul>
      )}
      {names.length > 0 && (
        <p className="desk-secondary">
          依次选用：先{names[0]}，后{names.slice(1).join('、')}。
        </p>
      )}
      {chosen.map((code, index) => (
        <div key={code} className="desk-chosen-unit">
          {names.length > 0 && <strong>{names[Math.min(index, names.length - 1)]}</strong>}
          {source === 'register' ? <UnitCard code={code} /> : <ChosenSurveyed code={code} source={source} />}
          <Button size="small" onClick={() => onChange(chosen.filter((other) => other !== code))}>
            移除
          </Button>
        </div>
      ))}
    </div>
  );
}

/** What the survey says of a chosen unit; the register's page where it has one already. */
function ChosenSurveyed({ code, source }: { code: string; source: 'survey' | 'either' }) {
  const surveyed = useSurveyedUnits(code, '', true);
  const unit = surveyed.data?.find((each) => each.code === code);
  if (!unit && source === 'either' && !surveyed.isPending) return <UnitCard code={code} />;
  if (unit?.registered && source === 'either') return <UnitCard code={code} />;
  return (
    <article className="desk-unit-card" aria-label={`权籍调查：${code}`}>
      {unit ? <Surveyed unit={unit} /> : <span className="desk-number">{code}</span>}
    </article>
  );
}

function Surveyed({ unit }: { unit: SurveyedUnit }) {
  return (
    <span>
      {unit.location}
      <small>
        {unit.code}，{unit.area} ㎡，{unit.registered ? '登记簿已有记载' : '尚未登记'}
      </small>
    </span>
  );
}

function queryOf(q: string) {
  const code = normaliseUnitCode(q);
  if (parseUnitCode(code)) return { q: code };
  return parseCertificateNumber(q) ? { certificate: q } : { q };
}
