import type { Database } from '@hengchan/platform';
import { type DemonstrationAccount, departedOf, minorsOf, planAccounts } from '../accounts/plan-accounts.ts';
import type { Identity } from '../city/people.ts';
import { cityOf, readRecord } from '../seed/record.ts';

/** What somebody is in the life of a city: a citizen, one who has died, a child, or a body an agent acts for. */
export type Kind =
  | 'person'
  | 'departed'
  | 'minor'
  | 'company'
  | 'collective'
  | 'developer'
  | 'bank'
  | 'court';

/** Somebody who can take part in a case: who they are in the register, and the account that acts for them. */
export interface Member {
  readonly kind: Kind;
  /** Empty for those who act no more. */
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
  /** Citizens without property: they take what only somebody without any may have. */
  readonly newcomers: readonly Member[];
  /** Citizens who are married to each other. */
  readonly couples: readonly (readonly [Member, Member])[];
  /** Those of an office who hold a role, first those asked first. */
  clerks(office: string, role: string): readonly Clerk[];
}

/** The cast of the city a database holds; undefined where it holds none. */
export async function readCast(database: Database): Promise<Cast | undefined> {
  const record = await readRecord(database);
  if (!record) return undefined;
  const city = cityOf(record);
  const married = city.buyers.flatMap(({ marriage }) =>
    marriage?.status === 'married' ? [marriage.spouses] : [],
  );
  return castOf(planAccounts(city), {
    departed: departedOf(city),
    minors: minorsOf(city).map(({ bornOn: _born, ...identity }) => identity),
    married,
  });
}

/** What accounts do not tell of the people behind them. */
export interface Kin {
  readonly departed?: readonly Identity[];
  readonly minors?: readonly Identity[];
  readonly married?: readonly (readonly [Identity, Identity])[];
}

/** Who signs in nowhere. */
const silent = { account: '', password: '', signsInAs: '' };

/** The cast of these accounts. */
export function castOf(
  accounts: readonly DemonstrationAccount[],
  { departed = [], minors = [], married = [] }: Kin = {},
): Cast {
  const members: Record<Kind, Member[]> = {
    person: [],
    departed: departed.map((identity) => ({ kind: 'departed', ...silent, identity })),
    minor: minors.map((identity) => ({ kind: 'minor', ...silent, identity })),
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
  const byNumber = new Map(members.person.map((member) => [member.identity.idNumber, member]));
  const couples = married.flatMap(([one, other]) => {
    const pair = [byNumber.get(one.idNumber), byNumber.get(other.idNumber)] as const;
    return pair[0] && pair[1] ? [[pair[0], pair[1]] as const] : [];
  });
  const clerks = (office: string, role: string): Clerk[] =>
    accounts
      .filter(({ roles }) =>
        roles.some((grant) => grant.role === role && (grant.office === office || grant.office === '*')),
      )
      .map(({ login, password, name }) => ({ account: login, password, name, role }));
  const newcomers = members.person.filter(({ account }) => /^buyer\d+$/.test(account));
  return { members, newcomers, couples, clerks };
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

/** What somebody is in the list of entrances. */
export const entranceOf = ({
  kind,
}: Pick<Member, 'kind'>): Exclude<Kind, 'collective' | 'departed' | 'minor'> =>
  kind === 'collective' ? 'company' : kind === 'departed' || kind === 'minor' ? 'person' : kind;
