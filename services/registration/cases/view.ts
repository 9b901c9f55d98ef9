import {
  type BusinessDefinition,
  type CaseRecord,
  isParty,
  nodeOf,
  offersOf,
  openTokens,
  type Papers,
  type Phase,
  type ProcessNode,
  papersOf,
  phaseTitles,
  requirementsFor,
  type Token,
  timelinessOf,
  unconfirmed,
} from '@hengchan/casework';
import { type Certificate, certificatesOfCase, kindTitles, statusOf } from '@hengchan/certificates';
import type { Actor } from '@hengchan/platform';
import { effectDefinitions, entriesOfCase } from '@hengchan/register';
import { toShanghaiDate } from '@hengchan/standards';
import { announces } from '../notices/facts.ts';
import { viewCaseNotices } from '../notices/view.ts';
import type { Registration } from '../registration.ts';
import type { CaseView } from '../schema.ts';
import { dataOf } from './action-data.ts';
import { mayHave } from './documents.ts';
import { handlingOfCase } from './handling.ts';
import { linkedMatters } from './linked-matters.ts';

const outcomeTitles = { match: '一致', mismatch: '不一致', unavailable: '未核验' } as const;

const iso = (moment: string) => new Date(moment).toISOString();

/** A case as one person may see it, with what that person can do next and whose turn it is. `known`: its folder, where it was read with the case. */
export async function viewCase(
  registration: Registration,
  actor: Actor,
  record: CaseRecord,
  known?: Papers,
): Promise<CaseView> {
  const { platform, casework, offices, payment } = registration;
  const { case: row } = record;
  const definition = casework.definitions.version(row.business, row.business_version);
  const money = await payment.view(platform.database, row.office, row.no);
  const entered = wasEntered(record, definition);
  const certificates = entered ? await certificatesOfCase(platform.database, row.office, row.no) : [];
  const result = entered ? await resultOf(registration, record, certificates) : undefined;
  const papers = known ?? (await papersOf(platform.database, row.no));
  return {
    caseNo: row.no,
    office: row.office,
    officeName: offices.get(row.office)?.name ?? row.office,
    business: { code: definition.code, version: definition.version, name: definition.name },
    channel: row.channel,
    status: row.phase,
    statusTitle: phaseTitles[row.phase as Phase] ?? row.phase,
    openedAt: row.opened_at.toISOString(),
    ...(row.accepted_at ? { acceptedAt: row.accepted_at.toISOString() } : {}),
    ...(row.due_on ? { promisedBy: row.due_on } : {}),
    timeliness: timelinessOf(row, toShanghaiDate(platform.clock.now())),
    ...(row.closed_at ? { closedAt: row.closed_at.toISOString() } : {}),
    ...(row.suspended_at
      ? {
          suspension: {
            since: row.suspended_at.toISOString(),
            by: row.suspended_by_name ?? '',
            reason: row.suspension ?? '',
            ...(row.suspension_over_at ? { over: row.suspension_over_at.toISOString() } : {}),
          },
        }
      : {}),
    handling: handlingOfCase(registration, record, definition),
    notices: announces(definition) ? await viewCaseNotices(registration, actor, record) : [],
    units: record.units.map((unit) => ({
      code: unit.unit_code,
      location: unit.location,
      area: unit.area,
      use: unit.use,
    })),
    parties: partiesOf(actor, record, definition),
    form: row.form,
    materials: materialsOf(record, definition, papers),
    facts: factsOf(registration, actor, record, definition, papers),
    steps: stepsOf(record, definition),
    waitingFor: waitingFor(actor, record, definition),
    availableActions: await Promise.all(
      offersOf(casework, actor, record).map(async ({ action, step, by }) => ({
        action: action.action,
        title: action.title,
        by,
        step: step.id,
        style: action.style ?? 'default',
        comment: action.comment ?? 'none',
        final: action.final ?? false,
        ...(await dataOf(registration, record, step.id, action)),
      })),
    ),
    ...(money ? { payment: money } : {}),
    ...(result ? { result } : {}),
    linked: await linkedMatters(registration, record, definition, entered),
    documents: documentsOf(actor, record, papers, certificates),
    version: row.revision,
  };
}

/** Whether the case has been through a step of entry: only then can anything have been entered for it. */
const wasEntered = (record: CaseRecord, definition: BusinessDefinition): boolean =>
  record.tokens.some((token) => {
    if (token.kind !== 'automatic' || token.state !== 'done') return false;
    const node = nodeOf(definition.process, token.node);
    return node.kind === 'automatic' && node.phase === 'entering';
  });

function partiesOf(actor: Actor, record: CaseRecord, definition: BusinessDefinition): CaseView['parties'] {
  return record.parties.map((party) => {
    const role = definition.parties.find((each) => each.role === party.role);
    const { share_numerator: numerator, share_denominator: denominator } = party;
    return {
      ordinal: party.ordinal,
      role: party.role,
      roleTitle: role?.title ?? party.role,
      name: party.name,
      idType: party.id_type,
      idNumber: party.id_masked,
      ...(numerator === null || denominator === null ? {} : { share: { numerator, denominator } }),
      confirms: role?.confirms ?? false,
      ...(party.confirmed_at ? { confirmedAt: party.confirmed_at.toISOString() } : {}),
      isYou: isParty(actor, party),
    };
  });
}

function materialsOf(
  record: CaseRecord,
  definition: BusinessDefinition,
  { files, facts }: Papers,
): CaseView['materials'] {
  return requirementsFor(definition, record).map((material) => {
    const own = files.filter((file) => file.material === material.code);
    const fetched = facts.find((fact) => fact.kind === material.replacedBy && fact.outcome === 'match');
    return {
      code: material.code,
      title: material.title,
      why: material.why,
      required: material.required,
      accept: [...material.accept],
      status: own.length > 0 ? 'provided' : fetched ? 'fetched' : 'missing',
      ...(fetched ? { source: fetched.source } : {}),
      files: own.map((file) => ({
        id: file.id,
        name: file.name,
        mediaType: file.media_type,
        size: file.size,
        at: iso(file.added_at),
        by: file.added_by_name,
      })),
    };
  });
}

/** What departments said. A party learns of another party only whether it was confirmed, not what the answer holds. */
function factsOf(
  { platform }: Registration,
  actor: Actor,
  record: CaseRecord,
  definition: BusinessDefinition,
  { facts }: Papers,
): CaseView['facts'] {
  const others = record.parties.filter((party) => !isParty(actor, party)).map((party) => party.name);
  // That a department did not answer, and why, is nobody's secret.
  const closed = (row: Papers['facts'][number]) =>
    actor.kind !== 'staff' && row.outcome !== 'unavailable' && others.includes(row.subject);
  return facts.map((row) => ({
    kind: row.kind,
    title: definition.facts.find((fact) => fact.kind === row.kind)?.title ?? row.kind,
    subject: row.subject,
    outcome: row.outcome,
    outcomeTitle: outcomeTitles[row.outcome],
    source: row.source,
    at: iso(row.asked_at),
    data: closed(row) ? {} : JSON.parse(platform.cipher.open(row.data_sealed)),
  }));
}

/** The line of steps: what is done, where the case stands, what lies ahead. Exceptional steps show only when they were entered. */
function stepsOf(record: CaseRecord, definition: BusinessDefinition): CaseView['steps'] {
  const usual = usualPath(definition, record.case.channel);
  const shown = definition.process.nodes.filter(
    (node): node is Extract<ProcessNode, { title: string }> =>
      'title' in node &&
      node.kind !== 'end' &&
      (usual.has(node.id) || record.tokens.some((token) => token.node === node.id)),
  );
  return shown.map((node) => {
    const tokens = record.tokens.filter((token) => token.node === node.id);
    const last = tokens.at(-1);
    const state = !last
      ? record.case.closed_at
        ? 'passed'
        : 'ahead'
      : last.state === 'open'
        ? 'current'
        : last.state === 'done'
          ? 'done'
          : 'passed';
    return {
      id: node.id,
      title: node.title,
      state,
      ...(last ? { startedAt: last.entered_at.toISOString() } : {}),
      ...(last?.done_at && state === 'done' ? { doneAt: last.done_at.toISOString() } : {}),
      ...(last?.done_by_name && state === 'done' ? { by: last.done_by_name } : {}),
      ...(last?.done_for_name && state === 'done' ? { for: last.done_for_name } : {}),
    };
  });
}

/** Nodes on the way without exceptions: each step's first way on. */
export function usualPath(definition: BusinessDefinition, channel: string): Set<string> {
  const path = new Set<string>();
  const walk = (id: string): void => {
    if (path.has(id)) return;
    const node = nodeOf(definition.process, id);
    if (node.kind === 'end') return;
    if (!(node.kind === 'human' && node.onlyChannel && node.onlyChannel !== channel)) path.add(id);
    if (node.kind === 'fork') node.next.forEach(walk);
    else if (node.kind === 'human')
      walk(node.actions.find((action) => action.style === 'primary')?.next ?? node.next);
    else walk(node.next);
  };
  walk(definition.process.start);
  return path;
}

const staffTitles: Record<string, string> = {
  acceptor: '登记机构受理岗',
  reviewer: '登记机构审核岗',
  approver: '登记机构核定岗',
  'enforcement-clerk': '登记机构协助执行岗',
};

function waitingFor(
  actor: Actor,
  record: CaseRecord,
  definition: BusinessDefinition,
): CaseView['waitingFor'] {
  return openTokens(record).flatMap((token) => {
    const node = nodeOf(definition.process, token.node);
    if (!('title' in node)) return [];
    const base = {
      title: node.title,
      since: token.entered_at.toISOString(),
      ...(record.case.due_on ? { dueOn: record.case.due_on } : {}),
      ...(token.due_at && 'until' in node && node.until
        ? { until: token.due_at.toISOString(), untilTitle: node.until.title }
        : {}),
      ...(actor.kind === 'staff' && node.kind === 'human' && 'staff' in node.assignee
        ? { task: token.id, ...(token.claimed_by_name ? { assignedTo: token.claimed_by_name } : {}) }
        : {}),
    };
    return whoseTurn(actor, record, definition, node, token).map((who) => ({ who, ...base }));
  });
}

function whoseTurn(
  actor: Actor,
  record: CaseRecord,
  definition: BusinessDefinition,
  node: ProcessNode,
  token: Token,
): string[] {
  if (record.case.suspended_at) return [`登记机构（${phaseTitles.suspended}）`];
  if (node.kind === 'automatic') return ['系统办理中'];
  if (node.kind === 'waiting') return [node.waitingFor];
  if (node.kind !== 'human') return [];
  if ('staff' in node.assignee) {
    const title = staffTitles[node.assignee.staff] ?? '登记机构';
    return [token.claimed_by_name ? `${title}（${token.claimed_by_name}）` : title];
  }
  const { party } = node.assignee;
  if (party === 'opener')
    return [record.case.opened_by === actor.accountId ? '您' : record.case.opened_by_name];
  const waiting =
    party === 'each' ? unconfirmed(record, definition) : record.parties.filter((each) => each.role === party);
  return waiting.map((each) => {
    const role = definition.parties.find((one) => one.role === each.role)?.title ?? '';
    return isParty(actor, each) ? '您' : `${role}${each.name}`;
  });
}

async function resultOf(
  { platform }: Registration,
  record: CaseRecord,
  certificates: readonly Certificate[],
): Promise<CaseView['result']> {
  const { office, no } = record.case;
  const entries = await entriesOfCase(platform.database, office, no);
  if (entries.length === 0) return undefined;
  return {
    entries: entries.map((entry) => ({
      number: entry.number,
      effect: entry.effect.type,
      title: effectDefinitions[entry.effect.type].title,
      at: entry.enteredAt.toISOString(),
    })),
    certificates: certificates.map((each) => ({
      number: each.number,
      kind: kindTitles[each.kind],
      status: statusOf(each),
      holders: each.holder_names,
    })),
  };
}

function documentsOf(
  actor: Actor,
  record: CaseRecord,
  { documents }: Papers,
  certificates: readonly Certificate[],
): CaseView['documents'] {
  return documents
    .filter((row) => mayHave(actor, row.code, certificates))
    .map((row) => ({
      code: row.code,
      title: row.title,
      at: iso(row.made_at),
      url: `/api/cases/${record.case.no}/documents/${encodeURIComponent(row.code)}`,
    }));
}
