import { type BusinessDefinition, type Channel, checkData, driveCase, openCase } from '@hengchan/casework';
import { type Actor, type FieldError, platformErrors } from '@hengchan/platform';
import { findUnit } from '@hengchan/register';
import { checkUnitCode, nameOf, normaliseUnitCode } from '@hengchan/standards';
import { errors } from '../errors.ts';
import type { Registration } from '../registration.ts';
import type { OpenCaseInput } from '../schema.ts';
import { readParties } from './read-parties.ts';

/** Opens a case: from the counter by a clerk, online by a party. A replayed Idempotency-Key gives the first case. */
export async function open(
  registration: Registration,
  actor: Actor,
  input: OpenCaseInput,
  idempotencyKey: string | undefined,
): Promise<string> {
  const { platform, casework } = registration;
  platform.access.require(actor, 'case.create', actor.kind === 'staff' ? { office: input.office } : {});
  if (!registration.offices.has(input.office))
    throw errors.OFFICE_NOT_FOUND({ errors: [{ path: '/office', message: '没有这个登记机构' }] });
  const definition = casework.definitions.get(input.business);
  const channel: Channel = actor.kind === 'staff' ? 'counter' : 'online';
  requireEntrance(definition, actor, channel, input.channel);
  const units = await readUnits(registration, definition, input);
  const parties = readParties(platform, definition, input.parties);
  if (channel === 'online') requireStanding(definition, actor, parties);
  const form = checkData(definition.form, input.form ?? {}, '/form', true);
  const caseNo = await openCase(casework, actor, {
    definition,
    office: input.office,
    channel,
    form,
    parties,
    units,
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  });
  await driveCase(casework, caseNo);
  return caseNo;
}

/** Who may start what, from where. */
function requireEntrance(
  definition: BusinessDefinition,
  actor: Actor,
  channel: Channel,
  asked: string | undefined,
): void {
  if (asked !== undefined && asked !== channel) {
    throw errors.CHANNEL_NOT_OFFERED({
      detail: channel === 'counter' ? '登记人员发起的办件为窗口办件。' : '窗口办件由登记人员发起。',
    });
  }
  if (!definition.channels.includes(channel)) {
    throw errors.CHANNEL_NOT_OFFERED({
      detail: channel === 'online' ? '该业务须到登记机构窗口办理。' : '该业务只能在线办理。',
    });
  }
  const entrance =
    channel === 'counter'
      ? 'counter'
      : actor.kind === 'organisation'
        ? (actor.organisation?.kind ?? 'company')
        : 'person';
  if (!(definition.entrances as readonly string[]).includes(entrance)) throw errors.ENTRANCE_NOT_OFFERED();
  const authorised = actor.organisation?.businesses;
  if (authorised && !authorised.includes('*') && !authorised.includes(definition.code)) {
    throw errors.BUSINESS_NOT_AUTHORISED();
  }
}

/** Online only a party in a role that opens may start the case: one's own affairs, or those of the body one acts for. */
function requireStanding(
  definition: BusinessDefinition,
  actor: Actor,
  parties: readonly { role: string; idIndex: string }[],
): void {
  const opening = new Set(definition.parties.filter((role) => role.opens).map((role) => role.role));
  const mine = [actor.idIndex, actor.organisation?.idIndex].filter((index) => index !== undefined);
  if (!parties.some((party) => opening.has(party.role) && mine.includes(party.idIndex)))
    throw errors.NOT_A_PARTY();
}

async function readUnits(registration: Registration, definition: BusinessDefinition, input: OpenCaseInput) {
  const faults: FieldError[] = [];
  const { minimum, maximum } = definition.units;
  if (input.units.length < minimum || input.units.length > maximum) {
    faults.push({
      path: '/units',
      message: maximum === 1 ? '该业务一次办理一个不动产单元' : `不动产单元应为 ${minimum}～${maximum} 个`,
    });
  }
  const units = [];
  const seen = new Set<string>();
  for (const [index, text] of input.units.entries()) {
    const path = `/units/${index}`;
    const code = normaliseUnitCode(text);
    const checked = checkUnitCode(code);
    if (!checked.valid) faults.push({ path, message: checked.reason });
    else if (seen.has(code)) faults.push({ path, message: '不动产单元代码重复' });
    else {
      seen.add(code);
      const found = await findUnit(registration.platform.database, input.office, code);
      if (!found) faults.push({ path, message: '该登记机构的登记簿中没有这个不动产单元，请核对单元代码' });
      else
        units.push({
          code,
          location: found.unit.location,
          area: found.unit.area,
          use: nameOf('GHYT', found.unit.use) ?? found.unit.use,
        });
    }
  }
  if (faults.length > 0) throw platformErrors.INVALID_REQUEST({ errors: faults });
  return units;
}
