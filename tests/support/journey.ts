import type { BusinessDefinition } from '@hengchan/casework';
import type { Situation } from '@hengchan/demonstration';
import type { CaseView } from '../../services/registration/schema.ts';
import { type Client, clientOver, pixel, type Send, sendTo, signIn } from './client.ts';
import { fillFromExamples } from './walk.ts';
import type { World } from './world.ts';

/** Somebody of a situation, signed in. */
export interface Player {
  readonly client: Client;
  readonly name: string;
  readonly roles: readonly string[];
}

/** Signs accounts in, each once in a world, and again when the clock was moved and the session is over. */
export function doorkeeper(world: World): (account: string, password: string) => Promise<Client> {
  const known = new Map<string, Promise<Client>>();
  return (account, password) => {
    const before = known.get(account);
    if (before) return before;
    const coming = enterToStay(world.server.address, account, password);
    known.set(account, coming);
    return coming;
  };
}

async function enterToStay(address: string, account: string, password: string): Promise<Client> {
  let { token } = await signIn(address, account, password);
  const direct = sendTo(address);
  const send: Send = async (method, path, headers, body) => {
    const answer = await direct(method, path, { ...headers, authorization: `Bearer ${token}` }, body);
    if (answer.status !== 401) return answer;
    token = (await signIn(address, account, password)).token;
    return direct(method, path, { ...headers, authorization: `Bearer ${token}` }, body);
  };
  return clientOver(send, token);
}

/** A situation with everybody in it signed in. */
export interface Company {
  readonly opener: Client;
  readonly players: readonly Player[];
}

export async function gatherCompany(
  enter: ReturnType<typeof doorkeeper>,
  { opener, actors }: Pick<Situation, 'opener' | 'actors'>,
): Promise<Company> {
  const players = await Promise.all(
    actors.map(async ({ account, password, name, roles }) => ({
      client: await enter(account, password),
      name,
      roles,
    })),
  );
  return { opener: await enter(opener.account, opener.password), players };
}

/** Titles of the steps of a business that only time ends, in their order: public notices, the days a holder is given to act. */
export const restsOf = ({ process }: BusinessDefinition): string[] =>
  process.nodes.flatMap((node) =>
    node.kind === 'waiting' && node.until && !/部门|银行|法院/.test(node.waitingFor) ? [node.title] : [],
  );

const ends = ['completed', 'declined', 'refused', 'withdrawn', 'cancelled'];

export interface JourneyOptions {
  readonly seconds?: number;
  /** Asked before every action: something else may happen now, or the journey may stop here by answering true. */
  readonly before?: (action: string, view: CaseView) => Promise<boolean> | boolean;
  /** Takes what was refused instead of throwing; the journey ends there. */
  readonly refused?: (answer: { status: number; body: unknown }, action: string) => void;
  /** Asked once for each step (by its title) that only time ends: the clock may be moved, or true stops the journey here. */
  readonly resting?: (step: string) => Promise<boolean> | boolean;
  /** Titles of those steps. */
  readonly rests?: ReadonlySet<string>;
  /** Nobody brings the materials. */
  readonly withholds?: boolean;
}

/**
 * Carries a case to its end knowing nothing of the business: gives the materials it asks for and takes, for whoever's turn it is, the
 * primary action it offers. One person watches the case, so that waiting costs little.
 */
export async function journey(
  caseNo: string,
  { opener, players }: Company,
  { seconds = 90, before, refused, resting, rests, withholds = false }: JourneyOptions = {},
): Promise<CaseView> {
  const end = Date.now() + seconds * 1000;
  const taken: string[] = [];
  let pause = 30;
  const rested = new Set<string>();
  for (;;) {
    const watched = await opener.case(caseNo);
    if (ends.includes(watched.status)) return watched;
    const rest = watched.waitingFor.find(({ title }) => rests?.has(title) && !rested.has(title));
    if (rest) {
      rested.add(rest.title);
      if (await resting?.(rest.title)) return watched;
    }
    let moved = false;
    for (const client of whoseTurn(watched, opener, players)) {
      const view = client === opener && !moved ? watched : await seen(client, caseNo);
      const action = view?.availableActions.find((each) => each.style === 'primary');
      if (!view || !action || (action.action === 'pay' && taken.includes('pay'))) continue;
      if (await before?.(action.action, view)) return view;
      if (action.action === 'retry')
        throw new Error(`${caseNo} cannot be entered: ${await reasonOf(client, caseNo)}`);
      if (action.by === 'applicant' && !withholds) await giveMaterials(client, view);
      const answer = await client.act(
        caseNo,
        action.action,
        action.data ? fillFromExamples(action.data as Parameters<typeof fillFromExamples>[0]) : undefined,
        action.comment === 'none' ? undefined : '情况属实，同意办理',
      );
      if (answer.status !== 200 && refused) {
        refused(answer, action.action);
        return watched;
      }
      if (answer.status !== 200)
        throw new Error(`${action.action} on ${caseNo}: ${answer.status} ${JSON.stringify(answer.body)}`);
      taken.push(action.action);
      moved = true;
    }
    if (Date.now() > end) {
      const waiting = JSON.stringify(watched.waitingFor.map(({ who, title }) => `${title} ${who}`));
      throw new Error(`case ${caseNo} does not end; ${waiting}; taken: ${taken.join(', ')}`);
    }
    pause = moved ? 30 : Math.min(pause * 1.5, 400);
    if (!moved) await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

const seen = async (client: Client, caseNo: string): Promise<CaseView | undefined> => {
  const answer = await client.get<CaseView>(`/api/cases/${caseNo}`);
  return answer.status === 200 ? answer.body : undefined;
};

/** Why the register would not take a case. */
async function reasonOf(client: Client, caseNo: string): Promise<string> {
  const { body } = await client.get<{ items: { action: string; comment?: string }[] }>(
    `/api/cases/${caseNo}/history`,
  );
  return body.items.findLast(({ action }) => action === 'entry-blocked')?.comment ?? 'no reason is on record';
}

/** Those a case waits for: the office's people by their kind, parties by their name; nobody while others work on it. */
function whoseTurn(view: CaseView, opener: Client, players: readonly Player[]): Client[] {
  const partyRoles = new Set(view.parties.map((party) => party.role));
  const isParty = ({ roles }: Player) => roles.some((role) => partyRoles.has(role));
  const turns = view.waitingFor.flatMap(({ who }) => {
    if (who === '您') return [opener];
    if (who.startsWith('登记机构'))
      return players.filter((each) => !isParty(each)).map(({ client }) => client);
    const named = view.parties.filter((party) => who.endsWith(party.name)).map((party) => party.role);
    return players
      .filter(({ roles }) => named.some((role) => roles.includes(role)))
      .map(({ client }) => client);
  });
  // A party that sees to two roles, or a clerk who opened the case, is asked once.
  return [...new Set(turns)];
}

async function giveMaterials(client: Client, view: CaseView): Promise<void> {
  for (const material of view.materials) {
    if (!material.required || material.status !== 'missing') continue;
    const given = await client.upload(view.caseNo, material.code, pixel, `${material.title}.png`);
    if (given.status !== 200)
      throw new Error(`${material.code}: ${given.status} ${JSON.stringify(given.body)}`);
  }
}
