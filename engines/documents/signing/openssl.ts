import { spawn } from 'node:child_process';
import { errors } from '../errors.ts';

const PATIENCE_MS = 30_000;

/** Runs openssl with the given input and returns what it writes. Refuses with SIGNATURE_FAILED. */
export function openssl(parameters: readonly string[], input?: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('openssl', parameters, { stdio: ['pipe', 'pipe', 'pipe'], timeout: PATIENCE_MS });
    const output: Buffer[] = [];
    const complaints: Buffer[] = [];
    const refuse = (why: string) =>
      reject(errors.SIGNATURE_FAILED({ detail: `openssl：${why.slice(0, 400)}` }));
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
    child.on('error', (error) => refuse(error.message));
    child.stdin.on('error', () => undefined);
    child.on('close', (status) => {
      if (status === 0) resolve(Buffer.concat(output));
      else refuse(Buffer.concat(complaints).toString('utf8').trim() || '没有完成');
    });
    child.stdin.end(input);
  });
}
