import { environment, openCity } from './support/city.ts';
import { cityDatabase, openCluster } from './support/cluster.ts';
import { benchOptions } from './support/options.ts';
import { startProgram } from './support/processes.ts';
import { production } from './support/product.ts';
import { table, verdict } from './support/report.ts';

/** Warm start: from the command to the first request that can be answered, on a database that is there. At most three seconds. */
const aim = 3;
const rounds = 3;
const options = benchOptions();
const cluster = await openCluster(options.units);
try {
  const city = await openCity(cluster, options.units);
  let best = Number.POSITIVE_INFINITY;
  let floor = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    best = Math.min(
      best,
      await timed('apps/server/main.ts', [], {
        ...environment(cluster, cityDatabase),
        ...production(cluster, city),
      }),
    );
    floor = Math.min(floor, await timed('bench/support/bare-process.ts', [], {}));
  }
  table([
    ['seconds to the first answer', best],
    ['bare Fastify', floor],
    [`of at most ${aim} s`, best / aim],
  ]);
  verdict('time that may pass before it is ready', aim / best, 1);
} finally {
  await cluster.stop();
}

async function timed(file: string, parameters: string[], settings: Record<string, string>): Promise<number> {
  const started = performance.now();
  const program = await startProgram(file, parameters, settings);
  const answer = await fetch(`${program.ready}/health/live`);
  await answer.arrayBuffer();
  const seconds = (performance.now() - started) / 1000;
  await program.stop();
  if (!answer.ok) throw new Error(`${file} answered ${answer.status}`);
  return seconds;
}
