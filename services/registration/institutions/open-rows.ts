import {
  type BusinessDefinition,
  type CaseRecord,
  driveCase,
  getCase,
  type NewCase,
  openCaseIn,
  type Phase,
  phaseTitles,
} from '@hengchan/casework';
import { type Actor, type Database, ownBody, Problem, platformErrors } from '@hengchan/platform';
import { sm3 } from '@hengchan/standards/crypto';
import { act } from '../cases/act.ts';
import { readApplication } from '../cases/open.ts';
import { errors } from '../errors.ts';
import type { RowResult } from '../institution-schema.ts';
import type { Registration } from '../registration.ts';
import { type Fault, ownRole, type RowContent, readRow, unitColumn } from './columns.ts';
import { findRow, keepCase, lockRow, type RowKey } from './store.ts';

export interface RowsRequest {
  business: string;
  office: string;
  lines: readonly { line: number; cells: ReadonlyMap<string, string> }[];
}

/** Cases that ended like this leave the matter undone: the same row may open another. */
const undone: readonly string[] = ['cancelled', 'withdrawn', 'declined', 'refused'];

/**
 * Opens one case for each row and submits it, one after the other: what is wrong with one row is said of that row and keeps no other from
 * being opened. The same row again, in whatever file and by whichever agent, leads to the case it opened before (ONL-USR-03). Throws FORBIDDEN,
 * ENTRANCE_NOT_OFFERED, OFFICE_NOT_FOUND.
 */
export async function openRows(
  registration: Registration,
  actor: Actor,
  { business, office, lines }: RowsRequest,
): Promise<RowResult[]> {
  const { platform, casework, offices } = registration;
  platform.access.require(actor, 'case.create');
  const { organisation } = actor;
  if (!organisation) throw platformErrors.FORBIDDEN({ detail: '仅供机构经办人使用。' });
  if (!offices.has(office))
    throw errors.OFFICE_NOT_FOUND({ errors: [{ path: '/office', message: '没有这个登记机构' }] });
  const definition = casework.definitions.get(business);
  const role = offered(definition, organisation.kind);
  const own = { role, ...(await ownBody(platform, actor)) };
  const results: RowResult[] = [];
  for (const { line, cells } of lines) {
    const { content, faults } = readRow(definition, own, cells);
    const base = { line, units: content.units };
    if (faults.length > 0) results.push({ ...base, status: 'faulty', faults });
    else results.push({ ...base, ...(await openRow(registration, actor, definition, office, content)) });
  }
  return results;
}

/** The organisation's own role in a business it may begin here. */
export function offered(definition: BusinessDefinition, kind: string): string {
  const role = ownRole(definition, kind);
  const entrances: readonly string[] = definition.entrances;
  if (!role || !entrances.includes(kind) || !definition.channels.includes('online'))
    throw errors.ENTRANCE_NOT_OFFERED();
  return role;
}

type Outcome = Omit<RowResult, 'line' | 'units'>;

async function openRow(
  registration: Registration,
  actor: Actor,
  definition: BusinessDefinition,
  office: string,
  content: RowContent,
): Promise<Outcome> {
  const { platform, casework } = registration;
  const digest = sm3(JSON.stringify([definition.code, content.units, content.parties, content.form]));
  const key = { office, organisation: actor.organisation?.id ?? '', digest };
  const known = await standing(platform.database, await findRow(platform.database, key));
  if (known) return goOn(registration, actor, known, true);
  try {
    const input = { business: definition.code, office, channel: 'online' as const, ...content };
    const application = await readApplication(registration, actor, input);
    const opened = await openOnce(registration, actor, key, application);
    return await goOn(registration, actor, await driveCase(casework, opened.no), !opened.now);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { status: 'faulty', faults: faultsOf(definition, content, error) };
  }
}

/** Opens the row's case and notes it in one transaction: whoever is cut off leaves both or neither, and of two agents one opens. */
async function openOnce(
  { platform, casework }: Registration,
  actor: Actor,
  key: RowKey,
  application: NewCase,
): Promise<{ no: string; now: boolean }> {
  const taken = { opened_by: actor.accountId, opened_at: platform.clock.now() };
  return platform.database.transaction().execute(async (trx) => {
    const known = await standing(trx, await lockRow(trx, key, taken));
    if (known) return { no: known.case.no, now: false };
    const no = await openCaseIn(casework, trx, actor, application);
    await keepCase(trx, key, no);
    return { no, now: true };
  });
}

/** The case a row led to, unless it ended undone. */
async function standing(
  database: Database,
  caseNo: string | null | undefined,
): Promise<CaseRecord | undefined> {
  const record = caseNo ? await getCase(database, caseNo) : undefined;
  return record && !undone.includes(record.case.phase) ? record : undefined;
}

/** Submits a draft; what keeps it from being submitted is said, and the draft stays to be completed. */
async function goOn(
  registration: Registration,
  actor: Actor,
  record: CaseRecord,
  known: boolean,
): Promise<Outcome> {
  const at = ({ case: row }: CaseRecord) => ({
    caseNo: row.no,
    caseStatus: row.phase,
    caseStatusTitle: phaseTitles[row.phase as Phase] ?? row.phase,
  });
  const mine = record.case.opened_by === actor.accountId;
  if (record.case.phase !== 'draft' || !mine) return { status: known ? 'known' : 'opened', ...at(record) };
  try {
    const submitted = await act(
      registration,
      actor,
      record.case.no,
      { action: 'submit' },
      undefined,
      undefined,
    );
    return { status: known ? 'known' : 'opened', ...at(submitted) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const reasons = error.findings?.map(({ message }) => message) ?? [];
    return {
      status: 'draft',
      ...at(record),
      faults: (reasons.length > 0 ? reasons : [error.detail ?? error.title]).map((message) => ({
        column: '',
        message,
      })),
    };
  }
}

/** What was refused, by the column it stands in. */
function faultsOf(definition: BusinessDefinition, content: RowContent, problem: Problem): Fault[] {
  if (!problem.errors?.length) return [{ column: '', message: problem.detail ?? problem.title }];
  return problem.errors.map(({ path, message }) => {
    const [, where = '', at = '', part = ''] = path.split('/');
    if (where === 'units') return { column: unitColumn, message };
    if (where === 'form') {
      const field = definition.form.properties[at] as { title?: string } | undefined;
      return { column: field?.title ?? at, message };
    }
    const party = content.parties[Number(at)];
    const role = definition.parties.find((each) => each.role === party?.role);
    const words: Record<string, string> = { name: '姓名或名称', idType: '证件种类', share: '份额' };
    return { column: role ? `${role.title}${words[part] ?? '证件号码'}` : '', message };
  });
}
