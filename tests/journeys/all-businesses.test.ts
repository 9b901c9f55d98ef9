import { catalogue } from '@hengchan/catalogue';
import type { Situation } from '@hengchan/demonstration';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseView } from '../../services/registration/schema.ts';
import { type Company, doorkeeper, gatherCompany, journey } from '../support/journey.ts';
import { makeWorld, type World } from '../support/world.ts';

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

describe.concurrent('every business', () => {
  test.each(all)('%s %s', { timeout: 120_000 }, async (business, channel, definition) => {
    const made = await fetch(
      `${world.server.address}/api/demo/situations?business=${business}&channel=${channel}`,
    );
    const situation = (await made.json()) as Situation;
    expect(made.status, JSON.stringify(situation)).toBe(200);
    const company: Company = await gatherCompany(enter, situation);
    const opened = await company.opener.post<CaseView>('/api/cases', situation.application);
    expect(opened.status, JSON.stringify(opened.body)).toBe(201);
    const done = await journey(opened.body.caseNo, company);
    expect(done.status).toBe('completed');
    expect(done.result?.entries.length).toBe(situation.entries);
  });
});
