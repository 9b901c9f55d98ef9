import { Checkbox, Input, InputNumber, Select } from 'antd';
import {
  choicesOf,
  type FieldSpec,
  isStatement,
  isUnitCodes,
  moneyOf,
  unitOf,
} from '../../components/schema-form/fields.ts';
import { localMoment } from './local-moment.ts';

interface DenseControlProps {
  id: string;
  field: FieldSpec;
  value: string | string[] | undefined;
  onChange: (value: string | string[]) => void;
  wrong: boolean;
  describedBy: string | undefined;
}

const manyChoices = 8;
const longText = 200;

/** The input a property asks for, in the small size of the desk. */
export function DenseControl({ id, field, value, onChange, wrong, describedBy }: DenseControlProps) {
  const { schema, required } = field;
  const common = {
    id,
    'aria-describedby': describedBy,
    'aria-invalid': wrong,
    'aria-required': required,
    ...(wrong && { status: 'error' as const }),
  };
  const text = typeof value === 'string' ? value : '';
  const placeholder = schema.examples?.[0] === undefined ? '' : `例如 ${String(schema.examples[0])}`;
  if (schema.type === 'array') {
    const chosen = Array.isArray(value) ? value : [];
    const options = choicesOf(schema.items ?? {})?.map((choice) => ({
      value: choice.value,
      label: choice.title,
    }));
    if (options) return <Checkbox.Group options={options} value={chosen} onChange={onChange} />;
    return (
      <Input.TextArea
        {...common}
        autoSize={{ minRows: 3, maxRows: 8 }}
        placeholder={isUnitCodes(schema) ? '每行一个不动产单元代码' : '每行一项'}
        value={chosen.join('\n')}
        onChange={(event) => onChange(event.target.value.split('\n'))}
      />
    );
  }
  if (isStatement(schema)) {
    return (
      <Checkbox
        id={id}
        checked={text === 'true'}
        onChange={(event) => onChange(event.target.checked ? 'true' : '')}
      >
        是
      </Checkbox>
    );
  }
  const choices = choicesOf(schema);
  if (choices) {
    return (
      <Select
        {...common}
        allowClear={!required}
        showSearch={choices.length > manyChoices ? { optionFilterProp: 'label' } : false}
        placeholder="请选择"
        value={text || null}
        onChange={(next) => onChange(next ?? '')}
        options={choices.map((choice) => ({ value: choice.value, label: choice.title }))}
      />
    );
  }
  const unit = unitOf(schema);
  if (moneyOf(schema)) {
    return (
      <InputNumber
        {...common}
        stringMode
        precision={2}
        min="0"
        value={text || null}
        formatter={(shown) => `${shown ?? ''}`.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}
        parser={(shown) => (shown ?? '').replace(/[,，\s]/g, '')}
        onChange={(next) => onChange(next ?? '')}
        suffix={unit}
      />
    );
  }
  if (schema.type === 'string' && (schema.maxLength ?? 0) > longText) {
    return (
      <Input.TextArea
        {...common}
        autoSize={{ minRows: 2, maxRows: 6 }}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  }
  const instant = schema.format === 'date-time';
  return (
    <Input
      {...common}
      type={instant ? 'datetime-local' : schema.format === 'date' ? 'date' : 'text'}
      value={instant && /[Z+]/.test(text) ? localMoment(text) : text}
      onChange={(event) => onChange(event.target.value)}
      placeholder={placeholder}
      {...(unit && { suffix: unit })}
    />
  );
}
