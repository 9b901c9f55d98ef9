import { actOnCase, amendCase, type CaseRecord, checkData, driveCase } from '@hengchan/casework';
import { type Actor, platformErrors } from '@hengchan/platform';
import type { Registration } from '../registration.ts';
import type { ActInput, PartyInput } from '../schema.ts';
import { readParties } from './read-parties.ts';
import { admit, seeCase } from './see.ts';

/** Does an action and what the machine can do after it at once, so that the answer shows where the case then stands: the case is returned. */
export async function act(
  registration: Registration,
  actor: Actor,
  caseNo: string,
  input: ActInput,
  revision: number | undefined,
  idempotencyKey: string | undefined,
): Promise<CaseRecord> {
  if (actor.kind === 'anonymous') throw platformErrors.UNAUTHENTICATED();
  const record = await actOnCase(registration.casework, actor, caseNo, {
    ...input,
    admit: (found) => admit(registration, actor, found),
    ...(revision === undefined ? {} : { revision }),
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  });
  return driveCase(registration.casework, caseNo, record);
}

/** Changes form or parties of a draft or a case sent back. */
export async function amend(
  registration: Registration,
  actor: Actor,
  caseNo: string,
  change: { form?: Record<string, unknown>; parties?: readonly PartyInput[] },
  revision: number | undefined,
): Promise<void> {
  const record: CaseRecord = await seeCase(registration, actor, caseNo);
  if (!change.form && !change.parties)
    throw platformErrors.INVALID_REQUEST({ errors: [{ path: '/', message: '没有要修改的内容' }] });
  const definition = registration.casework.definitions.version(
    record.case.business,
    record.case.business_version,
  );
  await amendCase(registration.casework, actor, caseNo, {
    ...(change.form ? { form: checkData(definition.form, change.form, '/form', true) } : {}),
    ...(change.parties ? { parties: readParties(registration.platform, definition, change.parties) } : {}),
    ...(revision === undefined ? {} : { revision }),
  });
}
