import { platformErrors } from '@hengchan/platform';
import { checkIdentity } from '@hengchan/standards';

/** Throws INVALID_REQUEST, naming the field, for a number that cannot be one of its kind of document. */
export function requireIdentity(
  given: { idType?: string | undefined; idNumber?: string | undefined },
  path: string,
): void {
  if (given.idType === undefined && given.idNumber === undefined) return;
  const refuse = (field: string, message: string) =>
    platformErrors.INVALID_REQUEST({ errors: [{ path: `${path}/${field}`, message }] });
  if (given.idType === undefined) throw refuse('idType', '证件种类：必填');
  if (given.idNumber === undefined) throw refuse('idNumber', '证件号码：必填');
  const result = checkIdentity(given.idType, given.idNumber);
  if (!result.valid) throw refuse('idNumber', result.reason);
}
