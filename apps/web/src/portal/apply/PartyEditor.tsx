import { checkIdentity, formatSharePercent, normaliseIdNumber, parseShare } from '@hengchan/standards';
import { useState } from 'react';
import type { PartyRole } from '../../api/businesses.ts';
import { Button } from '../../components/Button.tsx';
import { SelectField, TextField } from '../../components/Field.tsx';
import { Icon } from '../../components/Icon.tsx';
import type { PartyDraft } from './draft.ts';
import { identityChoices, identityTitle, type PartyErrors } from './parties.ts';

interface Props {
  role: PartyRole;
  party: PartyDraft;
  several: boolean;
  ownName: string;
  errors: PartyErrors;
  onChange: (party: PartyDraft) => void;
}

/** One person or organisation. The number is checked as soon as the person has left it. */
export function PartyEditor({ role, party, several, ownName, errors, onChange }: Props) {
  const [left, setLeft] = useState(false);
  const number = normaliseIdNumber(party.idNumber);
  const check = number === '' || party.masked ? undefined : checkIdentity(party.idType, number);
  const complaint = left && check && !check.valid ? check.reason : undefined;
  const choices = identityChoices(role.kinds);
  const share = parseShare(party.share);
  if (party.masked) {
    return (
      <dl className="facts">
        <dt>姓名或名称</dt>
        <dd>{party.name}</dd>
        <dt>{identityTitle(party.idType)}</dt>
        <dd>{party.idNumber}</dd>
        {party.share && (
          <>
            <dt>份额</dt>
            <dd>{party.share}</dd>
          </>
        )}
      </dl>
    );
  }
  return (
    <div className="stack">
      <TextField
        label={role.kinds.includes('organisation') ? '姓名或名称' : '姓名'}
        hint="与证件上一致。"
        value={party.name}
        onChange={(name) => onChange({ ...party, name })}
        error={errors.name}
        autoComplete="off"
      />
      {role.opens && party.name === '' && (
        <div>
          <Button kind="quiet" icon="person" onClick={() => onChange({ ...party, name: ownName })}>
            是我本人（{ownName}）
          </Button>
        </div>
      )}
      {choices.length > 1 && (
        <SelectField
          label="证件种类"
          value={party.idType}
          onChange={(idType) => onChange({ ...party, idType })}
          options={choices}
        />
      )}
      <div>
        <TextField
          label={choices.length === 1 ? `${identityTitle(party.idType)}号码` : '证件号码'}
          hint="用来核对身份和登记簿，加密保存，只有办理这件事的人员能看到。"
          value={party.idNumber}
          onChange={(idNumber) => onChange({ ...party, idNumber })}
          onBlur={() => setLeft(true)}
          error={complaint ?? errors.idNumber}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <p className="field-note" aria-live="polite">
          {check?.valid && (
            <>
              <Icon name="check" />
              {check.notes?.[0] ?? '号码校验通过'}
            </>
          )}
        </p>
      </div>
      {role.takesShares && several && (
        <TextField
          label="份额"
          hint={`按份共有的填写，例如 1/2 或 50%；共同共有的都不填。${share ? `相当于 ${formatSharePercent(share)}。` : ''}`}
          value={party.share}
          onChange={(value) => onChange({ ...party, share: value })}
          error={errors.share}
          autoComplete="off"
          optional
        />
      )}
    </div>
  );
}
