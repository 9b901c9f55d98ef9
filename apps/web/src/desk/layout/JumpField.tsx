import {
  normaliseCertificateNumber,
  normaliseUnitCode,
  parseCertificateNumber,
  parseUnitCode,
} from '@hengchan/standards';
import { Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { casePagePath, certificatePagePath, deskRoot, unitPagePath } from '../paths.ts';

/** Where what somebody typed or scanned leads: a unit, a certificate, a case, or else a search of cases. */
export function jumpTarget(typed: string): string | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  const unit = normaliseUnitCode(text);
  if (parseUnitCode(unit)) return unitPagePath(unit);
  const certificate = normaliseCertificateNumber(text);
  if (parseCertificateNumber(certificate)) return certificatePagePath(certificate);
  if (/^\d{20}$/.test(text)) return casePagePath(text);
  return `${deskRoot}/cases?q=${encodeURIComponent(text)}`;
}

/** One field for every number: people read them off paper and scan them from codes. */
export function JumpField() {
  const [typed, setTyped] = useState('');
  const navigate = useNavigate();
  const go = () => {
    const target = jumpTarget(typed);
    if (!target) return;
    setTyped('');
    void navigate(target);
  };
  return (
    <Input
      className="desk-jump"
      aria-label="直接打开办件、不动产单元或证书"
      placeholder="受理编号、不动产单元代码、证书号，回车打开"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={go}
    />
  );
}
