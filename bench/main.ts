import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * `hengchan bench [name] [--units N] [--seconds N] [--parallel N]`: runs `name.bench.ts`, or every benchmark of this folder, one
 * after another on a quiet machine.
 * A benchmark prints what it measured beside its floor and ends with 1 when it stays below.
 */
const folder = fileURLToPath(new URL('./', import.meta.url));
const known = globSync('*.bench.ts', { cwd: folder })
  .map((file) => file.replace('.bench.ts', ''))
  .sort();
const [first, ...rest] = process.argv.slice(2);
const name = first?.startsWith('--') ? undefined : first;
const options = name === undefined && first !== undefined ? [first, ...rest] : rest;
const chosen = name === undefined ? known : known.filter((each) => each === name);

if (chosen.length === 0) {
  process.stderr.write(`no such benchmark; there are: ${known.join(' ') || 'none'}\n`);
  process.exitCode = 2;
}
for (const each of chosen) {
  process.stdout.write(`\n${each}\n`);
  const { status } = spawnSync(process.execPath, [`${folder}${each}.bench.ts`, ...options], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
