import type { Database, Transaction } from '@hengchan/platform';
import { type Selectable, sql } from 'kysely';
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

/** Rows as JSON has them: moments are texts. */
type Text<Value> = Value extends Date ? string : Value;
export type Written<Row> = { [Column in keyof Row]: Text<Row[Column]> };

interface WrittenParts {
  parties: Written<Party>[];
  units: CaseUnit[];
  tokens: Written<Token>[];
}

/** Rows of a case as one column, so that several kinds of them come with one statement. */
export const rowsOf = <Row>(table: string, office: string, no: string, order: readonly string[]) => {
  const columns = sql.join(order.map((column) => sql.ref(`each.${column}`)));
  return sql<
    Row[]
  >`(SELECT coalesce(json_agg(each ORDER BY ${columns}), '[]') FROM ${sql.table(table)} AS each
    WHERE each.office = ${office} AND each.case_no = ${no})`;
};

/** The parts of a case as columns, so that one statement reads it whole. */
const partsOf = (office: string, no: string) =>
  [
    rowsOf<Written<Party>>('casework.party', office, no, ['ordinal']).as('parties'),
    rowsOf<CaseUnit>('casework.case_unit', office, no, ['ordinal']).as('units'),
    rowsOf<Written<Token>>('casework.token', office, no, ['entered_at', 'id']).as('tokens'),
  ] as const;

function recordOf(row: Case, parts: WrittenParts): CaseRecord {
  const moment = (text: string | null) => (text === null ? null : new Date(text));
  return {
    case: row,
    parties: parts.parties.map((party) => ({ ...party, confirmed_at: moment(party.confirmed_at) })),
    units: parts.units,
    tokens: parts.tokens.map((token) => ({
      ...token,
      entered_at: new Date(token.entered_at),
      done_at: moment(token.done_at),
      not_before: moment(token.not_before),
    })),
  };
}

/** The case as it stands; throws CASE_NOT_FOUND. */
export async function getCase(database: Database, caseNo: string): Promise<CaseRecord> {
  const office = officeOf(caseNo);
  const found = await tables(database)
    .selectFrom('casework.cases')
    .selectAll()
    .select(partsOf(office, caseNo))
    .where('office', '=', office)
    .where('no', '=', caseNo)
    .executeTakeFirst();
  if (!found) throw errors.CASE_NOT_FOUND();
  const { parties, units, tokens, ...row } = found;
  return recordOf(row, { parties, units, tokens });
}

/**
 * The case, locked until the transaction ends: every change of a case begins here. Its parts are read by a statement of
 * their own: one that had to wait for the lock still sees other tables as they were before it waited.
 */
export async function lockCase(trx: Transaction, caseNo: string): Promise<CaseRecord> {
  const office = officeOf(caseNo);
  const row = await tables(trx)
    .selectFrom('casework.cases')
    .selectAll()
    .where('office', '=', office)
    .where('no', '=', caseNo)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw errors.CASE_NOT_FOUND();
  return recordOf(row, await trx.selectNoFrom(partsOf(office, caseNo)).executeTakeFirstOrThrow());
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
