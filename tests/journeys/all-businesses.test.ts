import type { BusinessDefinition, Channel } from '@hengchan/casework';
import { catalogue } from '@hengchan/catalogue';
import type { Situation } from '@hengchan/demonstration';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseView } from '../../services/registration/schema.ts';
import { type Company, doorkeeper, gatherCompany, journey } from '../support/journey.ts';
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
const isAnnounced = ({ process }: BusinessDefinition): boolean =>
  process.nodes.some((node) => node.kind === 'automatic' && node.handler === 'publish-notice');

interface UnderWay {
  readonly definition: BusinessDefinition;
  readonly situation: Situation;
  readonly company: Company;
  readonly caseNo: string;
}

/** Cases whose public notice has begun. */
const announced = new Map<string, UnderWay>();

describe.concurrent('from application to outcome', () => {
  test.each(all.filter(([, , definition]) => !isAnnounced(definition)))(
    '%s %s',
    { timeout: 240_000 },
    async (_code, channel, definition) => finish(await begin(definition, channel)),
  );
});

describe.concurrent('from application to public notice', () => {
  test.each(all.filter(([, , definition]) => isAnnounced(definition)))(
    '%s %s',
    { timeout: 240_000 },
    async (code, channel, definition) => {
      const begun = await begin(definition, channel);
      const view = await journey(begun.caseNo, begun.company, { noticed: () => true });
      expect(view.status).toBe('noticing');
      announced.set(`${code}/${channel}`, begun);
    },
  );
});

test('the days of the notices go by', async () => {
  await moveClock(40);
});

describe.concurrent('from public notice to outcome', () => {
  test.each(all.filter(([, , definition]) => isAnnounced(definition)))(
    '%s %s',
    { timeout: 240_000 },
    async (code, channel) => {
      const begun = announced.get(`${code}/${channel}`);
      if (!begun) throw new Error('its notice was never published');
      await finish(begun);
    },
  );
});

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
