import { type Actor, systemActor, type Transaction } from '@hengchan/platform';
import type { Casework } from './casework.ts';
import { dueOf } from './deadlines.ts';
import type { BusinessDefinition } from './definition.ts';
import { recordEvent } from './history.ts';
import { clockOf } from './limits.ts';
import { nodeOf, wayOut } from './process/check.ts';
import { finalPhases, type Phase, type ProcessNode } from './process/graph.ts';
import type { Standing } from './standing.ts';
import { type CaseRecord, enterStep, leaveStep, openTokens, saveCase, type Token, tables } from './store.ts';

/** Ends a step and enters what follows; the whole movement is one transaction of the caller's. */
export async function leave(
  casework: Casework,
  trx: Transaction,
  record: CaseRecord,
  token: Token,
  by: { actor: Actor; outcome?: string; next: string; standing?: Standing },
): Promise<void> {
  const definition = casework.definitions.version(record.case.business, record.case.business_version);
  leaveStep(record, token, {
    state: 'done',
    done_at: casework.platform.clock.now(),
    done_by: by.actor.accountId,
    done_by_name: by.actor.name,
    done_office: by.standing?.office ?? null,
    done_for: by.standing?.for?.accountId ?? null,
    done_for_name: by.standing?.for?.name ?? null,
    outcome: by.outcome ?? null,
  });
  await enter(casework, trx, record, definition, by.next);
  await settle(casework, trx, record, definition);
}

/** Puts the case on a node, passing over what does not concern it. */
export async function enter(
  casework: Casework,
  trx: Transaction,
  record: CaseRecord,
  definition: BusinessDefinition,
  id: string,
): Promise<void> {
  const node = nodeOf(definition.process, id);
  switch (node.kind) {
    case 'human': {
      if (node.onlyChannel && node.onlyChannel !== record.case.channel) {
        return enter(casework, trx, record, definition, node.next);
      }
      const role = 'staff' in node.assignee ? node.assignee.staff : `party:${node.assignee.party}`;
      const token = await place(casework, trx, record, definition, node, role);
      return consumeEarlySignal(casework, trx, record, definition, token);
    }
    case 'automatic':
      await place(casework, trx, record, definition, node, null);
      return;
    case 'waiting': {
      const token = await place(casework, trx, record, definition, node, null);
      return consumeEarlySignal(casework, trx, record, definition, token);
    }
    case 'fork':
      for (const next of node.next) await enter(casework, trx, record, definition, next);
      return;
    case 'join': {
      await place(casework, trx, record, definition, node, null);
      const arrived = openTokens(record).filter((token) => token.node === node.id);
      if (arrived.length < node.branches) return;
      for (const token of arrived) finish(casework, record, token, 'done');
      return enter(casework, trx, record, definition, node.next);
    }
    case 'end':
      return end(casework, trx, record, definition, node.phase);
  }
}

async function place(
  casework: Casework,
  trx: Transaction,
  record: CaseRecord,
  definition: BusinessDefinition,
  node: ProcessNode,
  role: string | null,
): Promise<Token> {
  const id = casework.platform.ids.uuid();
  const until = 'until' in node ? node.until : undefined;
  const token: Token = {
    ...(await dueOf(casework, trx, until, { record, definition, tokenId: id })),
    office: record.case.office,
    case_no: record.case.no,
    id,
    node: node.id,
    kind: node.kind === 'fork' ? 'join' : node.kind,
    role,
    state: 'open',
    entered_at: casework.platform.clock.now(),
    claimed_by: null,
    claimed_by_name: null,
    claimed_for: null,
    done_at: null,
    done_by: null,
    done_by_name: null,
    done_office: null,
    done_for: null,
    done_for_name: null,
    outcome: null,
    attempts: 0,
    not_before: null,
    last_error: null,
  };
  enterStep(record, token);
  return token;
}

function finish({ platform }: Casework, record: CaseRecord, token: Token, state: 'done' | 'cancelled'): void {
  leaveStep(record, token, { state, done_at: platform.clock.now(), done_by: systemActor.accountId });
}

async function end(
  casework: Casework,
  trx: Transaction,
  record: CaseRecord,
  definition: BusinessDefinition,
  phase: Phase,
): Promise<void> {
  for (const token of openTokens(record)) finish(casework, record, token, 'cancelled');
  await tables(trx)
    .deleteFrom('casework.claim')
    .where('office', '=', record.case.office)
    .where('case_no', '=', record.case.no)
    .execute();
  await saveCase(trx, record, {
    phase,
    closed_at: casework.platform.clock.now(),
    suspended_at: null,
    suspension: null,
    suspended_for: null,
    suspension_over_at: null,
  });
  await casework.parts.closed(trx, record, definition, phase);
}

/**
 * What follows from where the case now stands: whether its time runs, and the phase people see, which is that of the first open
 * step in the order the process is written unless the case is suspended.
 */
export async function settle(
  casework: Casework,
  trx: Transaction,
  record: CaseRecord,
  definition: BusinessDefinition,
): Promise<void> {
  const clock = await clockOf(casework, trx, record, definition);
  if (finalPhases.includes(record.case.phase as Phase)) {
    if (clock.stopped_since !== undefined) await saveCase(trx, record, clock);
    return;
  }
  const open = new Set(openTokens(record).map((token) => token.node));
  const node = definition.process.nodes.find((each) => open.has(each.id) && 'phase' in each);
  const standing = node && 'phase' in node ? node.phase : record.case.phase;
  const phase = record.case.suspended_at === null ? standing : 'suspended';
  await saveCase(trx, record, { ...clock, phase });
  tellDue(casework, trx, record);
}

/** Has the steps of the machine taken up as soon as the transaction is committed. */
function tellDue(casework: Casework, trx: Transaction, record: CaseRecord): void {
  const items = openTokens(record).flatMap((token) => (token.kind === 'automatic' ? [token.id] : []));
  if (items.length === 0) return;
  const { office, no } = record.case;
  casework.platform.events.publishAfter(trx, { name: 'case.due', office, subject: no, items });
}

/** Goes on at once when what the step waits for came before it. */
export async function consumeEarlySignal(
  casework: Casework,
  trx: Transaction,
  record: CaseRecord,
  definition: BusinessDefinition,
  token: Token,
): Promise<void> {
  const node = nodeOf(definition.process, token.node);
  if (!('event' in node) || node.event === undefined) return;
  const signal = await tables(trx)
    .updateTable('casework.signal')
    .set({ consumed_by: token.id })
    .where('office', '=', token.office)
    .where('case_no', '=', token.case_no)
    .where('event', '=', node.event)
    .where('consumed_by', 'is', null)
    .returning(['message', 'outcome'])
    .executeTakeFirst();
  if (!signal) return;
  const next = wayOut(node, signal.outcome);
  await recordEvent(casework.platform, trx, systemActor, {
    caseNo: record.case.no,
    node: node.id,
    action: node.event,
    title: node.title,
  });
  finish(casework, record, token, 'done');
  await enter(casework, trx, record, definition, next);
}
