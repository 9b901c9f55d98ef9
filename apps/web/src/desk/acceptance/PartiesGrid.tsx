import { Button, Input, Select } from 'antd';
import type { PartyRole } from '../../api/businesses.ts';
import { idTypeOptions } from '../components/id-types.ts';
import { faultsOfRow, notesOfRow, type PartyRow, sharesOf } from './party-row.ts';

interface PartiesGridProps {
  roles: readonly PartyRole[];
  rows: readonly PartyRow[];
  onChange: (rows: PartyRow[]) => void;
  newRow: (role: string) => PartyRow;
  /** Takes over the registered holders as the parties of a role, where the register is known. */
  onRegistered?: ((role: string) => void) | undefined;
  /** What the server said, by place: `0/idNumber`. */
  served: Record<string, string>;
}

/** Everybody in the case, line by line; numbers are checked as they are typed and shares are added up. */
export function PartiesGrid({ roles, rows, onChange, newRow, onRegistered, served }: PartiesGridProps) {
  const change = (key: string, part: Partial<PartyRow>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  return (
    <div className="desk-stack">
      {roles.map((role) => {
        const own = rows.filter((row) => row.role === role.role);
        const shares = role.takesShares ? sharesOf(own) : { state: 'none' as const };
        return (
          <fieldset key={role.role} className="desk-parties">
            <legend>
              {role.title}
              <small>{role.explanation}</small>
            </legend>
            {own.map((row) => (
              <PartyLine
                key={row.key}
                row={row}
                role={role}
                place={served}
                index={rows.indexOf(row)}
                onChange={(part) => change(row.key, part)}
                onRemove={() => onChange(rows.filter((other) => other.key !== row.key))}
                removable={own.length > role.minimum}
              />
            ))}
            <div className="desk-row">
              <Button
                size="small"
                disabled={own.length >= role.maximum}
                onClick={() => onChange([...rows, newRow(role.role)])}
              >
                添加{role.title}
              </Button>
              {role.currentHolder && onRegistered && (
                <Button size="small" onClick={() => onRegistered(role.role)}>
                  带入登记簿权利人
                </Button>
              )}
              {shares.state !== 'none' && (
                <span
                  className={shares.state === 'whole' ? 'desk-secondary' : 'desk-field-error'}
                  aria-live="polite"
                >
                  {shares.message}
                </span>
              )}
            </div>
          </fieldset>
        );
      })}
    </div>
  );
}

interface PartyLineProps {
  row: PartyRow;
  role: PartyRole;
  place: Record<string, string>;
  index: number;
  onChange: (part: Partial<PartyRow>) => void;
  onRemove: () => void;
  removable: boolean;
}

function PartyLine({ row, role, place, index, onChange, onRemove, removable }: PartyLineProps) {
  const faults = faultsOfRow(row);
  const fault = (field: string) =>
    faults.find((item) => item.field === field)?.message ?? place[`${index}/${field}`];
  const said = [fault('name'), fault('idType'), fault('idNumber'), fault('share')].filter(Boolean);
  const notes = notesOfRow(row);
  const status = (field: string) => (fault(field) ? { status: 'error' as const, 'aria-invalid': true } : {});
  const types = idTypeOptions.filter((option) => fits(option.value, role.kinds));
  return (
    <div className="desk-party-line">
      <Input
        aria-label={`${role.title}姓名或名称`}
        placeholder="姓名或名称"
        value={row.name}
        onChange={(event) => onChange({ name: event.target.value })}
        {...status('name')}
      />
      <Select
        aria-label={`${role.title}证件种类`}
        value={row.idType}
        onChange={(idType) => onChange({ idType })}
        options={types}
        {...status('idType')}
      />
      <Input
        aria-label={`${role.title}证件号码`}
        placeholder="证件号码"
        className="desk-number"
        value={row.idNumber}
        onChange={(event) => onChange({ idNumber: event.target.value })}
        {...status('idNumber')}
      />
      {role.takesShares ? (
        <Input
          aria-label={`${role.title}份额`}
          placeholder="份额，如 1/2"
          value={row.share}
          onChange={(event) => onChange({ share: event.target.value })}
          {...status('share')}
        />
      ) : (
        <span />
      )}
      <Button disabled={!removable} onClick={onRemove} aria-label={`删去${row.name || role.title}`}>
        删去
      </Button>
      {(said.length > 0 || notes.length > 0) && (
        <div className="desk-party-said">
          {said.map((message) => (
            <span key={message} className="desk-field-error" role="alert">
              {message}
            </span>
          ))}
          {notes.map((note) => (
            <span key={note} className="desk-field-note">
              {note}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}

const organisationTypes = ['6', '7', '8'];

/** Documents of people for people, of organisations for organisations, and 其他 for both. */
function fits(idType: string, kinds: PartyRole['kinds']): boolean {
  if (idType === '99') return true;
  return kinds.includes(organisationTypes.includes(idType) ? 'organisation' : 'person');
}
