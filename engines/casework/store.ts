import type { Database, Transaction } from '@hengchan/platform';
import type { Selectable } from 'kysely';
import { errors } from './errors.ts';
import type { CaseRow, CaseUnitRow, CaseworkTables, PartyRow, TokenRow } from './tables.ts';

export type Case = Selectable<CaseRow>;
export type Party = Selectable<PartyRow>;
export type CaseUnit = Selectable<CaseUnitRow>;
export type Token = Selectable<TokenRow>;

/** A case with everything needed to say what can happen next. */
export interface CaseRecord {
  case: Case;
  parties: Party[];
  units: CaseUnit[];
  tokens: Token[];
}

export const tables = (database: Database) => database.withTables<CaseworkTables>();

/** The office is the first six digits of every case number. */
export const officeOf = (caseNo: string) => caseNo.slice(0, 6);

async function withParts(database: Database, row: Case): Promise<CaseRecord> {
  const db = tables(database);
  const at = { office: row.office, case_no: row.no };
  const parties = db
    .selectFrom('casework.party')
    .selectAll()
    .where('office', '=', at.office)
    .where('case_no', '=', at.case_no);
  const units = db
    .selectFrom('casework.case_unit')
    .selectAll()
    .where('office', '=', at.office)
    .where('case_no', '=', at.case_no);
  const tokens = db
    .selectFrom('casework.token')
    .selectAll()
    .where('office', '=', at.office)
    .where('case_no', '=', at.case_no);
  return {
    case: row,
    parties: await parties.orderBy('ordinal').execute(),
    units: await units.orderBy('ordinal').execute(),
    tokens: await tokens.orderBy('entered_at').orderBy('id').execute(),
  };
}

/** The case as it stands; throws CASE_NOT_FOUND. */
export async function getCase(database: Database, caseNo: string): Promise<CaseRecord> {
  const row = await tables(database)
    .selectFrom('casework.cases')
    .selectAll()
    .where('office', '=', officeOf(caseNo))
    .where('no', '=', caseNo)
    .executeTakeFirst();
  if (!row) throw errors.CASE_NOT_FOUND();
  return withParts(database, row);
}

/** The case, locked until the transaction ends: every change of a case begins here. */
export async function lockCase(trx: Transaction, caseNo: string): Promise<CaseRecord> {
  const row = await tables(trx)
    .selectFrom('casework.cases')
    .selectAll()
    .where('office', '=', officeOf(caseNo))
    .where('no', '=', caseNo)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw errors.CASE_NOT_FOUND();
  return withParts(trx, row);
}

/** Writes fields of a case and counts its revision up. */
export async function saveCase(trx: Transaction, record: CaseRecord, changes: Partial<Case>): Promise<void> {
  const revision = record.case.revision + 1;
  const { form, ...rest } = changes;
  await tables(trx)
    .updateTable('casework.cases')
    .set({ ...rest, ...(form === undefined ? {} : { form: JSON.stringify(form) }), revision })
    .where('office', '=', record.case.office)
    .where('no', '=', record.case.no)
    .execute();
  Object.assign(record.case, changes, { revision });
}

export async function updateToken(trx: Database, token: Token, changes: Partial<Token>): Promise<void> {
  await tables(trx)
    .updateTable('casework.token')
    .set(changes)
    .where('office', '=', token.office)
    .where('case_no', '=', token.case_no)
    .where('id', '=', token.id)
    .execute();
  Object.assign(token, changes);
}

export async function insertToken(trx: Transaction, token: Token): Promise<void> {
  await tables(trx).insertInto('casework.token').values(token).execute();
}

export const openTokens = (record: CaseRecord) => record.tokens.filter((token) => token.state === 'open');
