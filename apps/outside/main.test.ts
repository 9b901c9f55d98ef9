import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  callService,
  createExchange,
  fileDirectory,
  onIncoming,
  publishOwn,
  received,
} from '@hengchan/exchange';
import { exchangePlugin } from '@hengchan/exchange/plugin';
import { testExchange } from '@hengchan/exchange/testing';
import { systemHttpClient } from '@hengchan/platform';
import { fastify } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventually } from './testing/city.ts';
import { buyer, office, seller, unitCode } from './testing/people.ts';

let folder = '';
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hengchan-outside-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) await stop(child);
  rmSync(folder, { recursive: true });
});

function start(...args: string[]): Promise<{ child: ChildProcess; urls: Record<string, string> }> {
  const main = new URL('./main.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [
    main,
    '--data',
    join(folder, 'outside'),
    '--exchange',
    join(folder, 'exchange'),
    ...args,
  ]);
  children.push(child);
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (part: Buffer) => {
      output += part.toString('utf8');
      const line = /^ready (.*)$/m.exec(output)?.[1];
      if (line) resolve({ child, urls: JSON.parse(line) as Record<string, string> });
    });
    child.stderr?.on('data', (part: Buffer) => {
      output += part.toString('utf8');
    });
    child.once('exit', (code) => reject(new Error(`exited with ${code}: ${output}`)));
  });
}

function stop(child: ChildProcess): Promise<unknown> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  return gone;
}

test('departments in processes of their own find each other and us through the exchange folder', {
  timeout: 180_000,
}, async () => {
  const [tax, bank] = await Promise.all([start('--only', 'tax'), start('--only', 'bank')]);
  const exchangeFolder = join(folder, 'exchange');
  const directory = fileDirectory(join(exchangeFolder, 'peers.json'));
  expect(directory.list().map((peer) => peer.code)).toEqual(['bank', 'tax']);

  const opened = await testExchange(systemHttpClient());
  const exchange = createExchange(opened.platform, { own: opened.exchange.own, peers: directory });
  const app = fastify();
  await app.register(exchangePlugin(exchange));
  publishOwn(exchangeFolder, exchange.own.publicKey, await app.listen({ host: '127.0.0.1', port: 0 }));
  const heard: string[] = [];
  const keep = (name: string) => async () => {
    heard.push(name);
    return received;
  };
  for (const name of ['assessed', 'receipted'] as const) onIncoming(exchange, 'tax', name, keep(name));
  for (const name of ['paid', 'settled'] as const) onIncoming(exchange, 'bank', name, keep(name));
  try {
    const context = { office, caseNo: 'DJ-1' };
    const declared = await callService(
      exchange,
      'tax',
      'declare',
      {
        ...context,
        kind: 'new-home',
        usage: 'residential',
        unitCode,
        area: '100',
        price: 100_000_000,
        contractOn: '2026-03-01',
        sellers: [seller],
        buyers: [buyer],
      },
      context,
    );
    if (declared.outcome !== 'answered') throw new Error(declared.text);
    await eventually(
      () => heard.length,
      (count) => count === 1,
    );
    const created = await callService(
      exchange,
      'bank',
      'create-order',
      {
        ...context,
        orderNo: 'O-1',
        title: '契税',
        total: 1_000_000,
        lines: [
          {
            lineNo: '1',
            account: 'tax',
            title: '契税',
            amount: 1_000_000,
            reference: declared.data.declarationNo,
          },
        ],
        allowPartial: false,
        expiresAt: '2026-04-01T00:00:00.000Z',
      },
      context,
    );
    expect(created).toMatchObject({ outcome: 'answered' });
    // The bureau is away while the buyer pays; the bank tells it when it is back, under another address.
    await stop(tax.child);
    await systemHttpClient().request({
      url: `${bank.urls.bank}/demo/pay`,
      method: 'POST',
      body: '{"orderNo":"O-1"}',
      timeoutMs: 5_000,
    });
    await eventually(
      () => heard,
      (all) => all.includes('settled'),
    );
    expect(heard).not.toContain('receipted');
    await start('--only', 'tax');
    await eventually(
      () => heard,
      (all) => all.includes('receipted'),
    );
    expect(heard).toEqual(['assessed', 'paid', 'settled', 'receipted']);
  } finally {
    await app.close();
    await opened.close();
  }
});

test('what cannot be understood is explained in Chinese and ends with code 2', async () => {
  await expect(start('--only', 'weather')).rejects.toThrow(/exited with 2: 没有这个部门：weather/);
  await expect(start('--port', 'x')).rejects.toThrow(/exited with 2: 用法/);
});

test('private keys are readable by their owner only and are not published', async () => {
  await start('--only', 'court');
  const key = JSON.parse(readFileSync(join(folder, 'outside', 'court.key.json'), 'utf8')) as {
    privateKey: string;
  };
  expect(readFileSync(join(folder, 'exchange', 'peers.json'), 'utf8')).not.toContain(key.privateKey);
});
