import { normaliseIdNumber } from '@hengchan/standards';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';

export interface HolderWish {
  holderName?: string;
  holderIdNumber?: string;
  purpose: string;
}

const shortestPurpose = 4;

/** Looks for what a person holds: name or number, and why. */
export function HolderSearch({ onSearch }: { onSearch: (wish: HolderWish) => void }) {
  const [name, setName] = useState('');
  const [number, setNumber] = useState('');
  const [purpose, setPurpose] = useState('');
  const [fault, setFault] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '' && number.trim() === '') return setFault('请填写权利人姓名或证件号码');
    if (purpose.trim().length < shortestPurpose) return setFault('请写明查询事由，如“受理某号办件核对权属”');
    setFault(undefined);
    onSearch({
      ...(name.trim() && { holderName: name.trim() }),
      ...(number.trim() && { holderIdNumber: normaliseIdNumber(number) }),
      purpose: purpose.trim(),
    });
  };
  return (
    <form className="desk-row" onSubmit={submit}>
      <Input
        id="register-search"
        aria-label="权利人姓名或名称"
        placeholder="姓名或名称"
        style={{ width: 140 }}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Input
        aria-label="权利人证件号码"
        placeholder="证件号码"
        autoComplete="off"
        style={{ width: 200 }}
        value={number}
        onChange={(event) => setNumber(event.target.value)}
      />
      <Input
        aria-label="查询事由"
        placeholder="查询事由（必填）"
        maxLength={200}
        style={{ width: 260 }}
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
