import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProgram } from './programs.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hengchan-programs-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function program(name: string, text: string): URL {
  writeFileSync(join(folder, name), text);
  return pathToFileURL(join(folder, name));
}

test('a program is heard, says when it is ready, and ends in order when told to', async () => {
  const file = program(
    'server.mjs',
    `const work = setInterval(() => {}, 1000);
     process.once('SIGTERM', () => { console.log('closing'); clearInterval(work); });
     console.log('one', process.argv[2]); console.log('ready http://127.0.0.1:1'); console.log('two');`,
  );
  const heard: string[] = [];
  const started = startProgram(file, ['serve'], (line) => heard.push(line));
  expect(await started.ready).toBe('http://127.0.0.1:1');
  started.stop();
  expect(await started.ended).toBe(0);
  expect(heard).toEqual(['one serve', 'two', 'closing']);
});

test('how a program ends is told', async () => {
  expect(await startProgram(program('ends.mjs', 'process.exit(3)'), []).ended).toBe(3);
  const killed = program('killed.mjs', "process.kill(process.pid, 'SIGKILL')");
  expect(await startProgram(killed, []).ended).toBe(1);
});
