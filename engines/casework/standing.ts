import type { Actor } from '@hengchan/platform';
import type { HumanStep } from './process/graph.ts';
import type { CaseRecord, Token } from './store.ts';

/** By whose right somebody of the staff acts, and which office's post that is. */
export interface Standing {
  office: string;
  /** The colleague on leave they stand in for (代). */
  for?: { accountId: string; name: string };
}

type Grants = Actor['grants'];

const holds = (grants: Grants, role: string, office: string) =>
  grants.find((grant) => grant.role === role && (grant.office === office || grant.office === '*'));

/** Whose right to the role at the office this person has: their own before that of colleagues they stand in for. */
export function standingsOf(actor: Actor, role: string, office: string): Standing[] {
  const postOf = (grant: Grants[number]) => (grant.office === '*' ? office : grant.office);
  const own = holds(actor.grants, role, office);
  const lent = (actor.standsInFor ?? []).flatMap((colleague) => {
    const grant = holds(colleague.grants, role, office);
    const { accountId, name } = colleague;
    return grant ? [{ office: postOf(grant), for: { accountId, name } }] : [];
  });
  return own ? [{ office: postOf(own) }, ...lent] : lent;
}

/** The right by which this person may act in an open staff step now; undefined when they may not. */
export function ownStanding(
  actor: Actor,
  record: CaseRecord,
  step: HumanStep,
  token: Token,
): Standing | undefined {
  if (!('staff' in step.assignee)) return undefined;
  return standingsOf(actor, step.assignee.staff, record.case.office).find(
    (standing) =>
      mayTake(actor, standing, token) &&
      !actedBefore(personsOf(actor.accountId, standing), record, step.apartFrom ?? []),
  );
}

/** Of a staff step that would be this person's, had they not acted in one it is apart from: which those are, in the order of the process. */
export function actedApart(actor: Actor, record: CaseRecord, step: HumanStep, token: Token): string[] {
  if (!('staff' in step.assignee)) return [];
  const persons = standingsOf(actor, step.assignee.staff, record.case.office)
    .filter((standing) => mayTake(actor, standing, token))
    .flatMap((standing) => personsOf(actor.accountId, standing));
  return (step.apartFrom ?? []).filter((node) => actedBefore(persons, record, [node]));
}

/** Whether nobody else has the task: it is free, one's own, that of the colleague, or was taken in one's absence. */
export function mayTake(actor: Actor, standing: Standing, token: Pick<Token, 'claimed_by' | 'claimed_for'>) {
  return (
    token.claimed_by === null ||
    token.claimed_by === actor.accountId ||
    token.claimed_by === standing.for?.accountId ||
    token.claimed_for === (standing.for?.accountId ?? actor.accountId)
  );
}

/** Who counts as acting: the person, and whoever they act for (受办分离 holds by person). */
const personsOf = (accountId: string, standing: Standing) =>
  standing.for ? [accountId, standing.for.accountId] : [accountId];

/** Whether one of the persons ended one of the steps, or had it ended for them. */
export function actedBefore(
  persons: readonly string[],
  record: CaseRecord,
  steps: readonly string[],
): boolean {
  return record.tokens.some(
    (token) =>
      steps.includes(token.node) &&
      token.state === 'done' &&
      [token.done_by, token.done_for].some((person) => person !== null && persons.includes(person)),
  );
}
