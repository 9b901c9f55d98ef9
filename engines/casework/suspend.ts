import { type Actor, systemActor, type Transaction } from '@hengchan/platform';
import { consumeEarlySignal, settle } from './advance.ts';
import type { Casework } from './casework.ts';
import type { BusinessDefinition } from './definition.ts';
import { recordEvent } from './history.ts';
import { nodeOf } from './process/check.ts';
import { finalPhases, type Phase } from './process/graph.ts';
import { type CaseRecord, openTokens, saveCase, updateToken } from './store.ts';

const entering: readonly Phase[] = ['entering', 'issuing'];

/** Proceedings of an authority nobody may take back, nor let rest (协助执行). */
export const mayBeTakenBack = (definition: BusinessDefinition) =>
  definition.process.nodes.some((node) => node.id === 'withdrawn');

/** Only what was accepted can be suspended, and not once the machine is writing it into the register. */
export function maySuspend(record: CaseRecord, definition: BusinessDefinition): boolean {
  const { phase, accepted_at, suspended_at } = record.case;
  if (!mayBeTakenBack(definition) || suspended_at || !accepted_at || finalPhases.includes(phase as Phase))
    return false;
  return !openTokens(record).some((token) => {
    const node = nodeOf(definition.process, token.node);
    return 'phase' in node && entering.includes(node.phase);
  });
}

/**
 * 中止: nothing is done in the case and its time does not run until it is resumed. The caller has locked the case and records who did
 * it and why. With a cause somebody will be told when that is gone. Returns false where it cannot be, or is already.
 */
export async function suspendCase(
  casework: Casework,
  trx: Transaction,
  actor: Actor,
  record: CaseRecord,
  reason: string,
  cause?: string,
): Promise<boolean> {
  const definition = casework.definitions.version(record.case.business, record.case.business_version);
  if (!maySuspend(record, definition)) return false;
  await saveCase(trx, record, {
    suspended_at: casework.platform.clock.now(),
    suspended_by: actor.accountId,
    suspended_by_name: actor.name,
    suspension: reason,
    suspended_for: cause ?? null,
  });
  await settle(casework, trx, record, definition);
  return true;
}

/**
 * What a case was suspended for is gone: it does not go on by itself, for no law says so, but waits in the work list of who may resume it.
 * The caller has locked the case. Returns false where it rests for another reason, or this was said already.
 */
export async function endCause(
  { platform }: Casework,
  trx: Transaction,
  record: CaseRecord,
  { cause, title, comment }: { cause: string; title: string; comment: string },
): Promise<boolean> {
  const { office, no, suspended_for, suspension_over_at } = record.case;
  if (suspended_for !== cause || suspension_over_at) return false;
  await saveCase(trx, record, { suspension_over_at: platform.clock.now() });
  await recordEvent(platform, trx, systemActor, { caseNo: no, action: 'suspension-over', title, comment });
  await platform.audit.write(trx, systemActor, { action: 'case.suspension-over', subject: no, office });
  return true;
}

/** 恢复: what came in the meantime counts now, and the machine takes its steps up again at once. */
export async function resumeCase(casework: Casework, trx: Transaction, record: CaseRecord): Promise<void> {
  const definition = casework.definitions.version(record.case.business, record.case.business_version);
  await saveCase(trx, record, {
    suspended_at: null,
    suspended_by: null,
    suspended_by_name: null,
    suspension: null,
    suspended_for: null,
    suspension_over_at: null,
  });
  for (const token of openTokens(record)) {
    if (token.kind === 'automatic') await updateToken(trx, token, { not_before: null });
    else if (token.state === 'open') await consumeEarlySignal(casework, trx, record, definition, token);
  }
  await settle(casework, trx, record, definition);
}
