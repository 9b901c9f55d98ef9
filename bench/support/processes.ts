import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { processSeconds } from './cluster.ts';

/** A program of ours running beside the benchmark. */
export interface Program {
  /** What it said after `ready`. */
  ready: string;
  cpuSeconds(): number;
  stop(): Promise<void>;
}

/** Starts a program of this repository and waits until it prints `ready …`. */
export async function startProgram(
  file: string,
  parameters: readonly string[],
  environment: Record<string, string>,
): Promise<Program> {
  const path = fileURLToPath(new URL(`../../${file}`, import.meta.url));
  const child = spawn(
    process.execPath,
    [
      ...(process.env.PROF ? ['--cpu-prof', '--cpu-prof-dir=/tmp/prof', '--cpu-prof-interval=500'] : []),
      ...(process.env.TRACE && file.includes('server') ? ['--import', '/tmp/trace.mjs'] : []),
      path,
      ...parameters,
    ],
    {
      env: { PATH: process.env.PATH ?? '', ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ready = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('ready ')) resolve(line.slice(6));
    });
    void ended.then(() => reject(new Error(`${file} ended before it was ready`)));
  });
  const { pid = 0 } = child;
  return {
    ready,
    cpuSeconds: () => processSeconds(pid),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
