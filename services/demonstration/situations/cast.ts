import type { DemonstrationAccount } from '../accounts/plan-accounts.ts';
import type { Identity } from '../city/people.ts';

/** What somebody is in the life of a city: a citizen, or a body an agent acts for. */
export type Kind = 'person' | 'company' | 'collective' | 'developer' | 'bank' | 'court';

/** Somebody who can take part in a case: who they are in the register, and the account that acts for them. */
export interface Member {
  readonly kind: Kind;
  readonly account: string;
  readonly password: string;
  /** Whoever signs in; an agent's own name where a body takes part. */
  readonly signsInAs: string;
  readonly identity: Identity;
}

/** Somebody who works at an office. */
export interface Clerk {
  readonly account: string;
  readonly password: string;
  readonly name: string;
  readonly role: string;
}

/** Everybody situations are made of. */
export interface Cast {
  readonly members: Readonly<Record<Kind, readonly Member[]>>;
  /** Those of an office who hold a role, first those asked first. */
  clerks(office: string, role: string): readonly Clerk[];
}

/** The cast of these accounts; undefined while there is nobody to play with. */
export function castOf(accounts: readonly DemonstrationAccount[]): Cast | undefined {
  const members: Record<Kind, Member[]> = {
    person: [],
    company: [],
    collective: [],
    developer: [],
    bank: [],
    court: [],
  };
  for (const account of accounts) {
    const member = memberOf(account);
    if (member) members[member.kind].push(member);
  }
  if (members.person.length < 2 || members.bank.length === 0) return undefined;
  const clerks = (office: string, role: string): Clerk[] =>
    accounts
      .filter(({ roles }) =>
        roles.some((grant) => grant.role === role && (grant.office === office || grant.office === '*')),
      )
      .map(({ login, password, name }) => ({ account: login, password, name, role }));
  return { members, clerks };
}

function memberOf({ login, password, name, kind, identity, organisation }: DemonstrationAccount) {
  const base = { account: login, password, signsInAs: name };
  if (organisation) {
    const { kind: body, ...identity } = organisation;
    if (body === 'agency') return undefined;
    const isCollective = body === 'company' && identity.name.includes('合作社');
    return { ...base, kind: isCollective ? 'collective' : body, identity } satisfies Member;
  }
  return kind === 'person' && identity ? ({ ...base, kind: 'person', identity } satisfies Member) : undefined;
}

/** What an account that acts for somebody is in the list of entrances. */
export const entranceOf = ({ kind }: Pick<Member, 'kind'>): Exclude<Kind, 'collective'> =>
  kind === 'collective' ? 'company' : kind;
