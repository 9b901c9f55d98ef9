import { Input, Segmented, Select } from 'antd';
import { useSession } from '../../app/session-context.ts';
import { LabelledField } from '../components/LabelledField.tsx';
import { useOwnOffices } from '../use-own-offices.ts';
import type { ParameterValue, RuleView } from './api.ts';
import { readParameter } from './words.ts';

/** A setting while it is being filled in. */
export interface SettingDraft {
  office: string;
  business: string;
  enabled: boolean;
  typed: Record<string, string>;
}

/** Where somebody's settings may hold: all offices only for who works at all of them. */
export function useOfficeChoices() {
  const { user } = useSession();
  const everywhere = user?.grants.some((grant) => grant.office === '*') ?? false;
  const offices = useOwnOffices();
  return [
    ...(everywhere ? [{ value: '*', label: '全部机构' }] : []),
    ...offices.map(({ code, name }) => ({ value: code, label: name })),
  ];
}

/** The parameters that were typed, or the names of those that are no value of their kind. */
export function parametersOf(
  rule: RuleView,
  typed: Record<string, string>,
): { parameters: Record<string, ParameterValue>; wrong: string[] } {
  const parameters: Record<string, ParameterValue> = {};
  const wrong: string[] = [];
  for (const [name, standard] of Object.entries(rule.parameters)) {
    const text = typed[name];
    if (!text?.trim()) continue;
    const value = readParameter(standard, text);
    if (value === undefined) wrong.push(name);
    else parameters[name] = value;
  }
  return { parameters, wrong };
}

interface SettingFieldsProps {
  rule: RuleView;
  draft: SettingDraft;
  wrong: readonly string[];
  onChange: (change: Partial<SettingDraft>) => void;
}

/** Business, office, switch and parameters of a rule: the same to propose and to try. */
export function SettingFields({ rule, draft, wrong, onChange }: SettingFieldsProps) {
  const offices = useOfficeChoices();
  return (
    <>
      <LabelledField label="登记业务">
        {(id) => (
          <Select
            id={id}
            showSearch={{ optionFilterProp: 'label' }}
            value={draft.business}
            onChange={(business) => onChange({ business })}
            options={[
              { value: '*', label: '全部业务' },
              ...rule.businesses.map(({ code, name }) => ({ value: code, label: name })),
            ]}
          />
        )}
      </LabelledField>
      <LabelledField label="登记机构">
        {(id) => (
          <Select
            id={id}
            value={draft.office}
            onChange={(office) => onChange({ office })}
            options={offices}
          />
        )}
      </LabelledField>
      <Segmented
        aria-label="启停"
        value={draft.enabled ? 'on' : 'off'}
        onChange={(value) => onChange({ enabled: value === 'on' })}
        options={[
          { value: 'on', label: '启用' },
          { value: 'off', label: '停用' },
        ]}
      />
      {Object.entries(rule.parameters).map(([name, standard]) => (
        <LabelledField
          key={name}
          label={`参数 ${name}`}
          note={`规则自带的值为 ${String(standard)}，不填则沿用`}
          error={wrong.includes(name) ? '与规则自带的值不是同一类' : undefined}
        >
          {(id) => (
            <Input
              id={id}
              value={draft.typed[name] ?? ''}
              onChange={(event) => onChange({ typed: { ...draft.typed, [name]: event.target.value } })}
            />
          )}
        </LabelledField>
      ))}
    </>
  );
}
