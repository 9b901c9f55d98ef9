import { checkUnitCode, normaliseUnitCode } from '@hengchan/standards';
import { useState } from 'react';
import { get } from '../../api/client.ts';
import { asProblem } from '../../api/problem.ts';
import { findSurveyed, unitPath } from '../../api/register.ts';
import type { Page, UnitSummary, UnitView } from '../../api/types.ts';
import { Button } from '../../components/Button.tsx';
import { TextField } from '../../components/Field.tsx';
import { type UnitChoice, unitChoice } from './draft.ts';

export type UnitSource = 'register' | 'survey' | 'either';

const looksLikeCode = (text: string): boolean => /^\d{6}[0-9A-Z]*$/.test(text);
const codeStart = /^\d{6}/;
const parcelLength = 19;

const words: Record<UnitSource, { label: string; hint: string }> = {
  register: {
    label: '不动产单元代码或证书号',
    hint: '28 位代码印在证书的“不动产单元号”一栏，空格可以不管。',
  },
  survey: {
    label: '不动产单元代码或宗地（宗海）代码',
    hint: '代码写在权籍调查成果上。填 19 位宗地代码，列出这宗地上调查过的全部单元。',
  },
  either: {
    label: '不动产单元代码、宗地代码或证书号',
    hint: '已登记的，代码印在证书上；还没有登记的，写在合同或权籍调查成果上。',
  },
};

interface Props {
  source: UnitSource;
  onFound: (units: UnitChoice[]) => void;
}

/**
 * Finds units by code or certificate, those not registered yet in the survey. Who may not read somebody else's sheet may still name it
 * by its code: the office checks it when the case is opened.
 */
export function UnitLookup({ source, onFound }: Props) {
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const { label, hint } = words[source];

  const find = async () => {
    const code = normaliseUnitCode(text);
    setError(undefined);
    if (code === '') return setError(`请填写${label}`);
    setBusy(true);
    try {
      onFound(await findUnits(source, code, text.trim()));
      setText('');
    } catch (problem) {
      setError(problem instanceof RangeError ? problem.message : wordsOf(problem));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="stack">
      <TextField
        label={label}
        hint={hint}
        value={text}
        onChange={setText}
        error={error}
        autoComplete="off"
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          void find();
        }}
      />
      <div>
        <Button icon="search" busy={busy} onClick={() => void find()}>
          查找
        </Button>
      </div>
    </div>
  );
}

async function findUnits(source: UnitSource, code: string, typed: string): Promise<UnitChoice[]> {
  if (!looksLikeCode(code)) {
    if (source !== 'survey') return [await byCertificate(typed)];
    throw new RangeError('请填写 28 位不动产单元代码，或 19 位宗地代码');
  }
  if (code.length !== parcelLength) {
    const result = checkUnitCode(code);
    if (!result.valid) throw new RangeError(result.reason);
  }
  if (source === 'register') return [await byCode(code)];
  const found = await bySurvey(code);
  if (source === 'survey') return unregistered(found);
  return found.length > 0 ? found : [await byCode(code)];
}

interface Surveyed extends UnitChoice {
  registered: boolean;
}

async function bySurvey(code: string): Promise<Surveyed[]> {
  const { items } = await findSurveyed(code);
  return items.map(({ code: unit, office, location, registered }) => ({
    code: unit,
    office,
    location,
    registered,
  }));
}

function unregistered(found: readonly Surveyed[]): UnitChoice[] {
  const free = found.filter((unit) => !unit.registered);
  if (free.length > 0) return free.map(({ registered: _, ...unit }) => unit);
  throw new RangeError(
    found.length > 0
      ? '这里的单元都已经登记过，不能再办首次登记'
      : '权籍调查成果里没有这个代码，请核对，或向测绘单位、登记机构查询',
  );
}

async function byCode(code: string): Promise<UnitChoice> {
  if (code.length === parcelLength)
    throw new RangeError('没有查到这宗地上的单元，请改用 28 位不动产单元代码');
  try {
    const unit = await get<UnitView>(unitPath(code));
    return { code, office: unit.office, location: unit.location };
  } catch (problem) {
    if (asProblem(problem).status === 403) return { code, office: codeStart.exec(code)?.[0] ?? '' };
    throw problem;
  }
}

async function byCertificate(certificate: string): Promise<UnitChoice> {
  const { items } = await get<Page<UnitSummary>>('/api/register/units', { certificate });
  const [unit] = items;
  if (!unit) throw new RangeError('没有查到这个证书号，请核对，或改用 28 位不动产单元代码');
  return unitChoice(unit);
}

function wordsOf(problem: unknown): string {
  const { status, title, detail } = asProblem(problem);
  if (status === 403) return '按证书号只能查找本人的不动产，请改用 28 位不动产单元代码';
  if (status === 404) return '登记簿上没有这个不动产单元，请核对代码';
  return detail ? `${title}：${detail}` : title;
}
