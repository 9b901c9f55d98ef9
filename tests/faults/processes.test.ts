import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { loadConfig } from '@hengchan/platform';
import { type TestDatabase, testDatabase } from '@hengchan/platform/testing';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { compose, type Product } from '../../apps/server/compose.ts';
import { migrations } from '../../apps/server/migrations.ts';
import { runAsOwner } from '../support/gated-database.ts';
import { office, officeInfo } from '../support/office.ts';
import { person } from '../support/people.ts';
import { party } from '../support/situations.ts';
import { makeAccount, password, registerHome } from '../support/world.ts';

const maintenance = inject('postgresUrl');
const program = fileURLToPath(new URL('./processes-child.ts', import.meta.url));
const limit = 40;
const patience = 15_000;

interface Answer {
  status: number;
  body: Record<string, unknown>;
  text: string;
}

describe.skipIf(!maintenance)('two processes behind one port', () => {
  let database: TestDatabase;
  let product: Product;
  let folder: string;
  let server: ChildProcess;
  let address = '';
  let said = '';

  beforeAll(async () => {
    database = await testDatabase(migrations);
    folder = mkdtempSync(join(tmpdir(), 'hengchan-processes-'));
    const config = loadConfig({ HENGCHAN_DATA: folder, HENGCHAN_LOG_LEVEL: 'error' });
    product = await compose(config, [officeInfo], { open: database });
    server = spawn(process.execPath, [program], {
      env: {
        PATH: process.env.PATH,
        DATABASE_URL: database.url,
        HENGCHAN_DATA: folder,
        HENGCHAN_PORT: '0',
        HENGCHAN_PROCESSES: '2',
        HENGCHAN_TAKEOVER_SECONDS: '10',
        HENGCHAN_RATE_LIMIT: String(limit),
        HENGCHAN_LOG_LEVEL: 'error',
      },
    });
    address = await new Promise<string>((resolve, reject) => {
      const hear = (part: Buffer) => {
        said += part;
        const ready = /^ready (\S+)$/m.exec(said);
        if (ready?.[1]) resolve(ready[1]);
      };
      server.stdout?.on('data', hear);
      server.stderr?.on('data', hear);
      server.once('exit', () => reject(new Error(`the server ended: ${said}`)));
    });
  }, 120_000);
  afterAll(async () => {
    if (server?.exitCode === null) {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGKILL');
      await gone;
    }
    await product?.registration.documents.close();
    await database?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Each over a connection of its own, so that the next may be answered by the other process. */
  function send(
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: object,
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const json = text === undefined ? {} : { 'content-type': 'application/json' };
      const asked = request(`${address}${path}`, { method, agent: false, headers: { ...json, ...headers } });
      // A connection handed to a process that dies before it takes it is answered by nobody: whoever asks does not wait for ever.
      asked.setTimeout(patience, () => asked.destroy(new Error('no answer in time')));
      asked.once('error', reject).once('response', (answer: IncomingMessage) => {
        let heard = '';
        answer.on('data', (part: Buffer) => {
          heard += part;
        });
        answer.once('error', reject).once('end', () => {
          const isJson = answer.headers['content-type']?.includes('json');
          resolve({ status: answer.statusCode ?? 0, body: isJson ? JSON.parse(heard) : {}, text: heard });
        });
      });
      asked.end(text);
    });
  }
  const get = (path: string, headers?: Record<string, string>) => send('GET', path, headers);
  const pidOf = async () => Number((await get('/api/test/process')).body.pid);

  async function pids(): Promise<Set<number>> {
    const found = new Set<number>();
    for (let asked = 0; asked < 100 && found.size < 2; asked++) found.add(await pidOf());
    return found;
  }
  async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
    for (let round = 0; !(await condition()); round++) {
      if (round > 600) throw new Error(`does not come about; the server said ${said}`);
      await wait(100);
    }
  }
  async function signIn(login: string): Promise<string> {
    const answer = await send(
      'POST',
      '/api/sessions',
      { 'idempotency-key': `${login}-${Math.random()}` },
      {
        account: login,
        password,
      },
    );
    expect(answer.status, answer.text).toBe(201);
    return String(answer.body.token);
  }

  test('both answer, and who signed in at one is known by the other', async () => {
    expect((await pids()).size).toBe(2);
    const seller = person(1);
    await makeAccount(product.platform, seller);
    const token = await signIn(seller.login);
    for (let asked = 0; asked < 6; asked++) {
      const me = await get('/api/sessions/current', { authorization: `Bearer ${token}` });
      expect(me.status, me.text).toBe(200);
    }
  });

  test('a limit holds for both together, and wrong passwords are counted together', async () => {
    const headers = { 'x-forwarded-for': '10.9.8.7' };
    const answers = await Promise.all(
      Array.from({ length: 2 * limit }, () => get('/api/test/process', headers)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(limit);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(limit);

    const victim = person(2);
    await makeAccount(product.platform, victim);
    const wrong = { account: victim.login, password: 'wrong-Password-1' };
    const codes = [];
    for (let attempt = 0; attempt < 6; attempt++) {
      const refused = await send('POST', '/api/sessions', { 'idempotency-key': `wrong-${attempt}` }, wrong);
      codes.push(refused.body.code);
    }
    expect(codes).toEqual([...Array(5).fill('WRONG_CREDENTIALS'), 'ACCOUNT_LOCKED']);
  });

  test('their measurements are added up', async () => {
    const counted = async () => {
      const { text } = await get('/metrics');
      return Number(
        /^hengchan_http_seconds_count\{.*api\/test\/process".*status="200"\} (\d+)$/m.exec(text)?.[1],
      );
    };
    const before = await counted();
    expect(await pids()).toEqual(await pids());
    for (let asked = 0; asked < 10; asked++) await pidOf();
    const after = await counted();
    expect(after).toBeGreaterThanOrEqual(before + 10);
    // The next says the same whichever process answers.
    expect(await counted()).toBe(after);
    expect(await counted()).toBe(after);
  });

  test('one that is killed is replaced, and nothing that was answered or asked again is lost or done twice', async () => {
    const [owner, buyer] = [person(3), person(4)];
    for (const each of [owner, buyer]) await makeAccount(product.platform, each);
    const token = await signIn(owner.login);
    const homes = [];
    for (let n = 1; n <= 8; n++) homes.push(await registerHome(product.platform, n, [owner]));
    const before = await pids();
    const [victim] = [...before];
    /** As a program that means it: no answer, so the same again under the same key. */
    const open = async (units: string[], n: number): Promise<string> => {
      const body = {
        business: 'resale-transfer',
        office,
        units,
        parties: [party('transferor', owner), party('transferee', buyer)],
        form: { price: '1280000.00', coOwnership: '0' },
      };
      const headers = { 'idempotency-key': `case-${n}`, authorization: `Bearer ${token}` };
      for (let attempt = 0; ; attempt++) {
        const answer = await send('POST', '/api/cases', headers, body).catch(() => undefined);
        if (answer?.status === 201) return String(answer.body.caseNo);
        if (answer && answer.status !== 409 && answer.status < 500) throw new Error(answer.text);
        if (attempt > 1_200) throw new Error(`no answer; ${answer?.text}`);
        await wait(100);
      }
    };
    const opening = Promise.all(homes.map(({ code }, n) => open([code], n)));
    await wait(60);
    process.kill(victim as number, 'SIGKILL');
    const numbers = await opening;
    expect(new Set(numbers).size).toBe(homes.length);
    const kept = await runAsOwner(database.url, 'SELECT no FROM casework.cases ORDER BY no');
    expect(kept.map((row) => (row as { no: string }).no)).toEqual([...numbers].sort());
    await until(async () => {
      const now = await pids();
      return now.size === 2 && !now.has(victim as number);
    });
    expect(said).toContain('SIGKILL');
  }, 180_000);

  test('SIGHUP replaces both, one after the other; nobody who asks meanwhile is refused', async () => {
    const before = await pids();
    const statuses: (number | string)[] = [];
    let asking = true;
    const ask = async () => {
      while (asking) {
        const answer = await get('/api/test/process').catch((error: Error) => error.message);
        statuses.push(typeof answer === 'string' ? answer : answer.status);
        await wait(20);
      }
    };
    const slow: Promise<Answer>[] = [];
    const sometimes = (async () => {
      while (asking) {
        slow.push(get('/api/test/slow'));
        await wait(400);
      }
    })();
    const askers = [ask(), ask()];
    server.kill('SIGHUP');
    await until(() => said.includes('all processes are replaced'));
    asking = false;
    await Promise.all([...askers, sometimes]);
    expect(statuses.length).toBeGreaterThan(20);
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
    expect((await Promise.all(slow)).map(({ status }) => status)).toEqual(slow.map(() => 200));
    const after = await pids();
    expect([...after].filter((pid) => before.has(pid))).toEqual([]);
    expect(after.size).toBe(2);
  }, 180_000);

  test('SIGTERM ends both after what they were asked, with code 0', async () => {
    const slow = get('/api/test/slow');
    await wait(300);
    const gone = new Promise<number | null>((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    expect((await slow).status).toBe(200);
    expect(await gone).toBe(0);
  }, 90_000);
});
