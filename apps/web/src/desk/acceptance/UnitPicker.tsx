import { normaliseUnitCode, parseCertificateNumber, parseUnitCode } from '@hengchan/standards';
import { Button } from 'antd';
import { useState } from 'react';
import { useDeskUnits } from '../api/register.ts';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import { SearchField } from '../list/SearchField.tsx';
import { restrictionWords } from '../register/right-words.ts';
import { UnitCard } from '../register/UnitCard.tsx';

interface UnitPickerProps {
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  maximum: number;
  office: string;
  error: string | undefined;
}

/** Finds units by code, certificate or place, and shows at once what the register says about those chosen. */
export function UnitPicker({ chosen, onChange, maximum, office, error }: UnitPickerProps) {
  const [q, setQ] = useState('');
  const units = useDeskUnits(
    { ...queryOf(q), ...(office && { office }) },
    q !== '' && chosen.length < maximum,
  );
  const found = q === '' ? [] : (units.data?.items ?? []);
  const add = (code: string) => {
    if (!chosen.includes(code)) onChange([...chosen, code]);
    setQ('');
  };
  return (
    <div className="desk-stack">
      {chosen.length < maximum && (
        <SearchField
          id="unit-picker"
          label="查找不动产单元"
          placeholder="不动产单元代码、证书号或坐落"
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
      <ProblemNotice error={units.error} />
      {q !== '' && units.isSuccess && found.length === 0 && (
        <p className="desk-secondary">登记簿里没有找到“{q}”。请核对后再查。</p>
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
      {chosen.map((code) => (
        <div key={code} className="desk-chosen-unit">
          <UnitCard code={code} />
          <Button size="small" onClick={() => onChange(chosen.filter((other) => other !== code))}>
            移除
          </Button>
        </div>
      ))}
    </div>
  );
}

function queryOf(q: string) {
  const code = normaliseUnitCode(q);
  if (parseUnitCode(code)) return { q: code };
  return parseCertificateNumber(q) ? { certificate: q } : { q };
}
