import { type Actor, platformErrors } from '@hengchan/platform';
import { loadStates, type Right, registerErrors, standAt, type UnitState } from '@hengchan/register';
import { normaliseUnitCode } from '@hengchan/standards';
import type { Registration } from '../registration.ts';

/** A unit for somebody allowed to look at it, at one moment. */
export interface ReadUnit {
  state: UnitState;
  office: string;
  code: string;
  /** Rights the register has as current whose time was over at that moment; no entry says so yet. */
  lapsed: readonly Right[];
}

/** The office whose register a unit is in: that of its area code, where one is set up. */
export function officeOfUnit(registration: Registration, code: string): string {
  const area = code.slice(0, 6);
  if (!registration.offices.has(area)) throw registerErrors.UNIT_NOT_FOUND();
  return area;
}

/**
 * The page of a unit at a moment, now when none is given. Looking is recorded. A holder may read the page of the unit, or of the closed one
 * their unit came from; so may staff with the permission. Others get 403, and nobody learns whose it is. Throws UNIT_NOT_FOUND.
 */
export async function readUnit(
  registration: Registration,
  actor: Actor,
  codeText: string,
  asOf?: Date,
): Promise<ReadUnit> {
  const current = await permitRead(registration, actor, codeText);
  const { office, code } = current;
  const read = asOf === undefined ? current : await unitAt(registration, office, code, asOf);
  if (!read) throw registerErrors.UNIT_NOT_FOUND({ detail: '该时点登记簿中还没有这个不动产单元。' });
  await recordLook(registration, actor, office, code, asOf ? { asOf: asOf.toISOString() } : {});
  return read;
}

/** The page as it is now; throws unless the actor may read it. */
export async function permitRead(
  registration: Registration,
  actor: Actor,
  codeText: string,
): Promise<ReadUnit> {
  if (actor.kind === 'anonymous') throw platformErrors.UNAUTHENTICATED();
  const code = normaliseUnitCode(codeText);
  const office = officeOfUnit(registration, code);
  const now = registration.platform.clock.now();
  const current = await unitAt(registration, office, code, now);
  if (!current) throw registerErrors.UNIT_NOT_FOUND();
  const own = [actor.idIndex, actor.organisation?.idIndex].filter((index) => index !== undefined);
  const holds = ({ rights }: UnitState) =>
    rights.some((right) => right.holders.some((holder) => own.includes(holder.idIndex)));
  if (holds(current.state)) return current;
  const { closed } = current.state;
  if (closed && closed.successors.length > 0 && own.length > 0) {
    const heirs = await loadStates(registration.platform.database, office, closed.successors, now);
    if ([...heirs.values()].some(holds)) return current;
  }
  registration.platform.access.require(actor, 'register.read', { office });
  return current;
}

/** How a unit stood at a moment, whoever asks; undefined before its page was opened. */
export async function unitAt(
  registration: Registration,
  office: string,
  code: string,
  moment: Date,
): Promise<ReadUnit | undefined> {
  const states = await loadStates(registration.platform.database, office, [code], moment);
  const recorded = states.get(code);
  if (!recorded) return undefined;
  const state = standAt(recorded, moment);
  const standing = new Set(state.rights.map((right) => right.origin));
  return { state, office, code, lapsed: recorded.rights.filter((right) => !standing.has(right.origin)) };
}

/** Whoever looks is seen. */
export async function recordLook(
  { platform }: Registration,
  actor: Actor,
  office: string,
  code: string,
  conditions: Record<string, string>,
): Promise<void> {
  await platform.audit.recordRead(platform.database, actor, {
    resource: 'register',
    subject: code,
    office,
    conditions: { unit: code, ...conditions },
    count: 1,
  });
}
