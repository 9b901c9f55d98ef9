import type { BusinessDefinition } from '@hengchan/casework';
import type { CaseExample } from '@hengchan/registration';
import type { Company, Player } from '../support/journey.ts';
import { fillFromExamples } from '../support/walk.ts';
import type { Application, Taker, Who } from './legal-case.ts';
import type { Play } from './run-case.ts';
import { dayFrom, shareOf, whoOf } from './situation.ts';

/** An application as it is posted, and everybody who has to do with it signed in. */
export async function applicationOf(
  play: Play,
  act: Application,
  definition: BusinessDefinition,
): Promise<{ company: Company; body: CaseExample }> {
  const { ground, players, stage } = play;
  const takers = Object.entries(act.parties).flatMap(([role, list]) =>
    list.map((taker): [string, Taker] => [role, taker]),
  );
  const units = (act.units ?? ['A']).map((letter) => ground.units.get(letter)?.code ?? letter);
  const form = {
    ...fillFromExamples(definition.form as Parameters<typeof fillFromExamples>[0]),
    ...act.form,
  };
  const body = {
    business: definition.code,
    office: stage.office.code,
    units,
    parties: takers.map(([role, taker]) => {
      const { name, idType, idNumber } = players(whoOf(taker)).identity;
      const share = shareOf(taker);
      return { role, name, idType, idNumber, ...(share ? { share } : {}) };
    }),
    form: resolve(play, form) as Record<string, unknown>,
  };
  return { company: await companyOf(play, act, definition, takers), body };
}

/** Values with every `@` word in them replaced by what it stands for. */
export const resolve = (play: Play, values: unknown): unknown =>
  JSON.parse(JSON.stringify(values), (_key, value) => resolved(play, value));

/** What a text of the form stands for. */
function resolved({ ground, players, stage }: Play, value: unknown): unknown {
  if (typeof value !== 'string' || !value.startsWith('@')) return value;
  const word = value.slice(1);
  if (word === 'proof') return ground.proof;
  if (word === 'certificate') return ground.titles.get('A')?.certificate;
  const unit = ground.units.get(word);
  if (unit) return unit.code;
  const [, days, time = ''] = /^([+-]\d+)(T.*)?$/.exec(word) ?? [];
  return days !== undefined
    ? `${dayFrom(stage.now, Number(days))}${time}`
    : players(word as Who).identity.name;
}

/** At the counter the clerk who takes it in opens it; online whoever the case names, else the first who may. */
async function companyOf(
  { court, players }: Play,
  act: Application,
  definition: BusinessDefinition,
  takers: readonly [string, Taker][],
): Promise<Company> {
  const { cast, office, password } = court;
  const enter = (account: string) => court.enter(account, password);
  const byAccount = new Map<string, Omit<Player, 'client'>>();
  const add = (account: string, name: string, role: string) =>
    byAccount.set(account, { name, roles: [...(byAccount.get(account)?.roles ?? []), role] });
  for (const [role, taker] of takers) {
    const { account, signsInAs } = players(whoOf(taker));
    if (account !== '') add(account, signsInAs, role);
  }
  const clerks = definition.process.nodes.flatMap((node) =>
    node.kind === 'human' && 'staff' in node.assignee ? [node.assignee.staff] : [],
  );
  for (const role of new Set(clerks)) {
    const [clerk] = act.oneClerk ? [allPosts] : cast.clerks(office.code, role);
    if (clerk) add(clerk.account, clerk.name, role);
  }
  const gathered = await Promise.all(
    [...byAccount].map(
      async ([account, player]): Promise<Player> => ({ ...player, client: await enter(account) }),
    ),
  );
  const counter = (act.channel ?? definition.channels[0]) === 'counter';
  const account = counter
    ? act.oneClerk
      ? allPosts.account
      : cast.clerks(office.code, clerks.includes('enforcement-clerk') ? 'enforcement-clerk' : 'acceptor')[0]
          ?.account
    : players(act.by ?? whoOpens(definition, takers)).account;
  if (!account) throw new Error(`nobody may open ${definition.code}`);
  return { opener: await enter(account), players: gathered };
}

function whoOpens(definition: BusinessDefinition, takers: readonly [string, Taker][]): Who {
  const opening = new Set(definition.parties.filter((role) => role.opens).map((role) => role.role));
  const found = takers.find(([role]) => opening.has(role));
  if (!found) throw new Error(`nobody of the case may open ${definition.code}`);
  return whoOf(found[1]);
}

/** Somebody with every post at the counter and behind it. */
export const allPosts = { account: 'allposts', name: '一人多岗' };
