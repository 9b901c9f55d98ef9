import { checkUnitCode, normaliseUnitCode } from '@hengchan/standards';
import { useState } from 'react';
import { get } from '../../api/client.ts';
import { asProblem } from '../../api/problem.ts';
import { unitPath } from '../../api/register.ts';
import type { Page, UnitSummary, UnitView } from '../../api/types.ts';
import { Button } from '../../components/Button.tsx';
import { TextField } from '../../components/Field.tsx';
import { type UnitChoice, unitChoice } from './draft.ts';

const looksLikeCode = (text: string): boolean => /^\d{6}[0-9A-Z]*$/.test(text);
const codeStart = /^\d{6}/;

/**
 * Finds a unit by code or certificate. Who may not read somebody else's sheet may still name it by its code:
 * the office checks it when the case is opened.
 */
export function UnitLookup({ onFound }: { onFound: (unit: UnitChoice) => void }) {
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  const find = async () => {
    const code = normaliseUnitCode(text);
    setError(undefined);
    if (code === '') return setError('请填写不动产单元代码或证书号');
    setBusy(true);
    try {
      onFound(looksLikeCode(code) ? await byCode(code) : await byCertificate(text.trim()));
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
        label="不动产单元代码或证书号"
        hint="28 位代码印在证书的“不动产单元号”一栏，空格可以不管。"
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

async function byCode(code: string): Promise<UnitChoice> {
  const result = checkUnitCode(code);
  if (!result.valid) throw new RangeError(result.reason);
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
