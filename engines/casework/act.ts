import { type Actor, type Problem, platformErrors, type Transaction, transact } from '@hengchan/platform';
import { leave } from './advance.ts';
import {
  isAside,
  nextToConfirm,
  type Offer,
  offersOf,
  resumption,
  suspension,
  unconfirmed,
  withdrawal,
} from './availability.ts';
import type { Assessed, Casework } from './casework.ts';
import type { BusinessDefinition, Moment } from './definition.ts';
import { errors } from './errors.ts';
import { checkData } from './form.ts';
import { recordEvent } from './history.ts';
import { nodeOf } from './process/check.ts';
import { finalPhases, type Phase } from './process/graph.ts';
import { actedApart } from './standing.ts';
import { type CaseRecord, leaveStep, lockCase, lockCaseFor, openTokens, saveCase, tables } from './store.ts';
import { resumeCase, suspendCase } from './suspend.ts';

export interface ActRequest {
  action: string;
  comment?: string;
  data?: Record<string, unknown>;
  /** Revision the caller saw; another one answers 412. */
  revision?: number;
  /** The caller's Idempotency-Key: an action that carried it before is not done again. */
  idempotencyKey?: string;
  /** Asked first of the case as it is read: throws when it does not concern this person at all. */
  admit?(record: CaseRecord): void;
}

/** Thrown inside the transaction to undo it while keeping what the rules found. */
class Blocked extends Error {
  readonly findings: Assessed[];
  readonly moment: Moment;
  constructor(findings: Assessed[], moment: Moment) {
    super('blocked by rules');
    this.findings = findings;
    this.moment = moment;
  }
}

/**
 * Does one of the actions the case offers this person: checks standing, version and data, does its work, asks the rules of its moment
 * (a blocking one undoes the work), and moves the case, all in one transaction. Of two people acting at once, one gets 409.
 * Returns the case as it then stands.
 */
export async function actOnCase(
  casework: Casework,
  actor: Actor,
  caseNo: string,
  request: ActRequest,
): Promise<CaseRecord> {
  try {
    return await transact(casework.platform, (trx) => act(casework, trx, actor, caseNo, request));
  } catch (error) {
    if (!(error instanceof Blocked)) throw error;
    await keepBlockedFindings(casework, caseNo, error.moment);
    throw errors.RULES_BLOCK({ findings: error.findings });
  }
}

/** The same inside a transaction of the caller's, who undoes it when it throws: RULES_BLOCK, with what the rules found, among others. */
export async function actInTransaction(
  casework: Casework,
  trx: Transaction,
  actor: Actor,
  caseNo: string,
  request: ActRequest,
): Promise<CaseRecord> {
  try {
    return await act(casework, trx, actor, caseNo, request);
  } catch (error) {
    throw error instanceof Blocked ? errors.RULES_BLOCK({ findings: error.findings }) : error;
  }
}

async function act(
  casework: Casework,
  trx: Transaction,
  actor: Actor,
  caseNo: string,
  request: ActRequest,
): Promise<CaseRecord> {
  const { platform } = casework;
  // With the key the caller may not know what was committed: the server died before it answered.
  const by = { actor: actor.accountId, key: request.idempotencyKey };
  const { record, repeated } = await lockCaseFor(trx, caseNo, by);
  request.admit?.(record);
  if (repeated) return record;
  const definition = casework.definitions.version(record.case.business, record.case.business_version);
  const offer = findOffer(casework, actor, record, definition, request);
  const { action, token, step, standing } = offer;
  const comment = request.comment?.trim() || undefined;
  if (action.comment === 'required' && !comment) {
    throw errors.COMMENT_REQUIRED({ errors: [{ path: '/comment', message: '请填写意见' }] });
  }
  const data = action.data ? checkData(action.data, request.data ?? {}, '/data') : {};
  if (action.work) {
    const work = casework.parts.works[action.work];
    if (!work) throw new Error(`no work ${action.work} is registered`);
    await work(trx, { record, definition, tokenId: token.id, actor, data, comment });
  }
  if (action.moment) {
    const findings = await casework.parts.assess(trx, record, definition, action.moment);
    const blocking = findings.filter((finding) => finding.outcome === 'block');
    if (blocking.length > 0) throw new Blocked(blocking, action.moment);
  }
  await recordEvent(platform, trx, actor, {
    caseNo,
    ...(isAside(action.action) && action !== withdrawal ? {} : { node: step.id }),
    action: action.action,
    title: action.title,
    ...(comment === undefined ? {} : { comment }),
    ...(action.data === undefined ? {} : { data }),
    ...(request.idempotencyKey === undefined ? {} : { idempotencyKey: request.idempotencyKey }),
    ...(standing?.for ? { for: standing.for } : {}),
  });
  await platform.audit.write(trx, actor, {
    action: `case.${action.action}`,
    subject: caseNo,
    office: record.case.office,
    ...(standing?.for ? { detail: { actedFor: standing.for.accountId } } : {}),
  });
  if (action === suspension) await suspendCase(casework, trx, actor, record, comment ?? '');
  if (action === resumption) await resumeCase(casework, trx, record);
  const next = await destination(casework, trx, actor, record, definition, offer);
  if (next === undefined) await saveCase(trx, record, {});
  else {
    const by = { actor, outcome: action.action, next };
    await leave(casework, trx, record, token, standing ? { ...by, standing } : by);
  }
  return record;
}

function findOffer(
  casework: Casework,
  actor: Actor,
  record: CaseRecord,
  definition: BusinessDefinition,
  request: ActRequest,
): Offer {
  const offer = offersOf(casework, actor, record).find((each) => each.action.action === request.action);
  if (!offer) throw refusal(actor, record, definition, request.action);
  if (request.revision !== undefined && request.revision !== record.case.revision)
    throw platformErrors.STALE_VERSION();
  return offer;
}

/** Somebody whom the action could never concern gets 403; who came late or too early, 409. */
function refusal(actor: Actor, record: CaseRecord, definition: BusinessDefinition, action: string): Problem {
  if (finalPhases.includes(record.case.phase as Phase)) return errors.CASE_CLOSED();
  const known = definition.process.nodes.filter(
    (node) => node.kind === 'human' && node.actions.some((each) => each.action === action),
  );
  if (known.length === 0 && !isAside(action)) {
    return platformErrors.INVALID_REQUEST({ errors: [{ path: '/action', message: '没有这个操作' }] });
  }
  const roles = known.flatMap((node) =>
    node.kind === 'human' && 'staff' in node.assignee ? [node.assignee.staff] : [],
  );
  const staffOnly = roles.length === known.length && roles.length > 0;
  const posts = [actor, ...(actor.standsInFor ?? [])].flatMap(({ grants }) => grants);
  if (staffOnly && !posts.some((post) => roles.includes(post.role))) return platformErrors.FORBIDDEN();
  if (record.case.suspended_at) return errors.CASE_SUSPENDED();
  return actsApart(actor, record, definition, action) ?? errors.ACTION_NOT_AVAILABLE();
}

/** 受办分离: it is the turn of this person's post, but not of this person; says which step they acted in, and whose turn it is. */
function actsApart(
  actor: Actor,
  record: CaseRecord,
  definition: BusinessDefinition,
  action: string,
): Problem | undefined {
  for (const token of openTokens(record)) {
    const step = nodeOf(definition.process, token.node);
    if (step.kind !== 'human' || !step.actions.some((each) => each.action === action)) continue;
    const before = actedApart(actor, record, step, token).map((id) => {
      const node = nodeOf(definition.process, id);
      return 'title' in node ? `“${node.title}”` : id;
    });
    if (before.length === 0) continue;
    return errors.ACTED_IN_STEP_APART({
      detail: `您已办理（或由同事代您办理）本件的${before.join('、')}环节，依规定不得再办理“${step.title}”。请由本机构该岗位的其他人员认领办理，已由您认领的请转办或退回待认领。`,
    });
  }
  return undefined;
}

/** Where the action leads; undefined while a joint confirmation still waits for others. */
async function destination(
  casework: Casework,
  trx: Transaction,
  actor: Actor,
  record: CaseRecord,
  definition: BusinessDefinition,
  { action, step, token }: Offer,
): Promise<string | undefined> {
  if (action.action === 'withdraw') {
    for (const other of openTokens(record))
      if (other.id !== token.id) leaveStep(record, other, { state: 'cancelled' });
    return action.next;
  }
  if (!('party' in step.assignee) || step.assignee.party !== 'each' || action.action !== 'confirm')
    return action.next;
  const mine = nextToConfirm(actor, record, definition);
  if (mine) {
    const confirmed_at = casework.platform.clock.now();
    await tables(trx)
      .updateTable('casework.party')
      .set({ confirmed_at, confirmed_by: actor.accountId })
      .where('office', '=', mine.office)
      .where('case_no', '=', mine.case_no)
      .where('ordinal', '=', mine.ordinal)
      .execute();
    mine.confirmed_at = confirmed_at;
    mine.confirmed_by = actor.accountId;
  }
  return unconfirmed(record, definition).length > 0 ? undefined : step.next;
}

/** The action was undone, but what the rules found is kept: a person will ask why. */
async function keepBlockedFindings(casework: Casework, caseNo: string, moment: Moment): Promise<void> {
  await casework.platform.database.transaction().execute(async (trx) => {
    const record = await lockCase(trx, caseNo);
    const definition = casework.definitions.version(record.case.business, record.case.business_version);
    await casework.parts.assess(trx, record, definition, moment);
  });
}
