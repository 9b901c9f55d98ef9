import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Outside, startOutside } from '@hengchan/outside';
import { loadConfig, seededRandom } from '@hengchan/platform';
import { type TestDatabase, testDatabase } from '@hengchan/platform/testing';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { compose, type Product } from '../../apps/server/compose.ts';
import { migrations } from '../../apps/server/migrations.ts';
import { deepFaults, registerFaults } from '../support/checks.ts';
import { type Client, clientOver, type Send, signInOver } from '../support/client.ts';
import { runAsOwner } from '../support/gated-database.ts';
import { office, officeInfo } from '../support/office.ts';
import { bank, person, type TestPerson } from '../support/people.ts';
import { court, party } from '../support/situations.ts';
import { walk } from '../support/walk.ts';
import { makeAccount, password, registerHome, type StaffRole } from '../support/world.ts';

const maintenance = inject('postgresUrl');
const program = fileURLToPath(new URL('./server-child.ts', import.meta.url));
/** By how much each server's clock is ahead of the one's before: longer than any lease. */
const aheadMs = 3 * 60_000;
const kills = 2;

describe.skipIf(!maintenance)('a server that is killed in the middle of many cases', () => {
  let database: TestDatabase;
  let product: Product;
  let outside: Outside;
  let folder: string;
  let server: ChildProcess | undefined;
  let address = '';
  let started = 0;
  const clients = new Map<string, Client>();

  /** Starts a server; resolves when it says that it is ready. */
  async function start(): Promise<void> {
    const environment = {
      PATH: process.env.PATH,
      DATABASE_URL: database.url,
      HENGCHAN_DATA: folder,
      HENGCHAN_PORT: '0',
      HENGCHAN_RATE_LIMIT: '100000',
      HENGCHAN_LOG_LEVEL: 'silent',
    };
    const child = spawn(process.execPath, [program, String(aheadMs * started++)], { env: environment });
    server = child;
    address = await new Promise<string>((resolve, reject) => {
      let said = '';
      child.stdout.on('data', (part: Buffer) => {
        said += part;
        const ready = /^ready (\S+)$/m.exec(said);
        if (ready?.[1]) resolve(ready[1]);
      });
      child.stderr.on('data', (part: Buffer) => {
        said += part;
      });
      child.once('exit', () => reject(new Error(`the server ended: ${said}`)));
    });
  }

  async function kill(): Promise<void> {
    const child = server;
    server = undefined;
    if (!child) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    // Timers are held by the database's own clock, which nobody moves: the minute a hold lasts passes here.
    await runAsOwner(database.url, 'UPDATE platform.timer SET held_until = now()');
  }

  beforeAll(async () => {
    database = await testDatabase(migrations);
    folder = mkdtempSync(join(tmpdir(), 'hengchan-restart-'));
    const config = loadConfig({ HENGCHAN_DATA: folder, HENGCHAN_LOG_LEVEL: 'error' });
    product = await compose(config, [officeInfo], { open: database });
    outside = await startOutside({
      dataFolder: join(folder, 'outside'),
      exchangeFolder: join(folder, 'exchange'),
    });
    await start();
  }, 120_000);
  afterAll(async () => {
    await kill();
    await outside?.stop();
    await product?.registration.documents.close();
    await database?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** As a program that means it: no answer, so the same request again, under the same key. */
  const send: Send = async (method, path, headers, body) => {
    for (let attempt = 0; ; attempt++) {
      try {
        return await fetch(address + path, { method, headers, ...(body === undefined ? {} : { body }) });
      } catch (error) {
        if (attempt > 600) throw error;
        await wait(100);
      }
    }
  };
  async function as(who: TestPerson | StaffRole): Promise<Client> {
    const login = typeof who === 'string' ? who : who.login;
    const known = clients.get(login);
    if (known) return known;
    await makeAccount(product.platform, who);
    const { token } = await signInOver(send, login, password);
    const client = clientOver(send, token);
    clients.set(login, client);
    return client;
  }

  async function begin(n: number): Promise<{ caseNo: string; actors: Client[] }> {
    const [owner, taker, lender] = [person(2 * n), person(2 * n + 1), bank(n)];
    const home = await registerHome(product.platform, n, [owner]);
    const kinds = {
      'resale-transfer': {
        parties: [party('transferor', owner), party('transferee', taker)],
        form: { price: '1280000.00', coOwnership: '0' },
        by: [owner, taker, 'acceptor', 'reviewer', 'approver'] as const,
      },
      'mortgage-first': {
        parties: [party('mortgagor', owner), party('mortgagee', lender)],
        form: {
          mode: '1',
          principal: '800000.00',
          termFrom: '2026-11-20',
          termTo: '2046-11-19',
          transferRestricted: false,
        },
        by: [owner, lender, 'acceptor', 'reviewer', 'approver'] as const,
      },
      seizure: {
        parties: [party('authority', court), party('respondent', owner)],
        form: { documentNumber: `第${n}号`, caseNumber: `第${n}号`, months: 12 },
        by: [court, 'enforcement-clerk'] as const,
      },
    };
    const business = (['resale-transfer', 'mortgage-first', 'seizure'] as const)[n % 3] ?? 'seizure';
    const { parties, form, by } = kinds[business];
    const actors = [];
    for (const who of by) actors.push(await as(who));
    const body = { business, office, units: [home.code], parties, form };
    const opened = await (actors[0] as Client).post<{ caseNo: string }>('/api/cases', body);
    expect(opened.status, JSON.stringify(opened.body)).toBe(201);
    return { caseNo: opened.body.caseNo, actors };
  }

  async function until(statement: string): Promise<void> {
    for (let round = 0; ; round++) {
      const rows = await runAsOwner(database.url, statement);
      if (rows.length === 0) return;
      if (round > 600) throw new Error(`does not end: ${JSON.stringify(rows)}`);
      await wait(100);
    }
  }

  test('leaves nothing undone and nothing done twice', async () => {
    const seed = Date.now() % 1_000_000;
    const random = seededRandom(seed);
    const cases = [];
    for (let n = 1; n <= 6; n++) cases.push(await begin(n));
    const walks = Promise.all(cases.map(({ caseNo, actors }) => walk(caseNo, actors, [], 170)));
    const killing = (async () => {
      for (let count = 0; count < kills; count++) {
        await wait(random.integer(200, 2_500));
        await kill();
        await start();
      }
    })();
    const [ends] = await Promise.all([walks, killing]);
    expect(ends.map((view) => view.status)).toEqual(cases.map(() => 'completed'));

    await until("SELECT peer, message_no FROM exchange.message WHERE status IN ('pending', 'failed')");
    await until(
      "SELECT name, state FROM jobs.job_common WHERE state < 'completed' AND name <> 'dead-letter'",
    );
    await kill();
    const ask = <Row extends object>(statement: string, values?: unknown[]) =>
      runAsOwner<Row & Record<string, never>>(database.url, statement, values) as Promise<Row[]>;
    expect({ seed, faults: await registerFaults(ask, office) }).toEqual({ seed, faults: [] });
    expect({ seed, faults: await deepFaults(product, office) }).toEqual({ seed, faults: [] });
    expect(await ask("SELECT peer, message_no FROM exchange.message WHERE status = 'dead'")).toEqual([]);
    const papers = await ask<{ n: number }>(
      "SELECT count(*)::int AS n FROM casework.document WHERE code IN ('payment-notice', 'payment-receipt')",
    );
    expect(papers).toEqual([{ n: 2 * ends.filter((view) => view.payment?.total).length }]);
    for (const view of ends.filter((each) => each.business.code === 'resale-transfer')) {
      const answer = await fetch(`${outside.urls.control}/housing/notices`);
      const told = ((await answer.json()) as { caseNo: string }[]).filter(
        (each) => each.caseNo === view.caseNo,
      );
      expect([view.caseNo, told.length]).toEqual([view.caseNo, 1]);
    }
  }, 240_000);
});
