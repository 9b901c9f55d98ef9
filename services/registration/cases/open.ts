import {
  type BusinessDefinition,
  type CaseRecord,
  type Channel,
  checkData,
  driveCase,
  type NewCase,
  openCase,
} from '@hengchan/casework';
import { type Actor, type FieldError, platformErrors } from '@hengchan/platform';
import { findSurveyedUnits, findUnits, type UnitFacts, type UnitState } from '@hengchan/register';
import { checkUnitCode, normaliseUnitCode } from '@hengchan/standards';
import { errors } from '../errors.ts';
import type { Registration } from '../registration.ts';
import type { OpenCaseInput } from '../schema.ts';
import { useOf } from '../wording.ts';
import { readParties } from './read-parties.ts';

/** Opens a case: from the counter by a clerk, online by a party. A replayed Idempotency-Key gives the first case. */
export async function open(
  registration: Registration,
  actor: Actor,
  input: OpenCaseInput,
  idempotencyKey: string | undefined,
): Promise<CaseRecord> {
  const application = await readApplication(registration, actor, input);
  const { casework } = registration;
  const caseNo = await openCase(casework, actor, {
    ...application,
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  });
  return driveCase(casework, caseNo);
}

/** An application that may be opened as it is: by somebody who may, through an entrance there is, on units that exist. */
export async function readApplication(
  registration: Registration,
  actor: Actor,
  input: OpenCaseInput,
): Promise<NewCase> {
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
  return { definition, office: input.office, channel, form, parties, units };
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
  const codes = input.units.map((text) => normaliseUnitCode(text));
  const wellFormed = new Set(codes.filter((code) => checkUnitCode(code).valid));
  const known = await readKnown(registration, definition, input.office, [...wellFormed]);
  const units = [];
  for (const [index, code] of codes.entries()) {
    const path = `/units/${index}`;
    const checked = checkUnitCode(code);
    if (!checked.valid) faults.push({ path, message: checked.reason });
    else if (codes.indexOf(code) < index) faults.push({ path, message: '不动产单元代码重复' });
    else {
      const found = describeUnit(definition, known, code);
      if (typeof found === 'string') faults.push({ path, message: found });
      else units.push({ code, location: found.location, area: found.area, use: useOf(found) });
    }
  }
  if (faults.length > 0) throw platformErrors.INVALID_REQUEST({ errors: faults });
  return units;
}

interface Known {
  states: ReadonlyMap<string, UnitState>;
  surveyed: ReadonlyMap<string, UnitFacts>;
}

/** All units of the case at once, from where the business may find them. */
async function readKnown(
  { platform: { database } }: Registration,
  { units: { source = 'register' } }: BusinessDefinition,
  office: string,
  codes: readonly string[],
): Promise<Known> {
  return {
    states: await findUnits(database, office, source === 'survey' ? [] : codes),
    surveyed: await findSurveyedUnits(database, office, source === 'register' ? [] : codes),
  };
}

/** The unit as the register or, for units without a title, the survey describes it; else what is wrong with the code. */
function describeUnit(definition: BusinessDefinition, known: Known, code: string): UnitFacts | string {
  const source = definition.units.source ?? 'register';
  const state = known.states.get(code);
  if (state?.closed) {
    const { successors } = state.closed;
    return `该不动产单元已注销${successors.length > 0 ? `，后继单元为 ${successors.join('、')}` : ''}`;
  }
  if (state) return state.unit;
  if (source === 'register') return '该登记机构的登记簿中没有这个不动产单元，请核对单元代码';
  return known.surveyed.get(code) ?? '没有这个不动产单元的权籍调查成果，请核对单元代码，或先完成权籍调查';
}
