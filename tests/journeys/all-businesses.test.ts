import type { BusinessDefinition, Channel } from '@hengchan/casework';
import { catalogue } from '@hengchan/catalogue';
import type { Situation } from '@hengchan/demonstration';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseView } from '../../services/registration/schema.ts';
import { type Company, doorkeeper, gatherCompany, journey, restsOf } from '../support/journey.ts';
import { checkOutcome, registerAtLarge } from '../support/outcome.ts';
import { makeWorld, office, password, type World } from '../support/world.ts';

/**
 * Every business at every channel it offers, carried from application to outcome by somebody who knows nothing but what the API says, in a
 * situation the demonstration made for it.
 */
let world: World;
let enter: ReturnType<typeof doorkeeper>;
beforeAll(async () => {
  world = await makeWorld({ city: 40 });
  enter = doorkeeper(world);
}, 240_000);
afterAll(() => world?.close());

const all = catalogue.flatMap((definition) =>
  definition.channels.map((channel) => [definition.code, channel, definition] as const),
);
/** How often only time brings the case on: for public notices, for days somebody is given to act. */
const most = Math.max(0, ...all.map(([, , definition]) => restsOf(definition).length));
const resting = (rests: number) => all.filter(([, , definition]) => restsOf(definition).length >= rests);

interface UnderWay {
  readonly definition: BusinessDefinition;
  readonly situation: Situation;
  readonly company: Company;
  readonly caseNo: string;
}

/** Cases that wait for time to pass. */
const underWay = new Map<string, UnderWay>();

describe.concurrent('from application to outcome', () => {
  test.each(all.filter(([, , definition]) => restsOf(definition).length === 0))(
    '%s %s',
    { timeout: 240_000 },
    async (_code, channel, definition) => finish(await begin(definition, channel)),
  );
});

describe.concurrent('from application to the first days of waiting', () => {
  test.each(resting(1))('%s %s', { timeout: 240_000 }, async (code, channel, definition) => {
    const begun = await begin(definition, channel);
    underWay.set(`${code}/${channel}`, begun);
    await goOn(begun, 1);
  });
});

for (let round = 1; round <= most; round++) {
  test(`the days go by (${round})`, async () => {
    await moveClock(70 * round);
  });

  describe.concurrent(`after the days of waiting (${round})`, () => {
    test.each(resting(round))('%s %s', { timeout: 240_000 }, async (code, channel, definition) => {
      const begun = underWay.get(`${code}/${channel}`);
      if (!begun) throw new Error('it never began');
      if (restsOf(definition).length === round) await finish(begun);
      else await goOn(begun, round + 1);
    });
  });
}

test('afterwards the register is what its entries make it', async () => {
  await moveClock(0);
  expect(await registerAtLarge(world, office)).toEqual([]);
});

async function begin(definition: BusinessDefinition, channel: Channel): Promise<UnderWay> {
  const url = `${world.server.address}/api/demo/situations?business=${definition.code}&channel=${channel}`;
  const made = await fetch(url);
  const situation = (await made.json()) as Situation;
  expect(made.status, JSON.stringify(situation)).toBe(200);
  const company = await gatherCompany(enter, situation);
  const opened = await company.opener.post<CaseView>('/api/cases', situation.application);
  expect(opened.status, JSON.stringify(opened.body)).toBe(201);
  expect(opened.body.channel).toBe(channel);
  return { definition, situation, company, caseNo: opened.body.caseNo };
}

/** To the next step that only time ends. */
async function goOn({ definition, company, caseNo }: UnderWay, rest: number): Promise<void> {
  const title = restsOf(definition)[rest - 1] ?? '';
  const view = await journey(caseNo, company, { rests: new Set([title]), resting: () => true });
  expect(view.waitingFor.map((each) => each.title)).toContain(title);
}

async function finish({ definition, situation, company, caseNo }: UnderWay): Promise<void> {
  const done = await journey(caseNo, company);
  expect(done.status).toBe('completed');
  await checkOutcome({ definition, situation, done, clerk: await enter('approver1', password) });
}

async function moveClock(days: number): Promise<void> {
  const at = days === 0 ? null : new Date(Date.now() + days * 86_400_000).toISOString();
  const answer = await fetch(`${world.server.address}/api/demo/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ at }),
  });
  expect(answer.status).toBe(200);
}
