import { catalogue } from '@hengchan/catalogue';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { definitionOf, situationFor } from '../support/situations.ts';
import { fillFromExamples, walk } from '../support/walk.ts';
import { makeWorld, office, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
}, 120_000);
afterAll(() => world?.close());

/** One journey per definition, generated from it: by somebody who knows nothing of the business but what the API says. */
describe.each(catalogue.map((definition) => [definition.code, definition] as const))('%s', (code, value) => {
  test.runIf(value.channels.includes('online'))('runs online from application to outcome', async () => {
    const reader = await world.as('supervisor');
    const definition = await definitionOf(reader, code);
    const situation = await situationFor(world, definition);
    const opener = await world.as(situation.opener);
    const opened = await opener.post<{ caseNo: string }>('/api/cases', {
      business: code,
      office,
      units: [situation.home.code],
      parties: situation.parties,
      form: fillFromExamples(definition.form),
    });
    expect(opened.status, JSON.stringify(opened.body)).toBe(201);
    const done = await walk(opened.body.caseNo, situation.actors);
    expect(done.status).toBe('completed');
    expect(done.result?.entries.length).toBe(value.effects.length);
    expect(done.result?.certificates.length).toBe(value.outcome === 'none' ? 0 : value.effects.length);
  });

  test.runIf(value.channels.includes('counter'))('runs from the counter', async () => {
    const clerkRole = value.registrationType === '800' ? 'enforcement-clerk' : 'acceptor';
    const clerk = await world.as(clerkRole);
    const definition = await definitionOf(clerk, code);
    const situation = await situationFor(world, definition);
    const opened = await clerk.post<{ caseNo: string }>('/api/cases', {
      business: code,
      office,
      units: [situation.home.code],
      parties: situation.parties,
      form: fillFromExamples(definition.form),
    });
    expect(opened.status, JSON.stringify(opened.body)).toBe(201);
    const done = await walk(opened.body.caseNo, [clerk, ...situation.actors]);
    expect(done.status).toBe('completed');
    expect(done.channel).toBe('counter');
  });
});
