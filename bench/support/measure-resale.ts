import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchCity } from './city.ts';
import { requestsSent } from './client.ts';
import type { BenchCluster } from './cluster.ts';
import type { BenchOptions } from './options.ts';
import { startProgram } from './processes.ts';
import { startProduct } from './product.ts';
import { endRecording, readRecording, startRecording, type Written } from './recording.ts';
import { resell } from './resale.ts';
import { snapshot } from './statistics.ts';

export interface ResaleResult {
  cases: number;
  seconds: number;
  requests: number;
  statements: number;
  databaseMilliseconds: number;
  /** The same without waiting for rows that others have locked. */
  unlockedMilliseconds: number;
  cpuSeconds: Record<'product' | 'departments' | 'PostgreSQL' | 'client', number>;
  /** What the database was told before and during the measurement. */
  written: Record<'before' | 'measured', Written[]>;
  statementLines: string[];
}

/** Cases nobody counts, so that every part is warm before the clock starts. */
const warmUpCases = 4;

/** Runs the main job on a copy of the city against the product and the departments in processes of their own. */
export async function measureResale(
  cluster: BenchCluster,
  city: BenchCity,
  { parallel, seconds }: BenchOptions,
): Promise<ResaleResult> {
  const url = cluster.url('run');
  const product = await startProduct(cluster, city, 'run', startRecording);
  const exchange = join(cluster.folder, 'product', 'exchange');
  // The departments remember cases by their numbers, which begin anew with every copy of the city.
  rmSync(join(cluster.folder, 'outside'), { recursive: true, force: true });
  const outside = await startProgram(
    'apps/outside/main.ts',
    ['--data', join(cluster.folder, 'outside'), '--exchange', exchange, '--clock', 'own'],
    {},
  );
  try {
    const deals = city.deals.values();
    const work = async (until: (done: number) => boolean) => {
      let done = 0;
      const worker = async () => {
        for (const deal of until(done) ? [] : deals) {
          await resell(product.address, city.office.code, deal);
          done += 1;
          if (until(done)) return;
        }
      };
      await Promise.all(Array.from({ length: parallel }, worker));
      return done;
    };
    await work((done) => done >= warmUpCases);
    const written = { before: await readRecording(url) };
    const usage = () => ({
      product: product.cpuSeconds(),
      departments: outside.cpuSeconds(),
      PostgreSQL: cluster.cpuSeconds(),
      client: (process.cpuUsage().user + process.cpuUsage().system) / 1e6,
    });
    const before = { ...(await snapshot(url)), cpu: usage(), sent: requestsSent() };
    const started = performance.now();
    const cases = await work(() => performance.now() - started > seconds * 1000);
    const took = (performance.now() - started) / 1000;
    const after = { ...(await snapshot(url)), cpu: usage(), sent: requestsSent() };
    return {
      cases,
      seconds: took,
      requests: after.sent - before.sent,
      statements: after.calls - before.calls,
      databaseMilliseconds: after.milliseconds - before.milliseconds,
      unlockedMilliseconds: after.unlockedMilliseconds - before.unlockedMilliseconds,
      cpuSeconds: {
        product: after.cpu.product - before.cpu.product,
        departments: after.cpu.departments - before.cpu.departments,
        PostgreSQL: after.cpu.PostgreSQL - before.cpu.PostgreSQL,
        client: after.cpu.client - before.cpu.client,
      },
      written: { ...written, measured: await readRecording(url) },
      statementLines: after
        .top(before, 70)
        .map(
          ({ calls, ms, text }) =>
            `${(calls / cases).toFixed(2).padStart(8)} ${(ms / cases).toFixed(2).padStart(8)} ms  ${text}`,
        ),
    };
  } finally {
    await product.stop();
    await outside.stop();
    await endRecording(url);
  }
}
