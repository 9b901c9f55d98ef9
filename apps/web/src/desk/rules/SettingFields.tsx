import { Input, Segmented, Select } from 'antd';
import { useSession } from '../../app/session-context.ts';
import { LabelledField } from '../components/LabelledField.tsx';
import { useOwnOffices } from '../use-own-offices.ts';
import type { ParameterValue, ParameterWordsView, RuleView } from './api.ts';
import { readParameter, valueText } from './words.ts';

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
        <ParameterField
          key={name}
          words={rule.parameterWords[name] ?? { title: name, description: '' }}
          standard={standard}
          typed={draft.typed[name] ?? ''}
          wrong={wrong.includes(name)}
          onType={(text) => onChange({ typed: { ...draft.typed, [name]: text } })}
        />
      ))}
    </>
  );
}

interface ParameterFieldProps {
  words: ParameterWordsView;
  standard: ParameterValue;
  typed: string;
  wrong: boolean;
  onType: (text: string) => void;
}

/** One parameter by its name, with its unit and what it does; what has few values is chosen, everything else typed. */
function ParameterField({ words, standard, typed, wrong, onType }: ParameterFieldProps) {
  const choices = typeof standard === 'boolean' ? { 是: '是', 否: '否' } : words.choices;
  return (
    <LabelledField
      label={words.unit ? `${words.title}（${words.unit}）` : words.title}
      note={`${words.description}规则自带的值为“${valueText(standard, words)}”，不填则沿用。`}
      error={wrong ? '与规则自带的值不是同一类' : undefined}
    >
      {(id) =>
        choices ? (
          <Select
            id={id}
            allowClear
            value={typed || undefined}
            onChange={(value: string | undefined) => onType(value ?? '')}
            options={Object.entries(choices).map(([value, label]) => ({ value, label }))}
          />
        ) : (
          <Input id={id} value={typed} onChange={(event) => onType(event.target.value)} />
        )
      }
    </LabelledField>
  );
}
