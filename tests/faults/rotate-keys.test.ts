import {
  announceKey,
  makeCurrent,
  newSealingSecret,
  reportUse,
  resealColumn,
  resealFiles,
  sealedColumns,
  storeOf,
} from '@hengchan/platform/keys';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { sealEvidence } from '../../apps/server/background.ts';
import { deepFaults, registerFaults } from '../support/checks.ts';
import { office } from '../support/office.ts';
import { person } from '../support/people.ts';
import { openStage, type Stage } from '../support/town/stage.ts';
import { walk } from '../support/walk.ts';

/** `HENGCHAN…` values and payloads of a whole sale, before, amid and after which the key changes. */
describe.skipIf(!inject('postgresUrl'))('a sale during which the sealing key changes', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  }, 120_000);
  afterAll(() => stage?.close());

  const platform = () => stage.town.product.platform;
  const newKey = async (): Promise<string> => {
    const { config, random, keys } = platform();
    await stage.database.asOwner((owner) =>
      announceKey({ owner, master: config.keys, random }, 'sealing', { secret: newSealingSecret(random) }),
    );
    await stage.database.asOwner((owner) => makeCurrent(owner, 'sealing'));
    await keys.refresh();
    return keys.current();
  };
  async function resealAll(): Promise<void> {
    const { config, ids, random, keys, cipher } = platform();
    await stage.database.asOwner(async (owner) => {
      for (const column of await sealedColumns(owner, ['register'])) {
        await resealColumn(owner, column, { current: keys.current(), open: cipher.open, seal: cipher.seal });
      }
    });
    await resealFiles(storeOf(config, ids), keys, random);
  }

  test('ends as every sale does, and but for the register nothing is left under the key before', async () => {
    const [seller, buyer] = [person(1), person(2)];
    const first = await newKey();
    const client = await stage.as(seller);
    const opened = await client.post<{ caseNo: string }>('/api/cases', await stage.sale());
    expect(opened.status, JSON.stringify(opened.body)).toBe(201);
    const { caseNo } = opened.body;
    const others = [buyer, 'acceptor' as const, 'reviewer' as const, 'approver' as const];
    const actors = [client, ...(await Promise.all(others.map((who) => stage.as(who))))];
    const idle = () => stage.town.pump();
    await walk(caseNo, actors, [], 60, { idle, until: (view) => view.status === 'deciding' });
    const second = await newKey();
    await resealAll();
    await walk(caseNo, actors, [], 60, { idle });
    expect((await client.case(caseNo)).status).toBe('completed');
    await stage.town.pump();

    await resealAll();
    const { config, ids, database } = platform();
    const uses = await reportUse(database, storeOf(config, ids), ['register'], [first, second]);
    expect(uses.get(first)).toMatchObject({ values: 0, files: 0 });
    expect(uses.get(first)?.permanent).toBeGreaterThan(0);
    expect(uses.get(second)?.values).toBeGreaterThan(10);
    expect(uses.get(second)?.files).toBeGreaterThan(0);
    // Nowhere else either, whatever a column is called: what names the key stands in the register or in the list of keys.
    const schemas = await sql<{ name: string }>`
      SELECT DISTINCT table_schema AS name FROM information_schema.tables
      WHERE table_schema NOT IN ('register', 'pg_catalog', 'information_schema', 'public')`.execute(database);
    const names = schemas.rows.map(({ name }) => name);
    const elsewhere = await stage.database.asOwner((owner) =>
      reportUse(owner, storeOf(config, ids), names, [first]),
    );
    expect(elsewhere.get(first)?.permanent).toBe(0);

    await sealEvidence(stage.town.product);
    expect(await registerFaults(stage.rows, office)).toEqual([]);
    expect(await deepFaults(stage.town.product, office)).toEqual([]);
  }, 180_000);
});
