import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Tally, tallyVitest, type VitestReport } from './tally.ts';

export interface VitestRun {
  database: 'postgres' | 'embedded';
  long: boolean;
  paths: readonly string[];
}

/** One Vitest run; its own report goes to the screen, its counts come back. */
export async function runVitest({ database, long, paths }: VitestRun): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'hengchan-tests-'));
  const file = join(folder, 'report.json');
  const reporters = [
    '--reporter=./tests/suite/skip-reporter.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  const mode = long ? ['--mode', 'long'] : [];
  const args = ['run', '--no-color', ...reporters, ...mode, ...paths];
  if (database === 'embedded') args.push('--passWithNoTests');
  const env = database === 'embedded' ? { ...process.env, HENGCHAN_TEST_DATABASE: 'embedded' } : process.env;
  try {
    const code = await new Promise<number>((resolve, reject) => {
      const child = spawn('node_modules/.bin/vitest', args, { stdio: ['ignore', 'inherit', 'inherit'], env });
      child.on('error', reject);
      child.on('close', (ended) => resolve(ended ?? 1));
    });
    const tally = tallyVitest(read(file));
    return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function read(file: string): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  } catch {
    return undefined;
  }
}
