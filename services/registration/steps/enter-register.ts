import {
  type AutomaticHandler,
  type BusinessDefinition,
  type CaseRecord,
  recordEvent,
  type StepContext,
} from '@hengchan/casework';
import { allocateNumber, recordCertificate, voidCertificates } from '@hengchan/certificates';
import { appendLeaf } from '@hengchan/evidence';
import { Problem, systemActor, type Transaction } from '@hengchan/platform';
import {
  type Effect,
  type EnteredEntry,
  enter,
  findSurveyedUnits,
  loadStates,
  lockUnits,
  type Right,
  standAt,
  type UnitFacts,
} from '@hengchan/register';
import { blocking } from '@hengchan/rules';
import { checkUnitCode } from '@hengchan/standards';
import { sql } from 'kysely';
import { assess } from '../assess.ts';
import { type CaseUnitState, effectBuilders } from '../effects/index.ts';
import { numberFor, sharedNumber } from '../effects/numbering.ts';
import { filedContract } from '../filed-contract.ts';
import type { Registration } from '../registration.ts';
import { lookAtSeizures } from './seizures-over.ts';
import { lockDisposals, suspendDisposals } from './suspend-disposals.ts';
import { tellDepartments } from './tell-departments.ts';

/**
 * 登簿: one transaction that locks the units, asks the rules of entry on the register as it stands now (a court's notice may have
 * come since the decision), enters every effect of the case or none, issues numbers, adds evidence leaves and fills the outbox.
 * Outcome `blocked` sends the case back to a person.
 */
export function enterRegister(registration: Registration): AutomaticHandler<undefined> {
  return {
    async apply(trx, context) {
      const { record, definition } = context;
      const disposals = definition.effects.includes('seize') ? await lockDisposals(trx, record) : [];
      await lockUnits(trx, record.case.office, unitsConcerned(record));
      const findings = await assess(registration, trx, record, definition, 'entry');
      const against = blocking(findings);
      if (against.length > 0)
        return blocked(registration, trx, context, against.map((finding) => finding.message).join(''));
      const units = await readUnits(registration, trx, record);
      const contract = definition.facts.some(({ kind }) => kind === 'contract')
        ? await filedContract(registration, trx, record.case.office, record.case.no)
        : {};
      const effects = buildEffects(registration, record, definition, { ...units, ...contract });
      const entered = await enterOrRefuse(registration, trx, context, units, effects);
      if (typeof entered === 'string') return blocked(registration, trx, context, entered);
      await afterEntry(registration, trx, context, units, entered);
      await suspendDisposals(registration, trx, disposals, entered);
      if (rightsOf(units.units).some((right) => right.kind === 'seizure'))
        await lookAtSeizures(registration, trx);
      return undefined;
    },
  };
}

const rightsOf = (units: readonly CaseUnitState[]): readonly Right[] =>
  units.flatMap((unit) => unit.state?.rights ?? []);

interface UnitsOfCase {
  units: readonly CaseUnitState[];
  surveyed: ReadonlyMap<string, UnitFacts>;
}

/** The case's units, and those its form names: the codes a split or merger gives. */
function unitsConcerned(record: CaseRecord): string[] {
  const named = Object.values(record.case.form)
    .flat()
    .filter((value) => typeof value === 'string' && checkUnitCode(value).valid) as string[];
  return [...new Set([...record.units.map((unit) => unit.unit_code), ...named])];
}

async function readUnits(
  { platform }: Registration,
  trx: Transaction,
  record: CaseRecord,
): Promise<UnitsOfCase> {
  const { office } = record.case;
  const surveyed = await findSurveyedUnits(trx, office, unitsConcerned(record));
  const codes = record.units.map((unit) => unit.unit_code);
  const recorded = await loadStates(trx, office, codes);
  const now = platform.clock.now();
  const units: CaseUnitState[] = [];
  for (const code of codes) {
    const row = recorded.get(code);
    const state = row && standAt(row, now);
    const found = surveyed.get(code);
    units.push({ code, ...(state ? { state } : {}), ...(found ? { surveyed: found } : {}) });
  }
  return { units, surveyed };
}

function buildEffects(
  { platform }: Registration,
  record: CaseRecord,
  definition: BusinessDefinition,
  concerned: UnitsOfCase & { contractNumber?: string },
): Effect[] {
  return definition.effects.flatMap((name) => {
    const build = effectBuilders[name];
    if (!build) throw new Error(`no effect builder ${name}`);
    return build({ platform, record, definition, ...concerned });
  });
}

/** Enters all effects; what the register itself refuses undoes its numbers and writes, and comes back as the reason. */
async function enterOrRefuse(
  registration: Registration,
  trx: Transaction,
  { record, definition }: StepContext,
  { units }: UnitsOfCase,
  effects: readonly Effect[],
): Promise<EnteredEntry[] | string> {
  const { office, no } = record.case;
  const info = registration.offices.get(office);
  if (!info) throw new Error(`office ${office} is not set up`);
  const now = registration.platform.clock.now();
  const decider = deciderOf(record);
  await sql`SAVEPOINT entry`.execute(trx);
  try {
    const numbered = await numberEffects(
      trx,
      { office, province: info.province, place: info.place },
      now,
      units,
      effects,
    );
    return await enter(trx, {
      office,
      caseNo: no,
      business: definition.code,
      registrar: decider?.done_by_name ?? systemActor.name,
      mode: decider ? 'manual' : 'automatic',
      now,
      effects: numbered,
    });
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'ENTRY_REFUSED') throw error;
    await sql`ROLLBACK TO SAVEPOINT entry`.execute(trx);
    return error.detail ?? error.title;
  }
}

/** Gives every effect that issues a certificate or proof its number; an easement's on several pages is one. */
async function numberEffects(
  trx: Transaction,
  place: Parameters<typeof allocateNumber>[1],
  now: Date,
  units: UnitsOfCase['units'],
  effects: readonly Effect[],
): Promise<Effect[]> {
  const rights = rightsOf(units);
  const find = (id: string) => rights.find((right) => right.id === id || right.origin === id);
  const shared = new Map<string, string>();
  const numbered: Effect[] = [];
  for (const effect of effects) {
    const kind = numberFor(effect, find);
    if (!kind) numbered.push(effect);
    else {
      const mark = sharedNumber(effect, find);
      const certificate =
        (mark === undefined ? undefined : shared.get(mark)) ?? (await allocateNumber(trx, place, kind, now));
      if (mark !== undefined) shared.set(mark, certificate);
      numbered.push({ ...effect, certificate } as Effect);
    }
  }
  return numbered;
}

/** The person whose decision this entry carries out: who last acted for the office. */
function deciderOf(record: CaseRecord) {
  return record.tokens
    .filter((token) => token.kind === 'human' && token.state === 'done' && !token.role?.startsWith('party:'))
    .sort((left, right) => Number(left.done_at) - Number(right.done_at))
    .at(-1);
}

async function afterEntry(
  registration: Registration,
  trx: Transaction,
  context: StepContext,
  { units, surveyed }: UnitsOfCase,
  entries: readonly EnteredEntry[],
): Promise<void> {
  const { record } = context;
  const { office, no } = record.case;
  const before = new Map(units.flatMap(({ state }) => state?.rights.map((right) => [right.id, right]) ?? []));
  const opened = entries.flatMap((entry) =>
    entry.changes.flatMap((change) => (change.change === 'open' ? [change.right] : [])),
  );
  // A right that goes on, be it on the page of another unit, keeps its number.
  const kept = new Set(opened.flatMap(certificatesOf));
  for (const right of opened) before.set(right.id, right);
  for (const entry of entries) {
    await appendLeaf(trx, {
      office,
      kind: 'entry',
      subject: String(entry.number),
      data: { hash: entry.hash },
    });
    const location =
      units.find((unit) => unit.code === entry.unit)?.state?.unit.location ??
      surveyed.get(entry.unit)?.location ??
      '';
    for (const change of entry.changes) {
      if (change.change !== 'certificate') continue;
      const right = before.get(change.right);
      await recordCertificate(trx, {
        office,
        number: change.number,
        kind: right?.kind === 'ownership' || right?.kind === 'management' ? 'certificate' : 'proof',
        unit_code: entry.unit,
        location,
        case_no: no,
        entry_number: entry.number,
        holder_names: right?.holders.map((holder) => holder.name) ?? [],
        holder_indexes: right?.holders.map((holder) => holder.idIndex) ?? [],
        issued_at: entry.enteredAt,
      });
    }
    const ended = entry.changes
      .flatMap((change) => (change.change === 'end' ? certificatesOf(before.get(change.right)) : []))
      .filter((number) => !kept.has(number));
    await voidCertificates(trx, office, ended, { number: entry.number, at: entry.enteredAt });
  }
  await registration.platform.audit.write(trx, systemActor, {
    action: 'register.enter',
    subject: no,
    office,
    detail: { entries: entries.map((entry) => entry.number) },
  });
  await recordEvent(registration.platform, trx, systemActor, {
    caseNo: no,
    action: 'enter',
    title: '登簿',
    data: { entries: entries.map((entry) => entry.number) },
  });
  await tellDepartments(registration, trx, context, units, entries);
}

function certificatesOf(right: Right | undefined): string[] {
  if (!right) return [];
  return [right.certificate, ...right.holders.map((holder) => holder.certificate)].flatMap(
    (number) => number ?? [],
  );
}

async function blocked(
  registration: Registration,
  trx: Transaction,
  { record }: StepContext,
  reason: string,
): Promise<string> {
  await recordEvent(registration.platform, trx, systemActor, {
    caseNo: record.case.no,
    action: 'entry-blocked',
    title: '登簿前校验未通过',
    comment: reason,
  });
  return 'blocked';
}
