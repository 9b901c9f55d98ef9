import type { Transaction } from '@hengchan/platform';
import type { EnteredEntry } from './enter.ts';
import type { UnitProjection } from './projection.ts';
import { type ProjectionRows, rowsOf } from './rows.ts';
import { insertRows, replaceQueues, updateRows } from './write-rows.ts';

/**
 * Writes entries and what they change in the projections. A projection here begins with the unit's current rows,
 * so rows of entries before the first one written are old: of these only the endings are updated.
 */
export async function writeEntries(
  trx: Transaction,
  office: string,
  entries: readonly EnteredEntry[],
  projections: ReadonlyMap<string, UnitProjection>,
): Promise<void> {
  const [first] = entries;
  const last = entries.at(-1);
  if (!first || !last) return;
  await insertRows(trx, 'register.entry', entries.map(entryRow));
  await updateRows(trx, 'register.office_head', [{ office, number: last.number, hash: last.hash }]);

  const units = [...projections.values()].map((projection) => rowsOf(office, projection));
  const all = <T extends keyof ProjectionRows>(table: T) =>
    units.flatMap((rows) => rows[table] as ProjectionRows[T][number][]);
  const began = <R extends { registered_entry: number } | { since_entry: number }>(row: R): boolean =>
    ('since_entry' in row ? row.since_entry : row.registered_entry) >= first.number;

  const versions = all('register.unit');
  await updateRows(
    trx,
    'register.unit',
    versions.filter((row) => !began(row) && row.ended_entry !== null),
  );
  await insertRows(trx, 'register.unit', versions.filter(began));

  const rights = all('register.right');
  const written = new Set(rights.filter(began).map((row) => row.id));
  const ended = rights.filter((row) => !began(row) && row.ended_entry !== null);
  await updateRows(trx, 'register.right', ended);
  await insertRows(trx, 'register.right', rights.filter(began));
  await insertRows(
    trx,
    'register.holder',
    all('register.holder').filter((row) => written.has(row.right_id)),
  );
  await insertRows(trx, 'register.certificate', all('register.certificate'));

  const holds = all('register.hold');
  const endedIds = new Set(ended.map((row) => row.id));
  await updateRows(
    trx,
    'register.hold',
    holds.filter((row) => endedIds.has(row.id)),
  );
  await insertRows(
    trx,
    'register.hold',
    holds.filter((row) => row.kind === 'disposal' || written.has(row.id)),
  );
  await writeQueues(trx, office, rights, all('register.seizure_queue'));
  const closures = all('register.closure').filter((row) => row.entry_number >= first.number);
  const closed = new Set(closures.map((row) => row.unit_code));
  await insertRows(trx, 'register.closure', closures);
  await insertRows(
    trx,
    'register.lineage',
    all('register.lineage').filter((row) => closed.has(row.unit_code)),
  );
  await updateRows(trx, 'register.unit_head', all('register.unit_head'));
}

/** Only units with a seizure, now or until a moment ago, have a queue to write. */
async function writeQueues(
  trx: Transaction,
  office: string,
  rights: ProjectionRows['register.right'],
  queue: ProjectionRows['register.seizure_queue'],
): Promise<void> {
  const units = rights.filter((row) => row.kind === 'seizure').map((row) => row.unit_code);
  await replaceQueues(trx, office, [...new Set(units)], queue);
}

function entryRow(entry: EnteredEntry) {
  return {
    office: entry.office,
    number: entry.number,
    case_no: entry.caseNo,
    business: entry.business,
    unit_code: entry.unit,
    effect_type: entry.effect.type,
    effect: entry.effectText,
    registrar: entry.registrar,
    mode: entry.mode,
    entered_at: entry.enteredAt,
    previous_hash: entry.previousHash,
    hash: entry.hash,
  };
}
