import { normaliseIdNumber } from '@hengchan/standards';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { searchId } from '../list/FilterBar.tsx';

export interface HolderWish {
  /** Identity number of the holder. */
  holder: string;
  purpose: string;
}

const shortestPurpose = 4;

/** Looks for what a person holds: the number of the document, and why. A name alone finds strangers, so it is not asked. */
export function HolderSearch({ onSearch }: { onSearch: (wish: HolderWish) => void }) {
  const [number, setNumber] = useState('');
  const [purpose, setPurpose] = useState('');
  const [fault, setFault] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const holder = normaliseIdNumber(number);
    if (holder === '') return setFault('请填写权利人证件号码');
    if (purpose.trim().length < shortestPurpose) return setFault('请写明查询事由，如“受理办件核对权属”');
    setFault(undefined);
    onSearch({ holder, purpose: purpose.trim() });
  };
  return (
    <form className="desk-row" onSubmit={submit}>
      <Input
        id={searchId}
        aria-label="权利人证件号码"
        placeholder="权利人证件号码"
        autoComplete="off"
        style={{ width: 220 }}
        value={number}
        onChange={(event) => setNumber(event.target.value)}
      />
      <Input
        aria-label="查询事由"
        placeholder="查询事由（必填）"
        maxLength={200}
        style={{ width: 280 }}
        value={purpose}
        onChange={(event) => setPurpose(event.target.value)}
      />
      <Button type="primary" htmlType="submit">
        查询
      </Button>
      {fault && (
        <span className="desk-field-error" role="alert">
          {fault}
        </span>
      )}
    </form>
  );
}
