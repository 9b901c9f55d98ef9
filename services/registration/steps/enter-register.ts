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
  findUnit,
  lockUnits,
  type Right,
  type UnitState,
} from '@hengchan/register';
import { blocking } from '@hengchan/rules';
import { sql } from 'kysely';
import { assess } from '../assess.ts';
import { effectBuilders } from '../effects/index.ts';
import type { Registration } from '../registration.ts';
import { tellDepartments } from './tell-departments.ts';

/** Effects that issue a certificate or a proof. */
const issues: Partial<Record<Effect['type'], 'certificate' | 'proof'>> = {
  'first-registration': 'certificate',
  transfer: 'certificate',
  mortgage: 'proof',
};

/**
 * 登簿: one transaction that locks the units, asks the rules of entry on the register as it stands now (a court's notice may have
 * come since the decision), enters every effect of the case or none, issues numbers, adds evidence leaves and fills the outbox.
 * Outcome `blocked` sends the case back to a person.
 */
export function enterRegister(registration: Registration): AutomaticHandler<undefined> {
  return {
    async apply(trx, context) {
      const { record, definition } = context;
      await lockUnits(
        trx,
        record.case.office,
        record.units.map((unit) => unit.unit_code),
      );
      const findings = await assess(registration, trx, record, definition, 'entry');
      const against = blocking(findings);
      if (against.length > 0)
        return blocked(registration, trx, context, against.map((finding) => finding.message).join(''));
      const states = await readUnits(registration, trx, record);
      const effects = buildEffects(registration, record, definition, states);
      const entered = await enterOrRefuse(registration, trx, context, effects);
      if (typeof entered === 'string') return blocked(registration, trx, context, entered);
      await afterEntry(registration, trx, context, states, entered);
      return undefined;
    },
  };
}

async function readUnits(
  { platform }: Registration,
  trx: Transaction,
  record: CaseRecord,
): Promise<UnitState[]> {
  const states: UnitState[] = [];
  for (const { unit_code } of record.units) {
    const unit = await findUnit(trx, record.case.office, unit_code, { asOf: platform.clock.now() });
    if (!unit) throw new Error(`unit ${unit_code} vanished after the rules passed`);
    states.push(unit);
  }
  return states;
}

function buildEffects(
  { platform }: Registration,
  record: CaseRecord,
  definition: BusinessDefinition,
  states: readonly UnitState[],
): Effect[] {
  return definition.effects.flatMap((name) => {
    const build = effectBuilders[name];
    if (!build) throw new Error(`no effect builder ${name}`);
    return states.map((unit) => build({ platform, record, definition, unit, unitCode: unit.unit.code }));
  });
}

/** Enters all effects; what the register itself refuses undoes its numbers and writes, and comes back as the reason. */
async function enterOrRefuse(
  registration: Registration,
  trx: Transaction,
  { record, definition }: StepContext,
  effects: readonly Effect[],
): Promise<EnteredEntry[] | string> {
  const { office, no } = record.case;
  const info = registration.offices.get(office);
  if (!info) throw new Error(`office ${office} is not set up`);
  const now = registration.platform.clock.now();
  const decider = deciderOf(record);
  await sql`SAVEPOINT entry`.execute(trx);
  try {
    const numbered: Effect[] = [];
    for (const effect of effects) {
      const kind = issues[effect.type];
      if (!kind) numbered.push(effect);
      else {
        const certificate = await allocateNumber(
          trx,
          { office, province: info.province, place: info.place },
          kind,
          now,
        );
        numbered.push({ ...effect, certificate } as Effect);
      }
    }
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
  states: readonly UnitState[],
  entries: readonly EnteredEntry[],
): Promise<void> {
  const { record } = context;
  const { office, no } = record.case;
  const before = new Map(states.flatMap((state) => state.rights.map((right) => [right.id, right])));
  for (const entry of entries) {
    await appendLeaf(trx, {
      office,
      kind: 'entry',
      subject: String(entry.number),
      data: { hash: entry.hash },
    });
    const location = states.find((state) => state.unit.code === entry.unit)?.unit.location ?? '';
    const opened = entry.changes.flatMap((change) => (change.change === 'open' ? [change.right] : []));
    for (const right of opened) before.set(right.id, right);
    for (const change of entry.changes) {
      if (change.change !== 'certificate') continue;
      const right = before.get(change.right);
      await recordCertificate(trx, {
        office,
        number: change.number,
        kind: right?.kind === 'ownership' ? 'certificate' : 'proof',
        unit_code: entry.unit,
        location,
        case_no: no,
        entry_number: entry.number,
        holder_names: right?.holders.map((holder) => holder.name) ?? [],
        holder_indexes: right?.holders.map((holder) => holder.idIndex) ?? [],
        issued_at: entry.enteredAt,
      });
    }
    const kept = new Set(opened.flatMap(certificatesOf));
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
  await tellDepartments(registration, trx, context, states, entries);
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
