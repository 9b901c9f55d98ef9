import type { Actor } from '@hengchan/platform';
import type { Casework } from './casework.ts';
import type { BusinessDefinition } from './definition.ts';
import { nodeOf } from './process/check.ts';
import { type Action, finalPhases, type HumanStep, type Phase } from './process/graph.ts';
import { confirmingRoles } from './roles.ts';
import { ownStanding, type Standing } from './standing.ts';
import { type CaseRecord, openTokens, type Party, type Token } from './store.ts';
import { mayBeTakenBack, maySuspend } from './suspend.ts';

/** The engine's own action: before entry the applicants may take their application back (暂行条例 15). */
export const withdrawal: Action = {
  action: 'withdraw',
  title: '撤回申请',
  next: 'withdrawn',
  style: 'danger',
  comment: 'optional',
  final: true,
};

/** The office lets an accepted case rest, and takes it up again. */
export const suspension: Action = { action: 'suspend', title: '中止办理', comment: 'required' };
export const resumption: Action = {
  action: 'resume',
  title: '恢复办理',
  style: 'primary',
  comment: 'required',
};

const asides = [withdrawal, suspension, resumption].map((each) => each.action);

/** Whether an offer is beside the step the case stands at: that it is open does not make it anybody's turn. */
export const isAside = (action: string) => asides.includes(action);

const tooLateToWithdraw: readonly Phase[] = ['draft', 'entering', 'issuing'];

export interface Offer {
  token: Token;
  step: HumanStep;
  action: Action;
  /** `applicant`, or the staff role whose step it is. */
  by: string;
  /** Of a staff step: by whose right. */
  standing?: Standing;
}

/** Whether a permission is held at the office of the case. */
export type May = (permission: string) => boolean;

/** Whether a party of the case is this person, or the body this person acts for. */
export function isParty(actor: Actor, party: Party): boolean {
  return party.id_index === actor.idIndex || party.id_index === actor.organisation?.idIndex;
}

export const isOpener = (actor: Actor, record: CaseRecord) => record.case.opened_by === actor.accountId;

/** Everything this person may do in this case now, in the order the process offers it. */
export function offersOf(casework: Casework, actor: Actor, record: CaseRecord): Offer[] {
  const { office, business, business_version } = record.case;
  const may: May = (permission) => casework.platform.access.allows(actor, permission, { office });
  return offersFor(actor, record, casework.definitions.version(business, business_version), may);
}

/** The same, of a definition known and with the permissions given; by itself nobody has any. */
export function offersFor(
  actor: Actor,
  record: CaseRecord,
  definition: BusinessDefinition,
  may: May = () => false,
): Offer[] {
  if (finalPhases.includes(record.case.phase as Phase)) return [];
  const steps = record.case.suspended_at ? [] : stepOffers(actor, record, definition, may);
  return [
    ...steps,
    ...suspensionOffers(actor, record, definition, may),
    ...withdrawalOffers(actor, record, definition),
  ];
}

function stepOffers(actor: Actor, record: CaseRecord, definition: BusinessDefinition, may: May): Offer[] {
  return openTokens(record).flatMap((token) => {
    const step = nodeOf(definition.process, token.node);
    if (step.kind !== 'human') return [];
    const standing = 'staff' in step.assignee ? ownStanding(actor, record, step, token) : undefined;
    if (!standing && !mayActAsParty(actor, record, definition, step)) return [];
    const by = 'staff' in step.assignee ? step.assignee.staff : 'applicant';
    return step.actions
      .filter((action) => action.permission === undefined || may(action.permission))
      .map((action) => ({ token, step, action, by, ...(standing ? { standing } : {}) }));
  });
}

/** To whoever holds the task the case stands at, and to whom the permission was given. */
function suspensionOffers(
  actor: Actor,
  record: CaseRecord,
  definition: BusinessDefinition,
  may: May,
): Offer[] {
  const suspended = record.case.suspended_at !== null;
  if (actor.kind !== 'staff' || !(suspended || maySuspend(record, definition))) return [];
  const held = openTokens(record).flatMap((token) => {
    const step = nodeOf(definition.process, token.node);
    const standing = step.kind === 'human' ? ownStanding(actor, record, step, token) : undefined;
    return standing ? [standing] : [];
  })[0];
  if (!held && !may('case.suspend')) return [];
  const action = suspended ? resumption : suspension;
  const standing = held ?? { office: record.case.office };
  return besideSteps(record, definition).map((place) => ({ ...place, action, by: 'staff', standing }));
}

function withdrawalOffers(actor: Actor, record: CaseRecord, definition: BusinessDefinition): Offer[] {
  const standing = record.parties.some((party) => isParty(actor, party)) || isOpener(actor, record);
  const tooLate = openTokens(record).some((token) => {
    const node = nodeOf(definition.process, token.node);
    return 'phase' in node && tooLateToWithdraw.includes(node.phase);
  });
  if (!standing || tooLate || !mayBeTakenBack(definition)) return [];
  return besideSteps(record, definition).map((place) => ({ ...place, action: withdrawal, by: 'applicant' }));
}

/** What an action beside the steps is shown with: the first step of the process and the first open place. */
function besideSteps(record: CaseRecord, definition: BusinessDefinition): Pick<Offer, 'token' | 'step'>[] {
  const [token] = openTokens(record);
  const step = definition.process.nodes.find((node) => node.kind === 'human');
  return token && step?.kind === 'human' ? [{ token, step }] : [];
}

function mayActAsParty(
  actor: Actor,
  record: CaseRecord,
  definition: BusinessDefinition,
  step: HumanStep,
): boolean {
  if ('staff' in step.assignee) return false;
  const { party } = step.assignee;
  if (party === 'opener') return isOpener(actor, record);
  if (party === 'each') return nextToConfirm(actor, record, definition) !== undefined;
  const representing = definition.parties.filter((role) => role.represents).map(({ role }) => role);
  return record.parties.some(
    (each) => (each.role === party || representing.includes(each.role)) && isParty(actor, each),
  );
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
  const confirming = confirmingRoles(definition);
  return record.parties.filter((party) => confirming.has(party.role) && party.confirmed_at === null);
}
