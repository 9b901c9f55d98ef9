import { type Database, type Transaction, type Versions, versionsNow } from '@hengchan/platform';
import { type RawBuilder, type Selectable, sql } from 'kysely';
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
  /** Of what is kept in memory, as they were when the case was read. */
  versions: Versions;
  /** Steps of `tokens` that were entered or left since and are written with the case. */
  moved?: { entered: Set<Token>; left: Set<Token> };
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
  versions: Versions;
}

/** Which case: given as values, or as the columns of a row that is being read. */
type Owner = { office: RawBuilder<string>; no: RawBuilder<string> };

export const caseOf = (no: string): Owner => ({ office: sql`${officeOf(no)}`, no: sql`${no}` });
const eachCase: Owner = { office: sql.ref('casework.cases.office'), no: sql.ref('casework.cases.no') };

/** Rows of a case as one column, so that several kinds of them come with one statement. */
export const rowsOf = <Row>(table: string, { office, no }: Owner, order: readonly string[]) => {
  const columns = sql.join(order.map((column) => sql.ref(`each.${column}`)));
  return sql<
    Row[]
  >`(SELECT coalesce(json_agg(each ORDER BY ${columns}), '[]') FROM ${sql.table(table)} AS each
    WHERE each.office = ${office} AND each.case_no = ${no})`;
};

/** The parts of a case as columns, so that one statement reads it whole. */
const partsOf = (owner: Owner) =>
  [
    rowsOf<Written<Party>>('casework.party', owner, ['ordinal']).as('parties'),
    rowsOf<CaseUnit>('casework.case_unit', owner, ['ordinal']).as('units'),
    rowsOf<Written<Token>>('casework.token', owner, ['entered_at', 'id']).as('tokens'),
    versionsNow.as('versions'),
  ] as const;

export function recordOf({ parties, units, tokens, versions, ...row }: Case & WrittenParts): CaseRecord {
  const moment = (text: string | null) => (text === null ? null : new Date(text));
  return {
    case: row,
    parties: parties.map((party) => ({ ...party, confirmed_at: moment(party.confirmed_at) })),
    units,
    tokens: tokens.map((token) => ({
      ...token,
      entered_at: new Date(token.entered_at),
      done_at: moment(token.done_at),
      not_before: moment(token.not_before),
      due_at: moment(token.due_at),
    })),
    versions,
  };
}

/** One case with its parts. */
export const selectCase = (database: Database, caseNo: string) =>
  tables(database)
    .selectFrom('casework.cases')
    .selectAll()
    .select(partsOf(caseOf(caseNo)))
    .where('office', '=', officeOf(caseNo))
    .where('no', '=', caseNo);

/** Cases as they stand, in the order of their numbers given; one that does not exist is left out. One statement. */
export async function getCases(database: Database, numbers: readonly string[]): Promise<CaseRecord[]> {
  if (numbers.length === 0) return [];
  const rows = await tables(database)
    .selectFrom('casework.cases')
    .selectAll()
    .select(partsOf(eachCase))
    .where('office', 'in', [...new Set(numbers.map(officeOf))])
    .where('no', 'in', numbers)
    .execute();
  const found = new Map(rows.map((row) => [row.no, recordOf(row)]));
  return numbers.flatMap((no) => found.get(no) ?? []);
}

/** The case as it stands; throws CASE_NOT_FOUND. */
export async function getCase(database: Database, caseNo: string): Promise<CaseRecord> {
  const row = await selectCase(database, caseNo).executeTakeFirst();
  if (!row) throw errors.CASE_NOT_FOUND();
  return recordOf(row);
}

/**
 * The case, locked until the transaction ends: every change of a case begins here, and whoever changes its parts under the lock counts its
 * revision up. What only refers to the case, such as a document, does not wait.
 */
export async function lockCase(trx: Transaction, caseNo: string): Promise<CaseRecord> {
  return (await lockCaseFor(trx, caseNo)).record;
}

/** Only the lock, for what belongs to a case and is none of its parts; throws CASE_NOT_FOUND. */
export async function holdCase(trx: Transaction, caseNo: string): Promise<void> {
  const row = await tables(trx)
    .selectFrom('casework.cases')
    .select('no')
    .where('office', '=', officeOf(caseNo))
    .where('no', '=', caseNo)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) throw errors.CASE_NOT_FOUND();
}

/**
 * As `lockCase`, and whether this person's action with this key was committed already. Lock and parts come by one statement: one that had
 * to wait for the lock has the newest row of the case, but everything else as it was before it waited; the revision it saw then tells
 * whether something came in between, and only then the parts are read again.
 */
export async function lockCaseFor(
  trx: Transaction,
  caseNo: string,
  by?: { actor: string; key: string | undefined },
): Promise<{ record: CaseRecord; repeated: boolean }> {
  const [office, owner] = [officeOf(caseNo), caseOf(caseNo)];
  const repeated =
    by?.key === undefined
      ? sql<boolean>`false`
      : sql<boolean>`EXISTS (SELECT FROM casework.event
          WHERE office = ${office} AND case_no = ${caseNo} AND actor = ${by.actor} AND idempotency_key = ${by.key})`;
  const parts = [...partsOf(owner), repeated.as('repeated')] as const;
  const row = await tables(trx)
    .selectFrom('casework.cases')
    .selectAll()
    .select(parts)
    .select(
      sql<number>`(SELECT seen.revision FROM casework.cases AS seen
        WHERE seen.office = ${office} AND seen.no = ${caseNo})`.as('seen_revision'),
    )
    .where('office', '=', office)
    .where('no', '=', caseNo)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) throw errors.CASE_NOT_FOUND();
  const { seen_revision, ...seen } = row;
  const isNow = seen_revision === row.revision;
  const { repeated: wasDone, ...whole } = isNow
    ? seen
    : { ...seen, ...(await trx.selectNoFrom(parts).executeTakeFirstOrThrow()) };
  return { record: recordOf(whole), repeated: wasDone };
}

/** Writes fields of a case and the steps it entered and left, and counts its revision up. */
export async function saveCase(trx: Transaction, record: CaseRecord, changes: Partial<Case>): Promise<void> {
  const revision = record.case.revision + 1;
  const { form, ...rest } = changes;
  await withSteps(trx, record)
    .updateTable('casework.cases')
    .set({ ...rest, ...(form === undefined ? {} : { form: JSON.stringify(form) }), revision })
    .where('office', '=', record.case.office)
    .where('no', '=', record.case.no)
    .execute();
  Object.assign(record.case, changes, { revision });
  delete record.moved;
}

/** Only the steps it entered and left, of a case that is just being opened. */
export async function saveSteps(trx: Transaction, record: CaseRecord): Promise<void> {
  await withSteps(trx, record).selectNoFrom(sql`1`.as('one')).execute();
  delete record.moved;
}

/** Named one by one: a server that runs on while a newer one adds a column leaves that to its default. */
const stepColumns = sql.join(
  Object.keys({
    office: true,
    case_no: true,
    id: true,
    node: true,
    kind: true,
    role: true,
    state: true,
    entered_at: true,
    claimed_by: true,
    claimed_by_name: true,
    claimed_for: true,
    done_at: true,
    done_by: true,
    done_by_name: true,
    done_office: true,
    done_for: true,
    done_for_name: true,
    outcome: true,
    attempts: true,
    not_before: true,
    last_error: true,
    due_at: true,
    due_since: true,
    due_days: true,
  } satisfies Record<keyof TokenRow, true>).map((column) => sql.ref(column)),
);

/** Begins a statement with the steps that moved. A node left and entered again is left first: its open step stands there once. */
function withSteps(trx: Transaction, { case: { office, no }, moved }: CaseRecord) {
  if (!moved) return tables(trx);
  const rows = (steps: ReadonlySet<Token>) =>
    sql`json_populate_recordset(NULL::casework.token, ${JSON.stringify([...steps])}::json) AS given`;
  return tables(trx)
    .with(
      'step_left',
      () => sql<{ id: string }>`(UPDATE casework.token AS step
        SET state = given.state, outcome = given.outcome, done_at = given.done_at, done_by = given.done_by,
          done_by_name = given.done_by_name, done_office = given.done_office, done_for = given.done_for,
          done_for_name = given.done_for_name
        FROM ${rows(moved.left)}
        WHERE step.office = ${office} AND step.case_no = ${no} AND step.id = given.id RETURNING step.id)`,
    )
    .with(
      'step_entered',
      () => sql<{
        id: string;
      }>`(INSERT INTO casework.token (${stepColumns}) SELECT ${stepColumns} FROM ${rows(moved.entered)}
        WHERE (SELECT count(*) FROM step_left) >= 0 RETURNING id)`,
    );
}

/** A step the case stands on from now; written with the case. */
export function enterStep(record: CaseRecord, token: Token): void {
  record.tokens.push(token);
  movedOf(record).entered.add(token);
}

/** How a step ended; written with the case. */
export function leaveStep(record: CaseRecord, token: Token, end: StepEnd): void {
  Object.assign(token, end);
  const moved = movedOf(record);
  if (!moved.entered.has(token)) moved.left.add(token);
}

export type StepEnd = Pick<Token, 'state'> &
  Partial<
    Pick<
      Token,
      'outcome' | 'done_at' | 'done_by' | 'done_by_name' | 'done_office' | 'done_for' | 'done_for_name'
    >
  >;

function movedOf(record: CaseRecord) {
  record.moved ??= { entered: new Set(), left: new Set() };
  return record.moved;
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

export const openTokens = (record: CaseRecord) => record.tokens.filter((token) => token.state === 'open');
