import { Agent, get } from 'node:http';
import { percentile } from './report.ts';

/** Milliseconds, answers a second, and how many failed. */
export type Load = [p50: number, p95: number, p99: number, rate: number, failed: number];

/** More at once than this wait for a connection; the wait counts. */
const connections = 64;

/**
 * Asks for the paths in turn, so many times a second, for as long as the options say. Requests come as people send them: each at its own moment,
 * whether or not the one before has been answered (a Poisson process, the same one every time). A time is counted from the moment the request was
 * due. Load generators that pace each connection by itself let all of them fire at once, and then measure their own queue.
 */
export async function load(
  url: string,
  paths: readonly string[],
  headers: Record<string, string>,
  { seconds, rate }: { seconds: number; rate: number },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const started = performance.now();
  const times: number[] = [];
  let failed = 0;
  const pending = arrivals(rate, seconds).map(async (second, index) => {
    const due = started + second * 1000;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    const well = await ask(url + paths[index % paths.length], headers, agent);
    times.push(performance.now() - due);
    if (!well) failed++;
  });
  await Promise.all(pending);
  const lasted = (performance.now() - started) / 1000;
  agent.destroy();
  times.sort((left, right) => left - right);
  const at = (of: number) => percentile(times, of);
  return [at(50), at(95), at(99), (times.length - failed) / lasted, failed];
}

/** Moments, in seconds, of a Poisson process of this rate. */
function arrivals(rate: number, seconds: number): number[] {
  const moments: number[] = [];
  let seed = 1;
  for (let at = 0; at < seconds; ) {
    moments.push(at);
    seed = (seed * 48271) % 2147483647;
    at -= Math.log(seed / 2147483647) / rate;
  }
  return moments;
}

/** Whether the whole answer came and was a good one. */
function ask(url: string, headers: Record<string, string>, agent: Agent): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(url, { headers, agent }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.statusCode === 200));
      answer.once('error', () => resolve(false));
    });
    request.once('error', () => resolve(false));
  });
}
