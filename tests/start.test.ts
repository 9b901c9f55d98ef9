import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const launcher = fileURLToPath(new URL('../hengchan', import.meta.url));
const patience = 240_000;

const children: ChildProcess[] = [];

interface Started {
  address: string;
  output: string;
  child: ChildProcess;
}

/** `./hengchan start` as README says, on a free port and a data folder of its own. */
function start(folder: string): Promise<Started> {
  const path = (process.env.PATH ?? '').split(':').filter((part) => !part.includes('node_modules'));
  const child = spawn(launcher, ['start'], {
    env: { PATH: path.join(':'), HENGCHAN_DATA: folder, HENGCHAN_PORT: '0' },
  });
  children.push(child);
  return new Promise((resolve, reject) => {
    let output = '';
    const hear = (text: Buffer) => {
      output += text.toString('utf8');
      const address = /^ready (http:\/\/\S+)$/m.exec(output)?.[1];
      if (address !== undefined) resolve({ address, output, child });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code, signal) => reject(new Error(`start ended with ${code ?? signal}\n${output}`)));
  });
}

function stop({ child }: Pick<Started, 'child'>): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  return ended;
}

describe('the first command of the README', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'hengchan-start-'));
  });
  afterAll(async () => {
    const left = children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
    await Promise.all(left.map((child) => stop({ child })));
    rmSync(folder, { recursive: true, force: true });
  });

  test(
    'starts the demonstration from nothing, says address and accounts, ends in order, starts again',
    async () => {
      const first = await start(folder);
      expect((await fetch(`${first.address}/health/ready`)).status).toBe(200);
      const page = await fetch(first.address);
      expect(page.headers.get('content-type')).toContain('text/html');

      const { items } = (await (await fetch(`${first.address}/api/demo/accounts`)).json()) as {
        items: { account: string; password: string }[];
      };
      const shown = [...first.output.matchAll(/^ {2}(\w+) +(\S+) {2}/gm)].map(([, account, password]) => ({
        account,
        password,
      }));
      expect(shown.length).toBeGreaterThan(5);
      for (const each of shown) expect(items).toContainEqual(expect.objectContaining(each));
      const [{ account, password } = {}] = shown;
      const signedIn = await fetch(`${first.address}/api/sessions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'start-test' },
        body: JSON.stringify({ account, password }),
      });
      expect(signedIn.status).toBe(201);
      expect(await stop(first)).toBe(0);

      const second = await start(folder);
      expect((await fetch(`${second.address}/health/ready`)).status).toBe(200);
      expect(await stop(second)).toBe(0);
    },
    patience,
  );
});
