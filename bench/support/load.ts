import autocannon from 'autocannon';
import { percentile } from './report.ts';

/** Milliseconds, answers a second, and how many failed. */
export type Load = [p50: number, p95: number, p99: number, rate: number, failed: number];

/** Asks for the paths in turn, so many times a second, for as long as the options say. */
export async function load(
  url: string,
  paths: readonly string[],
  headers: Record<string, string>,
  { seconds, rate }: { seconds: number; rate: number },
): Promise<Load> {
  const run = autocannon({
    url,
    connections: 20,
    duration: seconds,
    overallRate: rate,
    requests: paths.map((path) => ({ path, headers })),
  });
  const times: number[] = [];
  run.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  const { errors, non2xx } = await run;
  times.sort((left, right) => left - right);
  const at = (of: number) => percentile(times, of);
  return [at(50), at(95), at(99), times.length / seconds, errors + non2xx];
}
