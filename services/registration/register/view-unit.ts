import { caseworkTables, type Phase, phaseTitles } from '@hengchan/casework';
import { type Actor, platformErrors } from '@hengchan/platform';
import { findUnit, parcelBoundary, registerErrors, type UnitState, unitHistory } from '@hengchan/register';
import { formatUnitCode, normaliseUnitCode } from '@hengchan/standards';
import type { UnitEvent, UnitView } from '../register-schema.ts';
import type { Registration } from '../registration.ts';
import { rightItems, unitItems } from '../wording.ts';
import { type Reveal, viewRight } from './view-right.ts';

/** The office whose register a unit is in: that of its area code, where one is set up. */
export function officeOfUnit(registration: Registration, code: string): string {
  const area = code.slice(0, 6);
  if (!registration.offices.has(area)) throw registerErrors.UNIT_NOT_FOUND();
  return area;
}

/** A holder of the unit may read its page; so may staff with the permission. Others get 403, and nobody learns whose it is. */
function requireRead(registration: Registration, actor: Actor, office: string, state: UnitState): void {
  if (actor.kind === 'anonymous') throw platformErrors.UNAUTHENTICATED();
  const own = [actor.idIndex, actor.organisation?.idIndex].filter((index) => index !== undefined);
  const holds = state.rights.some((right) => right.holders.some((holder) => own.includes(holder.idIndex)));
  if (!holds) registration.platform.access.require(actor, 'register.read', { office });
}

/** The page of a unit now or as it stood at a moment. Looking is recorded. */
export async function viewUnit(
  registration: Registration,
  actor: Actor,
  codeText: string,
  asOf?: Date,
): Promise<UnitView> {
  const { platform } = registration;
  const { state, office, code } = await readUnit(registration, actor, codeText, asOf);
  const { unit, rights } = state;
  const reveal: Reveal = (holder) => holder.idMasked;
  const views = rights.map((right) => viewRight(right, reveal));
  const geometry = await parcelBoundary(platform.database, office, unit.parcelCode);
  const { sinceEntry: _since, ...facts } = unit;
  return {
    code,
    office,
    formatted: formatUnitCode(code),
    location: unit.location,
    area: unit.area,
    items: unitItems(unit),
    facts: { ...facts },
    ...(geometry === undefined ? {} : { geometry }),
    asOf: (asOf ?? platform.clock.now()).toISOString(),
    rights: views.filter((right) => right.kind === 'ownership'),
    restrictions: views.filter((right) => right.kind !== 'ownership'),
    flags: {
      seized: rights.some((right) => right.kind === 'seizure'),
      mortgaged: rights.some((right) => right.kind === 'mortgage'),
      objected: false,
      noticed: false,
    },
    pendingCases: await pendingCases(registration, office, code),
  };
}

/** The unit for somebody allowed to look at it. */
export async function readUnit(registration: Registration, actor: Actor, codeText: string, asOf?: Date) {
  const { platform } = registration;
  if (actor.kind === 'anonymous') throw platformErrors.UNAUTHENTICATED();
  const code = normaliseUnitCode(codeText);
  const office = officeOfUnit(registration, code);
  const current = await findUnit(platform.database, office, code, { asOf: platform.clock.now() });
  if (!current) throw registerErrors.UNIT_NOT_FOUND();
  requireRead(registration, actor, office, current);
  const state = asOf === undefined ? current : await findUnit(platform.database, office, code, { asOf });
  if (!state) throw registerErrors.UNIT_NOT_FOUND({ detail: '该时点登记簿中还没有这个不动产单元。' });
  await platform.audit.recordRead(platform.database, actor, {
    resource: 'register',
    subject: code,
    office,
    conditions: { unit: code, ...(asOf ? { asOf: asOf.toISOString() } : {}) },
    count: 1,
  });
  return { state, office, code };
}

async function pendingCases(
  { platform, casework }: Registration,
  office: string,
  code: string,
): Promise<UnitView['pendingCases']> {
  const rows = await caseworkTables(platform.database)
    .selectFrom('casework.case_unit as u')
    .innerJoin('casework.cases as c', (join) =>
      join.onRef('c.office', '=', 'u.office').onRef('c.no', '=', 'u.case_no'),
    )
    .select(['c.no', 'c.business', 'c.business_version', 'c.phase', 'c.opened_at'])
    .where('u.office', '=', office)
    .where('u.unit_code', '=', code)
    .where('c.closed_at', 'is', null)
    .where('c.phase', '<>', 'draft')
    .orderBy('c.opened_at')
    .execute();
  return rows.map((row) => ({
    caseNo: row.no,
    business: casework.definitions.version(row.business, row.business_version).name,
    statusTitle: phaseTitles[row.phase as Phase] ?? row.phase,
    openedAt: row.opened_at.toISOString(),
  }));
}

/** Everything that was entered on a unit, oldest first. */
export async function viewHistory(
  registration: Registration,
  actor: Actor,
  codeText: string,
  page: { after?: number; limit?: number },
): Promise<{ items: UnitEvent[]; nextCursor?: string }> {
  const { office, code } = await readUnit(registration, actor, codeText);
  const { database } = registration.platform;
  const history = await unitHistory(database, office, code, page);
  const names = new Map(registration.casework.definitions.list().map((each) => [each.code, each.name]));
  const items = history.entries.map((entry) => {
    const opened = history.rights.filter((right) => right.registeredEntry === entry.number);
    const text = opened.flatMap(rightItems).slice(0, 3);
    return {
      number: entry.number,
      at: entry.enteredAt.toISOString(),
      caseNo: entry.caseNo,
      business: names.get(entry.business) ?? entry.title,
      effect: entry.effect.type,
      title: entry.title,
      text: [entry.effect.reason, ...text.map((item) => `${item.label}：${item.value}`)].join('；'),
      registrar: entry.registrar,
      mode: entry.mode,
    };
  });
  return { items, ...(history.next === undefined ? {} : { nextCursor: String(history.next) }) };
}
