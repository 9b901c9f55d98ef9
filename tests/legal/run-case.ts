import type { BusinessDefinition } from '@hengchan/casework';
import { catalogue } from '@hengchan/catalogue';
import { type Cast, openStage, type Stage } from '@hengchan/demonstration';
import type { OfficeInfo } from '@hengchan/registration';
import { expect } from 'vitest';
import type { CaseView } from '../../services/registration/schema.ts';
import { type Answer, type Client, type ProblemBody, pixel } from '../support/client.ts';
import { type Company, type doorkeeper, journey, restsOf } from '../support/journey.ts';
import { fillFromExamples } from '../support/walk.ts';
import type { World } from '../support/world.ts';
import { applicationOf, resolve } from './application.ts';
import type { Application, LegalCase, LegalOutcome, Page, Who } from './legal-case.ts';
import { describePage, type PageNow, readPage } from './read-page.ts';
import { type Ground, happen, type Players, playersOf, prepare } from './situation.ts';

/** Where cases are played: a server, the people of its demonstration, and who signs them in. */
export interface Court {
  readonly world: World;
  readonly cast: Cast;
  readonly office: OfficeInfo;
  readonly enter: ReturnType<typeof doorkeeper>;
  readonly password: string;
}

/** A case under way. */
export interface Play {
  readonly court: Court;
  readonly stage: Stage;
  readonly players: Players;
  readonly ground: Ground;
  readonly clerk: Client;
  readonly pending: Application | undefined;
}

type Finding = NonNullable<ProblemBody['findings']>[number];

/** What remains to be seen when days have passed. */
export type Later = () => Promise<void>;

/**
 * Plays a case of the table on the server, and looks whether what comes of it is what the table says. Answers what is left to look at when
 * the days it waits for are over.
 */
export async function runCase(court: Court, legal: LegalCase, turn: number): Promise<Later | undefined> {
  const { situation, act, outcome } = legal;
  const stage = await openStage(court.world.platform, court.office, court.cast);
  const players = playersOf(court.cast, turn);
  const ground = await prepare(stage, players, situation);
  const [approver] = court.cast.clerks(court.office.code, 'approver');
  const clerk = await court.enter(approver?.account ?? '', court.password);
  const play: Play = { court, stage, players, ground, clerk, pending: situation.pending };
  if ('look' in act) {
    const moment = new Date(court.world.platform.clock.now().getTime() + act.look * 86_400_000);
    await checkPages(play, outcome, moment);
    return undefined;
  }
  return apply(play, act, outcome);
}

const definitionOf = (code: string): BusinessDefinition => {
  const found = catalogue.find((each) => each.code === code);
  if (!found) throw new Error(`no business ${code}`);
  return found;
};

/** Another case, as far as its acceptance. */
async function takeIn(play: Play, act: Application): Promise<void> {
  const { company, body } = await applicationOf(play, act, definitionOf(act.apply));
  const opened = await company.opener.post<CaseView>('/api/cases', body);
  expect(opened.status, JSON.stringify(opened.body)).toBe(201);
  await journey(opened.body.caseNo, company, { before: (_action, view) => view.acceptedAt !== undefined });
}

async function apply(play: Play, act: Application, outcome: LegalOutcome): Promise<Later | undefined> {
  if ('not' in outcome && outcome.because === 'BUSINESS_NOT_FOUND') {
    await unheardOf(play, act);
    return undefined;
  }
  const definition = definitionOf(act.apply);
  const { company, body } = await applicationOf(play, act, definition);
  if (play.pending) await takeIn(play, play.pending);
  const before = await pagesOf(play, body.units);
  const opened = await company.opener.post<CaseView & ProblemBody>('/api/cases', body);
  if ('not' in outcome && outcome.not === 'begun') {
    expect(opened.status, 'it was begun').toBeGreaterThanOrEqual(400);
    expect(JSON.stringify([opened.body.code, opened.body.errors])).toContain(outcome.because);
    return undefined;
  }
  expect(opened.status, JSON.stringify(opened.body)).toBe(201);
  const { caseNo } = opened.body;
  if ('not' in outcome && outcome.not === 'handed in') {
    await giveMaterials(company.opener, opened.body);
    const answer = await company.opener.act(caseNo, 'submit');
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body.errors)).toContain(outcome.because);
    return undefined;
  }
  if (('not' in outcome && outcome.not === 'accepted') || 'accepted' in outcome) {
    await handIn(company.opener, opened.body, outcome);
    return undefined;
  }
  await carry(play, { act, outcome, definition, company, caseNo, before });
  if (!('waits' in outcome) || !outcome.later) return undefined;
  const register = outcome.later;
  return async () => {
    const done = await journey(caseNo, company);
    expect(done.status).toBe('completed');
    await checkPages(play, { register }, undefined, before);
  };
}

/** There is no such business. */
async function unheardOf({ clerk }: Play, { apply: code }: Application): Promise<void> {
  const { status, body } = await clerk.get<ProblemBody>(`/api/businesses/${code}`);
  expect(status).toBe(404);
  expect(body.code).toBe('BUSINESS_NOT_FOUND');
}

/** As far as the counter: the rules of acceptance say whether it is taken in. */
async function handIn(opener: Client, view: CaseView, outcome: LegalOutcome): Promise<void> {
  if ('accepted' in outcome) await giveMaterials(opener, view);
  const answer = await opener.act(view.caseNo, 'submit');
  if ('accepted' in outcome) {
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return;
  }
  expect(answer.status, 'it was handed in').toBe(409);
  if ('not' in outcome) expectBlocked(answer.body.findings ?? [], outcome.because);
}

const expectBlocked = (findings: readonly Finding[], code: string) =>
  expect(findings.map(({ code: rule, outcome }) => `${rule} ${outcome}`)).toContain(`${code} block`);

async function giveMaterials(client: Client, view: CaseView): Promise<void> {
  for (const material of view.materials) {
    if (!material.required || material.status !== 'missing') continue;
    const given = await client.upload(view.caseNo, material.code, pixel, `${material.title}.png`);
    expect(given.status, JSON.stringify(given.body)).toBe(200);
  }
}

interface Carried {
  readonly act: Application;
  readonly outcome: LegalOutcome;
  readonly definition: BusinessDefinition;
  readonly company: Company;
  readonly caseNo: string;
  readonly before: ReadonlyMap<string, PageNow>;
}

/** To where the table says it stops, or to its end. */
async function carry(play: Play, carried: Carried): Promise<void> {
  const { act, outcome, definition, company, caseNo, before } = carried;
  const { stage, players, ground, clerk } = play;
  let refusal: Answer<ProblemBody> | undefined;
  let happened = false;
  const stopsAtEntry = 'not' in outcome && outcome.not === 'entered';
  const view = await journey(caseNo, company, {
    rests: new Set([...restsOf(definition), ...(act.oneClerk && 'waits' in outcome ? [outcome.waits] : [])]),
    resting: () => true,
    refused: (answer) => {
      refusal = answer as Answer<ProblemBody>;
    },
    before: async (action) => {
      if (action === 'retry') return true;
      if (action === act.instead?.at || action === act.stopsAt) return true;
      if (act.meanwhile && !happened && action === act.meanwhile.at) {
        happened = true;
        await happen(stage, players, ground, act.meanwhile.event);
      }
      return 'person' in outcome && action === lastStep(definition);
    },
  });
  if (act.instead) await insteadOf(play, act.instead, company, caseNo);
  if ('waits' in outcome) {
    expect(view.waitingFor.map(({ title }) => title).join()).toContain(outcome.waits);
    if (outcome.refused) await tryInVain(company.opener, caseNo, outcome.refused);
    for (const [code, page] of before) expect(await readPage(clerk, code)).toEqual(page);
    return;
  }
  if ('ends' in outcome) {
    expect((await company.opener.case(caseNo)).status).toBe(outcome.ends);
    for (const [code, page] of before) expect(await readPage(clerk, code)).toEqual(page);
    return;
  }
  if ('person' in outcome) {
    const role = lastStep(definition) === 'execute' ? 'enforcement-clerk' : 'approver';
    const decider = company.players.find(({ roles }) => roles.includes(role));
    await decider?.client.act(caseNo, lastStep(definition), undefined, '核对后同意');
    expect(await findingsOf(clerk, caseNo)).toContainEqual(
      expect.objectContaining({ code: outcome.person, outcome: 'person' }),
    );
    return;
  }
  if ('not' in outcome) {
    const found = stopsAtEntry
      ? (await findingsOf(clerk, caseNo)).filter(({ moment }) => moment === 'entry')
      : (refusal?.body.findings ?? []);
    expect(view.status, 'nothing stopped it').not.toBe('completed');
    expectBlocked(found, outcome.because);
    return;
  }
  expect(refusal?.body, 'it was refused').toBeUndefined();
  expect(view.status, JSON.stringify(view.waitingFor)).toBe('completed');
  await checkPages(play, outcome, undefined, before);
}

async function tryInVain(
  client: Client,
  caseNo: string,
  { action, because }: { action: string; because: string },
): Promise<void> {
  const { status, body } = await client.act(caseNo, action, undefined, '同意');
  expect(status).toBeGreaterThanOrEqual(400);
  expect(body.code).toBe(because);
}

/** The action by which a person decides. */
const lastStep = ({ process }: BusinessDefinition): string =>
  process.nodes.some((node) => node.id === 'examine') ? 'execute' : 'approve';

async function insteadOf(
  { clerk }: Play,
  { action, by }: NonNullable<Application['instead']>,
  company: Company,
  caseNo: string,
): Promise<void> {
  const acting = by === 'opener' ? company.opener : clerk;
  const candidates = by === 'opener' ? [acting] : company.players.map(({ client }) => client);
  for (const client of candidates) {
    const { body } = await client.get<CaseView>(`/api/cases/${caseNo}`);
    const offered = body.availableActions?.find((each) => each.action === action);
    if (!offered) continue;
    const data = offered.data
      ? fillFromExamples(offered.data as Parameters<typeof fillFromExamples>[0])
      : undefined;
    const done = await client.act(caseNo, action, data, offered.comment === 'none' ? undefined : '依法办理');
    expect(done.status, JSON.stringify(done.body)).toBe(200);
    return;
  }
  throw new Error(`nobody is offered ${action}`);
}

async function findingsOf(clerk: Client, caseNo: string): Promise<(Finding & { moment: string })[]> {
  const { body } = await clerk.get<{ items: (Finding & { moment: string })[] }>(
    `/api/cases/${caseNo}/findings`,
  );
  return body.items;
}

async function pagesOf({ clerk }: Play, codes: readonly string[]): Promise<Map<string, PageNow>> {
  const pages = new Map<string, PageNow>();
  for (const code of codes) {
    const page = await readPage(clerk, code);
    if (page) pages.set(code, page);
  }
  return pages;
}

/** The pages are as the table says, now or at a moment. */
async function checkPages(
  play: Play,
  outcome: LegalOutcome,
  moment: Date | undefined,
  before?: ReadonlyMap<string, PageNow>,
): Promise<void> {
  const { clerk, ground, players } = play;
  if (!('register' in outcome)) throw new Error('nothing is said of the register');
  const { register } = outcome;
  const pages: [string, Page][] = Object.keys(register).every((key) => /^[A-H]$/.test(key))
    ? Object.entries(register as Record<string, Page>)
    : [['A', register as Page]];
  const named = (who: Who) => players(who).identity.name;
  for (const [letter, wanted] of pages) {
    const code = ground.units.get(letter)?.code ?? '';
    const page = await readPage(clerk, code, moment);
    if (!page) throw new Error(`no page of ${letter}`);
    const seen = describePage(page, before?.get(code));
    const { says, ...rest } = wanted;
    const said = JSON.parse(JSON.stringify(rest), (_key, value) =>
      typeof value === 'string' ? naming(value, named) : value,
    );
    expect(seen, `page of ${letter}`).toMatchObject(said);
    if (says)
      expect(page.rights.find(({ kind }) => kind === says.kind)?.content, letter).toMatchObject(
        resolve(play, says.content) as object,
      );
  }
}

/** `1 银行` with the name of whoever is called so. */
const naming = (text: string, named: (who: Who) => string): string => {
  const [number, who] = text.split(' ');
  const isNumber = /^\d+$/.test(number ?? '');
  try {
    return isNumber && who ? `${number} ${named(who as Who)}` : named(text as Who);
  } catch {
    return text;
  }
};
