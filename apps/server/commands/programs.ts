import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** A program of ours running beside this one. */
export interface Program {
  name: string;
  /** Settles when it is gone: its exit code, or 1 when a signal or a failed start ended it. */
  ended: Promise<number>;
  stop(): void;
}

/** Starts `file` on the same Node; every line it prints goes to `hear`, its errors straight to ours. */
export function startProgram(file: string, args: readonly string[], hear: (line: string) => void): Program {
  const child: ChildProcess = spawn(process.execPath, [root + file, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.stdout) createInterface({ input: child.stdout }).on('line', hear);
  const ended = new Promise<number>((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
  return { name: file, ended, stop: () => void child.kill('SIGTERM') };
}
