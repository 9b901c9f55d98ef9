import { existsSync } from 'node:fs';
import { runProgram } from './run-program.ts';
import { add, nothing, type Tally } from './tally.ts';

interface Check {
  title: string;
  program: string;
  args: string[];
}

const checks: Check[] = [
  { title: 'style (biome)', program: 'biome', args: ['check', '.'] },
  { title: 'types of the server (tsc)', program: 'tsc', args: ['--noEmit', '-p', 'tsconfig.json'] },
  { title: 'types of the web (tsc)', program: 'tsc', args: ['--noEmit', '-p', 'apps/web/tsconfig.json'] },
  {
    title: 'arrows between rooms (dependency-cruiser)',
    program: 'depcruise',
    args: [
      ...['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long'],
      ...['core', 'engines', 'services', 'catalogue', 'apps', 'bench', 'tests'],
    ],
  },
  {
    title: 'nothing unused, nothing unlisted (knip)',
    program: 'knip',
    args: ['--no-progress', '--no-config-hints'],
  },
];

/** dependency-cruiser's advice to install an older TypeScript: it parses with swc here, and misses nothing. */
const misleading = /^.*missing-tsc-transpiler[\s\S]*$/m;

/** Runs the static checks, two at a time, each counted as one test; what a failing one said is printed. */
export async function runStaticChecks(print: (text: string) => void): Promise<Tally> {
  let tally = nothing;
  const waiting = [...checks];
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const done = await run(check);
      tally = add(tally, done);
    }
  };
  async function run({ title, program, args }: Check): Promise<Tally> {
    const configuration = args[args.indexOf('-p') + 1];
    if (program === 'tsc' && configuration !== undefined && !existsSync(configuration)) {
      print(` ↓ ${title}: skipped, there is no ${configuration}\n`);
      return { ...nothing, skipped: 1 };
    }
    const { code, output } = await runProgram(program, args);
    print(` ${code === 0 ? '✓' : '✗'} ${title}\n`);
    if (code !== 0) print(`${output.replace(misleading, '').trimEnd()}\n`);
    return code === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 };
  }
  await Promise.all([lane(), lane()]);
  return tally;
}
