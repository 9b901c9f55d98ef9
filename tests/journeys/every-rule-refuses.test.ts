import type { BusinessDefinition } from '@hengchan/casework';
import { catalogue } from '@hengchan/catalogue';
import { giveTitle, type Member, openStage, readCast, type Situation } from '@hengchan/demonstration';
import { registrationRules } from '@hengchan/registration';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseView } from '../../services/registration/schema.ts';
import type { Answer, ProblemBody } from '../support/client.ts';
import { doorkeeper, gatherCompany, type JourneyOptions, journey, restsOf } from '../support/journey.ts';
import { makeWorld, office, password, type World } from '../support/world.ts';
import { spoilers } from './spoilers/index.ts';
import type { Hands, Spoiler } from './spoilers/spoiler.ts';

let world: World;
let enter: ReturnType<typeof doorkeeper>;
beforeAll(async () => {
  world = await makeWorld({ city: 40 });
  enter = doorkeeper(world);
}, 240_000);
afterAll(() => world?.close());

const blockingInUse = [...new Set(catalogue.flatMap(({ rules }) => rules.map((use) => use.rule)))].filter(
  (code) => registrationRules.find(code)?.weight === 'block',
);

test('every rule that can stop a case has been made to', () => {
  expect(blockingInUse.filter((code) => !spoilers[code])).toEqual([]);
});

const spoilt = blockingInUse.filter((code) => spoilers[code]);

describe.concurrent('a case is stopped', () => {
  test.each(spoilt.filter((code) => !spoilers[code]?.alone))('by %s', { timeout: 120_000 }, stopsBy);
});

describe('a case is stopped, when nothing else happens,', () => {
  test.each(spoilt.filter((code) => spoilers[code]?.alone))('by %s', { timeout: 120_000 }, stopsBy);
});

async function stopsBy(code: string): Promise<void> {
  const spoiler = spoilers[code] as Spoiler;
  const fitting = catalogue.filter(
    (each) =>
      (spoiler.business === undefined || each.code === spoiler.business) &&
      (spoiler.fits?.(each) ?? true) &&
      each.rules.some((use) => use.rule === code),
  );
  // Most rules look at the register: where both will do, a business about what is registered.
  const definition = fitting.find(({ units }) => (units.source ?? 'register') === 'register') ?? fitting[0];
  if (!definition) throw new Error(`no business uses ${code} as its spoiler wants it`);
  const found = await tryOut(code, definition, spoiler);
  expect(found, JSON.stringify(found)).toContainEqual(
    expect.objectContaining({
      code,
      outcome: 'block',
      citation: expect.objectContaining({ law: expect.any(String) }),
    }),
  );
}

type Findings = NonNullable<ProblemBody['findings']>;

/** Carries the spoilt case as far as it goes: what it was stopped by. */
async function tryOut(code: string, definition: BusinessDefinition, spoiler: Spoiler): Promise<Findings> {
  const query = `business=${definition.code}${spoiler.channel ? `&channel=${spoiler.channel}` : ''}`;
  const made = await fetch(`${world.server.address}/api/demo/situations?${query}`);
  const situation = (await made.json()) as Situation;
  expect(made.status, JSON.stringify(situation)).toBe(200);
  const company = await gatherCompany(enter, situation);
  const hands = await handsFor(situation, definition.rightTypes?.[0] ?? '4', company);
  const changed = await spoiler.application?.(hands);
  const application = { ...situation.application, ...changed };
  const opened = await company.opener.post<CaseView>('/api/cases', application);
  expect(opened.status, `${code}: ${JSON.stringify(opened.body)}`).toBe(201);
  const { caseNo } = opened.body;
  let refusal: Answer<ProblemBody> | undefined;
  let acted = false;
  let days = 0;
  const view = await journey(caseNo, company, {
    rests: new Set(restsOf(definition)),
    resting: async () => {
      if (spoiler.alone) {
        days += 70;
        await hands.moveClock(days);
      }
      return !spoiler.alone;
    },
    refused: (answer) => {
      refusal = answer as Answer<ProblemBody>;
    },
    before: async (action, seen) => {
      if (action === 'retry') return true;
      if (action !== spoiler.before?.action || acted) return false;
      acted = true;
      await spoiler.before.act(hands, seen);
      return false;
    },
    ...(spoiler.withholds ? { withholds: true } : {}),
  });
  if (refusal) {
    expect(refusal.status, JSON.stringify(refusal.body)).toBe(409);
    return refusal.body.findings ?? [];
  }
  expect(view.status, `nothing stopped ${caseNo}`).not.toBe('completed');
  const clerk = company.players.find(({ roles }) => roles.some((role) => role === 'approver'));
  const { body } = await (clerk?.client ?? company.opener).get<{
    items: (Findings[number] & { moment: string })[];
  }>(`/api/cases/${caseNo}/findings`);
  return body.items.filter((finding) => finding.moment === 'entry');
}

async function handsFor(
  situation: Situation,
  rightType: string,
  company: Awaited<ReturnType<typeof gatherCompany>>,
): Promise<Hands> {
  const cast = await readCast(world.platform.database);
  const info = world.product.registration.offices.get(office);
  if (!cast || !info) throw new Error('no demonstration here');
  const everybody = Object.values(cast.members).flat();
  const memberOf = (idNumber: string): Member => {
    const found = everybody.find(({ identity }) => identity.idNumber === idNumber);
    if (!found) throw new Error(`nobody has ${idNumber}`);
    return found;
  };
  const { parties } = situation.application;
  const playing = (role: string) =>
    parties.filter((party) => party.role === role).map((party) => memberOf(party.idNumber));
  const titleRoles = [
    'transferor',
    'mortgagor',
    'holder',
    'formerHolder',
    'obligor',
    'servient',
    'respondent',
    'applicant',
  ];
  return {
    world,
    situation,
    stage: await openStage(world.platform, info, cast),
    cast,
    enter: (account) => enter(account, password),
    member: (role) => playing(role)[0] as Member,
    holders: () => playingFirst(titleRoles, playing),
    rightType,
    titled: async (...facts) => {
      const units = facts.flatMap((each) => each ?? []);
      const stage = await openStage(world.platform, info, cast);
      for (const each of units)
        await giveTitle(stage, each, { rightType, holders: playingFirst(titleRoles, playing) });
      return { units: units.map((each) => each.code) };
    },
    moveClock: async (days) => {
      const at = days === 0 ? null : new Date(Date.now() + days * 86_400_000).toISOString();
      const answer = await fetch(`${world.server.address}/api/demo/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ at }),
      });
      if (answer.status !== 200) throw new Error(await answer.text());
    },
    begin: async (application, options?: JourneyOptions) => {
      const opened = await company.opener.post<CaseView>('/api/cases', application);
      expect(opened.status, JSON.stringify(opened.body)).toBe(201);
      await journey(opened.body.caseNo, company, options);
      return opened.body.caseNo;
    },
  };
}

const playingFirst = (roles: readonly string[], playing: (role: string) => Member[]): Member[] =>
  roles.map(playing).find((members) => members.length > 0) ?? [];
