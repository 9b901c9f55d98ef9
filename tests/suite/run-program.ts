import { spawn } from 'node:child_process';

export interface Ended {
  code: number;
  output: string;
}

/** Runs a program of node_modules/.bin to its end and keeps what it said. */
export function runProgram(name: string, args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(`node_modules/.bin/${name}`, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
