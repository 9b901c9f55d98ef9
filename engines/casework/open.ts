import { type Actor, type Database, nextNumber, type Transaction, versionsNow } from '@hengchan/platform';
import { bigramTokens, type Share, toShanghaiDate } from '@hengchan/standards';
import { sql } from 'kysely';
import { enter } from './advance.ts';
import type { Casework } from './casework.ts';
import type { BusinessDefinition, Channel } from './definition.ts';
import { recordEvent } from './history.ts';
import { nodeOf } from './process/check.ts';
import { type CaseRecord, saveSteps, tables } from './store.ts';

/** A party as the engine keeps it: the identity number sealed, searchable only by its blind index. */
export interface NewParty {
  role: string;
  name: string;
  idType: string;
  idSealed: string;
  idIndex: string;
  idMasked: string;
  share?: Share;
}

export interface NewCase {
  definition: BusinessDefinition;
  office: string;
  channel: Channel;
  form: Record<string, unknown>;
  parties: readonly NewParty[];
  units: readonly { code: string; location: string; area: string; use: string }[];
  idempotencyKey?: string;
}

/** Opens a case on the newest version of its business. A replayed key returns the number of the first case (nothing twice). */
export async function openCase(casework: Casework, actor: Actor, request: NewCase): Promise<string> {
  const no = await nextCaseNo(casework, casework.platform.database, request.office);
  return casework.platform.database
    .transaction()
    .execute((trx) => insertWhole(casework, trx, actor, request, no));
}

/** The same inside a transaction of the caller's: for a case that a verified message opens. */
export async function openCaseIn(
  casework: Casework,
  trx: Transaction,
  actor: Actor,
  request: NewCase,
): Promise<string> {
  return insertWhole(casework, trx, actor, request, await nextCaseNo(casework, trx, request.office));
}

async function nextCaseNo({ platform }: Casework, database: Database, office: string): Promise<string> {
  const day = toShanghaiDate(platform.clock.now()).replaceAll('-', '');
  const sequence = await nextNumber(database, office, 'case', day);
  return `${office}${day}${String(sequence).padStart(6, '0')}`;
}

async function insertWhole(
  casework: Casework,
  trx: Transaction,
  actor: Actor,
  request: NewCase,
  no: string,
): Promise<string> {
  const { platform } = casework;
  const inserted = await insertCase(casework, trx, actor, request, no);
  if (!inserted) {
    const first = await tables(trx)
      .selectFrom('casework.cases')
      .select('no')
      .where('office', '=', request.office)
      .where('opened_by', '=', actor.accountId)
      .where('idempotency_key', '=', request.idempotencyKey ?? '')
      .executeTakeFirstOrThrow();
    return first.no;
  }
  await replaceParties(trx, request.office, no, request.parties);
  await replaceUnits(trx, request.office, no, request.units);
  const { versions, ...row } = inserted;
  const record: CaseRecord = { case: row, parties: [], units: [], tokens: [], versions };
  await enter(casework, trx, record, request.definition, request.definition.process.start);
  await saveSteps(trx, record);
  await recordEvent(platform, trx, actor, { caseNo: no, action: 'open', title: '发起申请' });
  await platform.audit.write(trx, actor, { action: 'case.open', subject: no, office: request.office });
  return no;
}

async function insertCase(casework: Casework, trx: Transaction, actor: Actor, request: NewCase, no: string) {
  const { definition } = request;
  const start = nodeOf(definition.process, definition.process.start);
  return tables(trx)
    .insertInto('casework.cases')
    .values({
      office: request.office,
      no,
      business: definition.code,
      business_version: definition.version,
      channel: request.channel,
      phase: 'phase' in start ? start.phase : 'draft',
      form: JSON.stringify(request.form),
      opened_by: actor.accountId,
      opened_by_name: actor.name,
      opened_at: casework.platform.clock.now(),
      idempotency_key: request.idempotencyKey ?? null,
      accepted_at: null,
      accepted_by: null,
      limit_days: definition.limit.workingDays,
      warning_days: definition.limit.warningDays,
      stopped_since: null,
      due_on: null,
      warn_on: null,
      closed_at: null,
      search: searchText([
        no,
        definition.name,
        ...request.parties.map((party) => party.name),
        ...request.units.flatMap((unit) => [unit.code, unit.location]),
      ]),
    })
    .onConflict((conflict) => conflict.columns(['office', 'opened_by', 'idempotency_key']).doNothing())
    .returningAll()
    .returning(versionsNow.as('versions'))
    .executeTakeFirst();
}

/** What a case is found by: number, business, names, unit codes and places, as single characters and pairs. */
export function searchText(parts: readonly string[]) {
  const words = [...new Set(parts.flatMap((part) => bigramTokens(part)))].join(' ');
  return sql<string>`to_tsvector('simple', ${words})`;
}

export async function replaceParties(
  trx: Transaction,
  office: string,
  no: string,
  parties: readonly NewParty[],
): Promise<void> {
  await tables(trx)
    .deleteFrom('casework.party')
    .where('office', '=', office)
    .where('case_no', '=', no)
    .execute();
  if (parties.length === 0) return;
  const rows = parties.map((party, ordinal) => ({
    office,
    case_no: no,
    ordinal,
    role: party.role,
    name: party.name,
    id_type: party.idType,
    id_sealed: party.idSealed,
    id_index: party.idIndex,
    id_masked: party.idMasked,
    share_numerator: party.share ? Number(party.share.numerator) : null,
    share_denominator: party.share ? Number(party.share.denominator) : null,
    confirmed_at: null,
    confirmed_by: null,
  }));
  await tables(trx).insertInto('casework.party').values(rows).execute();
}

async function replaceUnits(
  trx: Transaction,
  office: string,
  no: string,
  units: NewCase['units'],
): Promise<void> {
  const rows = units.map((unit, ordinal) => ({
    office,
    case_no: no,
    ordinal,
    unit_code: unit.code,
    location: unit.location,
    area: unit.area,
    use: unit.use,
  }));
  if (rows.length > 0) await tables(trx).insertInto('casework.case_unit').values(rows).execute();
}
