import { type BusinessDefinition, type CaseRecord, checkData } from '@hengchan/casework';
import { type FieldError, platformErrors } from '@hengchan/platform';

/** What must hold before a case may be submitted, beyond the legal rules: form complete, every role filled. Throws naming the fields. */
export function checkCase(record: CaseRecord, definition: BusinessDefinition): void {
  const errors: FieldError[] = checkRoles(definition, record.parties);
  if (errors.length > 0) throw platformErrors.INVALID_REQUEST({ errors });
  checkData(definition.form, record.case.form, '/form');
}

/** How many of each role there must be. */
export function checkRoles(
  definition: BusinessDefinition,
  parties: readonly { role: string }[],
): FieldError[] {
  return definition.parties.flatMap((role) => {
    const count = parties.filter((party) => party.role === role.role).length;
    if (count < role.minimum)
      return [{ path: '/parties', message: `请填写${role.title}（至少 ${role.minimum} 位）` }];
    if (count > role.maximum) return [{ path: '/parties', message: `${role.title}最多 ${role.maximum} 位` }];
    return [];
  });
}
