import { Input } from 'antd';
import { LabelledField } from './LabelledField.tsx';

interface ReasonFieldProps {
  label?: string;
  placeholder?: string;
  value: string;
  onChange: (value: string) => void;
  /** It was tried to send: from then on an empty reason is a fault. */
  tried: boolean;
}

/** The words whoever decides has to give. */
export function ReasonField({ label = '理由', placeholder, value, onChange, tried }: ReasonFieldProps) {
  return (
    <LabelledField label={label} required error={tried && value.trim() === '' ? `请填写${label}` : undefined}>
      {(id) => (
        <Input.TextArea
          id={id}
          maxLength={500}
          autoSize={{ minRows: 2 }}
          placeholder={placeholder}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </LabelledField>
  );
}
