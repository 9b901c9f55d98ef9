import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { say } from './output.ts';

/** A program of ours running beside this one. */
export interface Program {
  /** Resolves with what the program says after `ready`, the one line by which it tells that it answers. */
  ready: Promise<string>;
  /** Resolves when it is gone: its exit code, or 1 when a signal or a failed start ended it. */
  ended: Promise<number>;
  stop(): void;
  /** Asks it to replace its processes one after the other. */
  renew(): void;
}

/** Starts `file` on the same Node. What it prints, but for its ready line, is handed to `hear`. */
export function startProgram(file: URL, args: readonly string[], hear = say): Program {
  const child = spawn(process.execPath, [fileURLToPath(file), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ready = new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('ready ')) resolve(line.slice('ready '.length));
      else hear(line);
    });
  });
  const ended = new Promise<number>((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
  return { ready, ended, stop: () => void child.kill('SIGTERM'), renew: () => void child.kill('SIGHUP') };
}
