import type { Actor } from '@hengchan/platform';
import type { BusinessDefinition } from './definition.ts';
import { nodeOf } from './process/check.ts';
import { type Action, finalPhases, type HumanStep, type Phase } from './process/graph.ts';
import { type CaseRecord, openTokens, type Party, type Token } from './store.ts';

/** The engine's own action: before entry the applicants may take their application back (暂行条例 15). */
export const withdrawal: Action = {
  action: 'withdraw',
  title: '撤回申请',
  next: 'withdrawn',
  style: 'danger',
  comment: 'optional',
  final: true,
};

const tooLateToWithdraw: readonly Phase[] = ['draft', 'entering', 'issuing'];

export interface Offer {
  token: Token;
  step: HumanStep;
  action: Action;
  /** `applicant`, or the staff role whose step it is. */
  by: string;
}

/** Whether a party of the case is this person, or the body this person acts for. */
export function isParty(actor: Actor, party: Party): boolean {
  return party.id_index === actor.idIndex || party.id_index === actor.organisation?.idIndex;
}

export const isOpener = (actor: Actor, record: CaseRecord) => record.case.opened_by === actor.accountId;

/** Everything this person may do in this case now, in the order the process offers it. */
export function offersFor(actor: Actor, record: CaseRecord, definition: BusinessDefinition): Offer[] {
  const phase = record.case.phase as Phase;
  if (finalPhases.includes(phase)) return [];
  const offers: Offer[] = [];
  for (const token of openTokens(record)) {
    const node = nodeOf(definition.process, token.node);
    if (node.kind !== 'human' || !mayAct(actor, record, definition, node, token)) continue;
    const by = 'staff' in node.assignee ? node.assignee.staff : 'applicant';
    for (const action of node.actions) offers.push({ token, step: node, action, by });
  }
  const standing = record.parties.some((party) => isParty(actor, party)) || isOpener(actor, record);
  const atEntry = openTokens(record).some((token) => {
    const node = nodeOf(definition.process, token.node);
    return 'phase' in node && tooLateToWithdraw.includes(node.phase);
  });
  const first = openTokens(record)[0];
  const step = definition.process.nodes.find((node) => node.kind === 'human');
  if (
    standing &&
    !atEntry &&
    first &&
    step?.kind === 'human' &&
    definition.process.nodes.some((node) => node.id === 'withdrawn')
  ) {
    offers.push({ token: first, step, action: withdrawal, by: 'applicant' });
  }
  return offers;
}

function mayAct(
  actor: Actor,
  record: CaseRecord,
  definition: BusinessDefinition,
  step: HumanStep,
  token: Token,
): boolean {
  if ('staff' in step.assignee) {
    const { staff } = step.assignee;
    const holdsRole = actor.grants.some(
      (grant) => grant.role === staff && (grant.office === record.case.office || grant.office === '*'),
    );
    if (!holdsRole || (token.claimed_by !== null && token.claimed_by !== actor.accountId)) return false;
    return !actedBefore(actor, record, step.apartFrom ?? []);
  }
  const { party } = step.assignee;
  if (party === 'opener') return isOpener(actor, record);
  if (party === 'each') return nextToConfirm(actor, record, definition) !== undefined;
  return record.parties.some((each) => each.role === party && isParty(actor, each));
}

function actedBefore(actor: Actor, record: CaseRecord, steps: readonly string[]): boolean {
  return record.tokens.some((token) => steps.includes(token.node) && token.done_by === actor.accountId);
}

/** The actor's own party that has still to confirm, if any. */
export function nextToConfirm(
  actor: Actor,
  record: CaseRecord,
  definition: BusinessDefinition,
): Party | undefined {
  return unconfirmed(record, definition).find((party) => isParty(actor, party));
}

/** Parties whose role confirms and who have not yet. */
export function unconfirmed(record: CaseRecord, definition: BusinessDefinition): Party[] {
  const confirming = new Set(definition.parties.filter((role) => role.confirms).map((role) => role.role));
  return record.parties.filter((party) => confirming.has(party.role) && party.confirmed_at === null);
}
