import type { PartyRole } from '../../api/businesses.ts';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import styles from './apply.module.css';
import { newParty, type PartyDraft, type UnitChoice } from './draft.ts';
import { PartyEditor } from './PartyEditor.tsx';
import { firstIdentityType, type RoleErrors } from './parties.ts';

interface Props {
  role: PartyRole;
  parties: PartyDraft[];
  units: UnitChoice[];
  ownName: string;
  errors: RoleErrors | undefined;
  onChange: (parties: PartyDraft[]) => void;
}

/** Everybody of one role. */
export function PartyPage({ role, parties, units, ownName, errors, onChange }: Props) {
  const holders = role.currentHolder ? [...new Set(units.flatMap((unit) => unit.holders ?? []))] : [];
  const masked = parties.some((party) => party.masked);
  const replace = (changed: PartyDraft) =>
    onChange(parties.map((party) => (party.key === changed.key ? changed : party)));
  return (
    <div className="stack">
      <p className="secondary">{role.explanation}</p>
      {holders.length > 0 && <p>登记簿上的权利人：{holders.join('、')}。请与登记簿一致。</p>}
      {errors?.together && (
        <p className="field-error" role="alert">
          <Icon name="blocked" />
          {errors.together}
        </p>
      )}
      {parties.length === 0 && <p>没有{role.title}的，直接点“继续”。</p>}
      {parties.map((party, index) => (
        <fieldset key={party.key} className={styles.party}>
          <legend>
            {role.title}
            {role.maximum > 1 && parties.length > 1 && ` ${index + 1}`}
          </legend>
          <PartyEditor
            role={role}
            party={party}
            several={parties.length > 1}
            ownName={ownName}
            errors={errors?.parties[party.key] ?? {}}
            onChange={replace}
          />
          {parties.length > role.minimum && !masked && (
            <Button
              kind="quiet"
              icon="trash"
              onClick={() => onChange(parties.filter((entry) => entry.key !== party.key))}
            >
              去掉这一位
            </Button>
          )}
        </fieldset>
      ))}
      {masked && (
        <div>
          <p className="secondary">证件号码已加密保存，只显示一部分。要更改，请重新填写。</p>
          <Button
            icon="edit"
            onClick={() => onChange(parties.map(({ masked: _, ...party }) => ({ ...party, idNumber: '' })))}
          >
            重新填写
          </Button>
        </div>
      )}
      {!masked && parties.length < role.maximum && (
        <div>
          <Button icon="plus" onClick={() => onChange([...parties, newParty(firstIdentityType(role))])}>
            {parties.length === 0 ? '添加' : '再加一位'}
            {role.title}
          </Button>
        </div>
      )}
    </div>
  );
}
